#include "include/BareEngines.h"

#include <unordered_map>

#include "Query.h"

struct bare_reader {
  Xapian::Database database;
  Languages languages;

  bare_reader(const char *folder, const char *codes) : database(folder), languages(codes) {}
};

struct bare_question {
  Xapian::Query query;
};

namespace {

/// Counts as anybody would: every value of every facet, by its name.
class Spy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document &document, double) override {
    std::string facets = document.get_value(0);
    for (size_t place = 0; place < facets.size();) {
      size_t length = static_cast<unsigned char>(facets[place]);
      ++counts[facets.substr(place + 1, length)];
      place += 1 + length;
    }
  }

  std::unordered_map<std::string, uint32_t> counts;
};

}  // namespace

bare_reader *bare_open(const char *folder, const char *languages) { return new bare_reader(folder, languages); }

void bare_close(bare_reader *reader) { delete reader; }

bare_question *bare_ask(bare_reader *reader, const char *words) {
  cxapian_query query;
  query.words = words;
  return new bare_question{Asking(query, reader->database, reader->languages).whole(false)};
}

void bare_forget(bare_question *question) { delete question; }

uint64_t bare_find(bare_reader *reader, const bare_question *question, uint32_t check) {
  Xapian::Enquire enquire(reader->database);
  Spy spy;
  enquire.add_matchspy(&spy);
  enquire.set_query(question->query);
  Xapian::MSet set = enquire.get_mset(0, 20, check);
  uint64_t sum = spy.counts.size();
  for (auto place = set.begin(); place != set.end(); ++place) sum += place.get_document().get_data().size();
  return sum;
}
