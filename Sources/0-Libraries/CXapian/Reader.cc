#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "Failures.h"
#include "Query.h"

struct cxapian_reader {
  Xapian::Database database;
  Languages languages;

  cxapian_reader(const char *path, const char *codes) : database(path), languages(codes) {}
};

struct cxapian_found {
  struct Hit {
    std::string id, payload;
    double score;
  };
  struct Count {
    std::string term;
    uint32_t count;
  };

  cxapian_summary summary{};
  std::vector<Hit> hits;
  std::vector<Count> counts;
};

namespace {

/// Where only the total is estimated, looking at so many documents is enough.
constexpr uint32_t kCheckForTotal = 1000;

/// Counts the values of facets in the documents that the search looks at.
class Counter : public Xapian::MatchSpy {
 public:
  /// Looks at the first `most` documents only: those after them come for their rank, and would make others look rare.
  Counter(const std::vector<std::string> &names, uint32_t most) : most_(most) {
    for (const auto &name : names) wanted_.push_back(name + ":");
  }

  void operator()(const Xapian::Document &document, double) override {
    if (seen_ == most_) return;
    ++seen_;
    std::string facets = document.get_value(0);
    for (size_t place = 0; place < facets.size();) {
      size_t length = static_cast<unsigned char>(facets[place]);
      if (place + 1 + length > facets.size()) break;
      take(facets.data() + place + 1, length);
      place += 1 + length;
    }
  }

  uint32_t seen() const { return seen_; }

  /// Each count, times `factor`.
  std::vector<cxapian_found::Count> counts(double factor) const {
    std::vector<cxapian_found::Count> all;
    for (const auto &entry : counts_) {
      all.push_back({entry.second.first, static_cast<uint32_t>(std::lround(entry.second.second * factor))});
    }
    return all;
  }

 private:
  void take(const char *term, size_t length) {
    for (const auto &name : wanted_) {
      if (length < name.size() || std::memcmp(term, name.data(), name.size()) != 0) continue;
      uint64_t hash = 0xCBF29CE484222325;
      for (size_t place = 0; place < length; ++place) {
        hash = (hash ^ static_cast<unsigned char>(term[place])) * 0x100000001B3;
      }
      auto &entry = counts_[hash];
      if (entry.second++ == 0) entry.first.assign(term, length);
      return;
    }
  }

  std::vector<std::string> wanted_;
  std::unordered_map<uint64_t, std::pair<std::string, uint32_t>> counts_;
  uint32_t most_;
  uint32_t seen_ = 0;
};

/// How often each value of a facet stands in the whole index, which the index knows by itself.
void count_all(Xapian::Database &database, const std::string &name, std::vector<cxapian_found::Count> &counts) {
  std::string prefix = "X" + name + ":";
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    counts.push_back({(*term).substr(1), term.get_termfreq()});
  }
}

void take_hits(const Xapian::MSet &set, cxapian_found &found) {
  for (auto place = set.begin(); place != set.end(); ++place) {
    std::string data = place.get_document().get_data();
    size_t line = data.find('\n');
    if (line == std::string::npos) line = data.size();
    found.hits.push_back({data.substr(0, line), data.substr(std::min(line + 1, data.size())), place.get_weight()});
  }
  found.summary.total = set.get_matches_estimated();
  found.summary.total_is_exact = set.get_matches_lower_bound() == set.get_matches_upper_bound();
}

void look(cxapian_reader &reader, const cxapian_query &query, cxapian_found &found) {
  Asking asking(query, reader.database, reader.languages);
  Xapian::Enquire enquire(reader.database);
  // What has no rank, or is only counted, needs no weights.
  if (!query.has_text() || query.limit == 0) enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (query.is_sorted) enquire.set_sort_by_value_then_relevance(query.sort_place + 1, query.is_descending);
  bool counts_by_index = !query.has_text() && query.filters.empty() && query.ranges.empty();
  Xapian::doccount check = query.counted.empty() ? std::min(query.check, kCheckForTotal) : query.check;
  check = std::max(check, query.offset + query.limit + 1);
  Counter counter(query.counted, check);
  if (!query.counted.empty() && !counts_by_index) enquire.add_matchspy(&counter);

  enquire.set_query(asking.whole(false));
  Xapian::MSet set = enquire.get_mset(query.offset, query.limit, check);
  if (set.get_matches_upper_bound() == 0 && asking.can_relax()) {
    found.summary.is_relaxed = 1;
    enquire.set_query(asking.whole(true));
    set = enquire.get_mset(query.offset, query.limit, check);
  }
  take_hits(set, found);
  if (counts_by_index) {
    for (const auto &name : query.counted) count_all(reader.database, name, found.counts);
    found.summary.counts_are_exact = 1;
  } else {
    found.summary.counts_are_exact = found.summary.total_is_exact && counter.seen() >= found.summary.total;
    double factor = counter.seen() ? static_cast<double>(found.summary.total) / counter.seen() : 1;
    found.counts = counter.counts(found.summary.counts_are_exact ? 1 : std::max(1.0, factor));
  }
}

}  // namespace

cxapian_reader *cxapian_reader_open(const char *path, const char *languages, cxapian_failure *failure) {
  return guarded<cxapian_reader *>(failure, nullptr, [&] { return new cxapian_reader(path, languages); });
}

void cxapian_reader_close(cxapian_reader *reader) { delete reader; }

uint32_t cxapian_reader_count(cxapian_reader *reader, cxapian_failure *failure) {
  return guarded<uint32_t>(failure, 0, [&] {
    reader->database.reopen();
    return reader->database.get_doccount();
  });
}

cxapian_found *cxapian_search(cxapian_reader *reader, const cxapian_query *query, cxapian_failure *failure) {
  return guarded<cxapian_found *>(failure, nullptr, [&] {
    // A writer may commit twice while a search goes on, and take away what it reads; the next try sees the newer state.
    for (int tries = 0;; ++tries) {
      auto found = std::make_unique<cxapian_found>();
      try {
        reader->database.reopen();
        look(*reader, *query, *found);
        found->summary.hits = static_cast<uint32_t>(found->hits.size());
        found->summary.counts = static_cast<uint32_t>(found->counts.size());
        return found.release();
      } catch (const Xapian::DatabaseModifiedError &) {
        if (tries == 3) throw;
      }
    }
  });
}

cxapian_summary cxapian_found_summary(const cxapian_found *found) { return found->summary; }

cxapian_hit cxapian_found_hit(const cxapian_found *found, uint32_t place) {
  const auto &hit = found->hits[place];
  return {text_of(hit.id), text_of(hit.payload), hit.score};
}

cxapian_count cxapian_found_count(const cxapian_found *found, uint32_t place) {
  const auto &entry = found->counts[place];
  return {text_of(entry.term), entry.count};
}

void cxapian_found_free(cxapian_found *found) { delete found; }
