#ifndef WORDS_H
#define WORDS_H

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

/// A word of a text: lower case and without accents, and the bytes it stands at.
struct Word {
  std::string folded;
  size_t start;
  size_t end;
};

/// Cuts a text into words. Marks that cannot be seen are passed over, single letters too.
std::vector<Word> words_of(const char *bytes, size_t count);

/// Whether a word says little in any of the languages: articles, prepositions.
bool is_small(const std::string &folded);

/// One language and the terms that its words become. For one thread at a time.
class Language {
 public:
  /// A code that has no stemmer keeps words as they stand.
  explicit Language(const std::string &code);

  /// What its terms begin with.
  const std::string &prefix() const { return prefix_; }
  const std::string &code() const { return code_; }

  /// The term for a folded word, the same for all its forms.
  const std::string &term(const std::string &folded);

 private:
  /// As the stemmer needs it to see its endings: "educacion" is stemmed as "educación".
  std::string restored(const std::string &folded) const;

  std::string code_;
  std::string prefix_;
  Xapian::Stem stem_;
  std::unordered_map<std::string, std::string> known_;
};

/// All the languages of an index, and last the one for texts of any other.
class Languages {
 public:
  /// Codes parted by spaces.
  explicit Languages(const std::string &codes);

  /// The one of that code, or the last.
  Language &of(const std::string &code);
  std::vector<Language> &all() { return all_; }

 private:
  std::vector<Language> all_;
};

#endif
