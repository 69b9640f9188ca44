#include "Failures.h"
#include "Query.h"

struct cxapian_marker {
  Languages languages;
  /// From each term that was asked for to the place of its word.
  std::unordered_map<std::string, uint32_t> terms;
  /// What the last word begins with; empty where it is whole.
  std::string beginning;
  uint32_t last = 0;

  explicit cxapian_marker(const char *codes) : languages(codes) {}

  bool find(const std::string &folded, uint32_t &word) {
    for (auto &language : languages.all()) {
      auto known = terms.find(language.term(folded));
      if (known != terms.end()) return word = known->second, true;
    }
    word = last;
    return !beginning.empty() && folded.compare(0, beginning.size(), beginning) == 0;
  }
};

cxapian_marker *cxapian_marker_new(const char *languages, cxapian_text words, int begun) {
  return guarded<cxapian_marker *>(nullptr, nullptr, [&] {
    auto *marker = new cxapian_marker(languages);
    uint32_t place = 0;
    for (const auto &word : telling_words(string_of(words))) {
      for (auto &language : marker->languages.all()) marker->terms.emplace(language.term(word), place);
      marker->last = place++;
      if (begun) marker->beginning = word.size() >= 3 ? word : "";
    }
    return marker;
  });
}

size_t cxapian_marker_find(cxapian_marker *marker, cxapian_text text, cxapian_mark *marks, size_t room) {
  return guarded<size_t>(nullptr, 0, [&] {
    size_t count = 0;
    if (marker->terms.empty()) return count;
    for (const Word &word : words_of(text.bytes, text.count)) {
      if (count == room) break;
      uint32_t place = 0;
      if (marker->find(word.folded, place)) marks[count++] = {word.start, word.end, place};
    }
    return count;
  });
}

void cxapian_marker_free(cxapian_marker *marker) { delete marker; }
