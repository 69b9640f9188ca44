#include "Query.h"

#include <algorithm>

#include "Failures.h"

using Xapian::Query;

namespace {

/// More words than this make a question no clearer.
constexpr size_t kMostWords = 32;
/// Of many words, any of which will do, the rarest so many are looked for.
constexpr size_t kMostTelling = 10;
/// A word that has begun needs so many bytes before it is completed, and is completed in so many ways.
constexpr size_t kLeastBegun = 3;
constexpr Xapian::termcount kMostEndings = 8;
/// What other words and facets count beside the words themselves.
constexpr double kExpansionWeight = 0.5;
constexpr double kBoostWeight = 0.4;

}  // namespace

std::vector<std::string> telling_words(const std::string &text) {
  std::vector<std::string> all, telling;
  std::set<std::string> seen;
  for (Word &word : words_of(text.data(), text.size())) {
    if (all.size() == kMostWords) break;
    if (!seen.insert(word.folded).second) continue;
    if (!is_small(word.folded)) telling.push_back(word.folded);
    all.push_back(std::move(word.folded));
  }
  return telling.empty() ? all : telling;
}

Query Asking::whole(bool any) const {
  Query asked = text(query_.words, any || query_.takes_any, query_.is_begun);
  for (const auto &words : query_.expansions) {
    asked |= Query(Query::OP_SCALE_WEIGHT, text(words, false, false), kExpansionWeight);
  }
  for (const auto &term : query_.boosts) asked |= Query(Query::OP_SCALE_WEIGHT, facet(term), kBoostWeight);
  if (!query_.has_text()) asked = Query::MatchAll;

  std::vector<Query> needed;
  for (const auto &group : query_.filters) {
    std::vector<Query> values;
    for (const auto &term : group.second) values.push_back(facet(term));
    needed.emplace_back(Query::OP_OR, values.begin(), values.end());
  }
  for (const auto &range : query_.ranges) {
    needed.emplace_back(
        Query::OP_VALUE_RANGE, range.place + 1, Xapian::sortable_serialise(range.least),
        Xapian::sortable_serialise(range.most));
  }
  if (needed.empty()) return asked;
  Query filter(Query::OP_AND, needed.begin(), needed.end());
  return query_.has_text() ? Query(Query::OP_FILTER, asked, filter) : Query(Query::OP_SCALE_WEIGHT, filter, 0);
}

bool Asking::can_relax() const { return !query_.takes_any && telling_words(query_.words).size() > 1; }

Query Asking::text(const std::string &text, bool any, bool is_begun) const {
  std::vector<std::string> words = telling_words(text);
  std::vector<Query> parts;
  for (const auto &each : words) parts.push_back(word(each, is_begun && &each == &words.back()));
  if (parts.empty()) return Query();
  if (!any) return Query(Query::OP_AND, parts.begin(), parts.end());
  if (parts.size() <= kMostTelling) return Query(Query::OP_OR, parts.begin(), parts.end());
  return Query(Query::OP_ELITE_SET, parts.begin(), parts.end(), kMostTelling);
}

/// The word in every language that knows it, counted once where a document has it in several.
Query Asking::word(const std::string &folded, bool is_begun) const {
  std::vector<Query> terms;
  for (auto &language : languages_.all()) {
    const std::string &term = language.term(folded);
    if (database_.term_exists(term)) terms.emplace_back(term);
    if (is_begun && folded.size() >= kLeastBegun) {
      terms.emplace_back(
          Query::OP_WILDCARD, language.prefix() + folded, kMostEndings, Query::WILDCARD_LIMIT_MOST_FREQUENT,
          Query::OP_OR);
    }
  }
  return Query(Query::OP_MAX, terms.begin(), terms.end());
}

Query Asking::facet(const std::string &term) const { return Query("X" + term); }

cxapian_query *cxapian_query_new(void) { return new (std::nothrow) cxapian_query; }

void cxapian_query_free(cxapian_query *query) { delete query; }

void cxapian_query_words(cxapian_query *query, cxapian_text words, cxapian_match match, int begun) {
  query->words = string_of(words);
  query->takes_any = match == CXAPIAN_ANY_WORD;
  query->is_begun = begun != 0;
}

void cxapian_query_expand(cxapian_query *query, cxapian_text words) { query->expansions.push_back(string_of(words)); }

void cxapian_query_boost(cxapian_query *query, cxapian_text term) { query->boosts.push_back(string_of(term)); }

void cxapian_query_filter(cxapian_query *query, uint32_t group, cxapian_text term) {
  query->filters[group].push_back(string_of(term));
}

void cxapian_query_range(cxapian_query *query, uint32_t place, double least, double most) {
  query->ranges.push_back({place, least, most});
}

void cxapian_query_sort(cxapian_query *query, uint32_t place, int descending) {
  query->is_sorted = true;
  query->sort_place = place;
  query->is_descending = descending != 0;
}

void cxapian_query_count(cxapian_query *query, cxapian_text facet) { query->counted.push_back(string_of(facet)); }

void cxapian_query_window(cxapian_query *query, uint32_t offset, uint32_t limit, uint32_t check) {
  query->offset = offset;
  query->limit = limit;
  query->check = check;
}
