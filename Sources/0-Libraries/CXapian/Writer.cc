#include <cstdlib>
#include <mutex>

#include "Failures.h"
#include "Words.h"

/// How many documents are gathered before their terms are merged into the index: merging costs as much as the index is
/// large, gathering some kilobytes a document.
static void raise_flush_threshold() {
  static std::once_flag once;
  std::call_once(once, [] { setenv("XAPIAN_FLUSH_THRESHOLD", "20000", 0); });
}

struct cxapian_writer {
  Xapian::WritableDatabase database;
  Languages languages;
  Xapian::Document document;
  std::string facets;

  cxapian_writer(const char *path, const char *codes)
      : database(path, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS), languages(codes) {
    database.begin_transaction(true);
  }
};

cxapian_writer *cxapian_writer_open(const char *path, const char *languages, cxapian_failure *failure) {
  return guarded<cxapian_writer *>(failure, nullptr, [&] {
    raise_flush_threshold();
    return new cxapian_writer(path, languages);
  });
}

void cxapian_writer_close(cxapian_writer *writer) {
  guarded(nullptr, 0, [&] {
    writer->database.cancel_transaction();
    return 0;
  });
  delete writer;
}

void cxapian_document(cxapian_writer *writer) {
  writer->document = Xapian::Document();
  writer->facets.clear();
}

void cxapian_document_text(cxapian_writer *writer, cxapian_text language, cxapian_text text, uint32_t weight) {
  guarded(nullptr, 0, [&] {
    Language &own = writer->languages.of(string_of(language));
    for (const Word &word : words_of(text.bytes, text.count)) {
      writer->document.add_term(own.term(word.folded), weight);
    }
    return 0;
  });
}

void cxapian_document_facet(cxapian_writer *writer, cxapian_text term) {
  if (term.count == 0 || term.count > 200) return;
  guarded(nullptr, 0, [&] {
    std::string name = string_of(term);
    writer->document.add_term("X" + name, 1);
    writer->facets.push_back(static_cast<char>(name.size()));
    writer->facets += name;
    return 0;
  });
}

void cxapian_document_number(cxapian_writer *writer, uint32_t place, double number) {
  guarded(nullptr, 0, [&] {
    writer->document.add_value(place + 1, Xapian::sortable_serialise(number));
    return 0;
  });
}

int cxapian_put(cxapian_writer *writer, cxapian_text id, cxapian_text payload, cxapian_failure *failure) {
  return guarded(failure, 0, [&] {
    std::string key = "Q" + string_of(id);
    if (!writer->facets.empty()) writer->document.add_value(0, writer->facets);
    writer->document.add_boolean_term(key);
    writer->document.set_data(string_of(id) + "\n" + string_of(payload));
    writer->database.replace_document(key, writer->document);
    return 1;
  });
}

int cxapian_remove(cxapian_writer *writer, cxapian_text id, cxapian_failure *failure) {
  return guarded(failure, 0, [&] {
    writer->database.delete_document("Q" + string_of(id));
    return 1;
  });
}

int cxapian_commit(cxapian_writer *writer, cxapian_failure *failure) {
  return guarded(failure, 0, [&] {
    writer->database.commit_transaction();
    writer->database.begin_transaction(true);
    return 1;
  });
}
