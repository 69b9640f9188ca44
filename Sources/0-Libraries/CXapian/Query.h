#ifndef QUERY_H
#define QUERY_H

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "Words.h"
#include "include/CXapian.h"

/// What is asked, before it is known what the index holds.
struct cxapian_query {
  struct Range {
    uint32_t place;
    double least, most;
  };

  std::string words;
  bool takes_any = false;
  bool is_begun = false;
  std::vector<std::string> expansions;
  std::vector<std::string> boosts;
  std::map<uint32_t, std::vector<std::string>> filters;
  std::vector<Range> ranges;
  bool is_sorted = false;
  uint32_t sort_place = 0;
  bool is_descending = false;
  std::vector<std::string> counted;
  uint32_t offset = 0, limit = 20, check = 1000;

  bool has_text() const { return !words.empty() || !boosts.empty() || !expansions.empty(); }
};

/// Puts a question in the terms that one index has.
class Asking {
 public:
  Asking(const cxapian_query &query, Xapian::Database &database, Languages &languages)
      : query_(query), database_(database), languages_(languages) {}

  /// The whole question; `any` takes documents with some of the words.
  Xapian::Query whole(bool any) const;
  /// Whether taking any of the words could find more than taking all.
  bool can_relax() const;

 private:
  std::vector<std::string> words(const std::string &text) const;
  Xapian::Query text(const std::string &text, bool any, bool is_begun) const;
  Xapian::Query word(const std::string &folded, bool is_begun) const;
  Xapian::Query facet(const std::string &term) const;

  const cxapian_query &query_;
  Xapian::Database &database_;
  Languages &languages_;
};

/// The words of a question that say something, each once; all of them where none does.
std::vector<std::string> telling_words(const std::string &text);

#endif
