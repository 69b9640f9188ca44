#include "Words.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "Folding.h"
#include "SmallWords.h"

namespace {

constexpr size_t kLongest = 64;

/// From each letter below U+2000 to its plain one; 0 where it is its own.
std::array<std::uint16_t, 0x2000> folding_table() {
  std::array<std::uint16_t, 0x2000> table{};
  for (const auto &pair : kFolded) table[pair[0]] = pair[1];
  return table;
}

const std::array<std::uint16_t, 0x2000> kTable = folding_table();

/// Accents, vowel signs and lengthening that words are written with or without.
bool is_mark(unsigned letter) {
  return (letter >= 0x300 && letter <= 0x36F) || (letter >= 0x64B && letter <= 0x65F) || letter == 0x670 ||
         letter == 0x640 || (letter >= 0x6D6 && letter <= 0x6ED) || (letter >= 0x591 && letter <= 0x5C7);
}

/// Soft hyphens, joiners and marks of direction.
bool is_unseen(unsigned letter) {
  return letter == 0xAD || (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E) ||
         (letter >= 0x2060 && letter <= 0x2069) || letter == 0xFEFF;
}

void append(std::string &word, unsigned letter) {
  if (letter < 0x80) {
    word.push_back(static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter));
  } else if (is_mark(letter) || is_unseen(letter)) {
  } else if (letter == 0xDF || letter == 0x1E9E) {
    word += "ss";
  } else if (letter == 0xC6 || letter == 0xE6) {
    word += "ae";
  } else if (letter == 0x152 || letter == 0x153) {
    word += "oe";
  } else {
    unsigned plain = letter < 0x2000 && kTable[letter] ? kTable[letter] : Xapian::Unicode::tolower(letter);
    Xapian::Unicode::append_utf8(word, plain);
  }
}

bool is_letter(unsigned letter) {
  if (letter < 0x80) return (letter >= '0' && letter <= '9') || ((letter | 32) >= 'a' && (letter | 32) <= 'z');
  return is_unseen(letter) || Xapian::Unicode::is_wordchar(letter);
}

std::string folded(const std::string &text) {
  std::string plain;
  for (Xapian::Utf8Iterator place(text); place != Xapian::Utf8Iterator(); ++place) append(plain, *place);
  return plain;
}

bool ends(const std::string &word, const char *ending) {
  size_t length = std::strlen(ending);
  return word.size() > length && word.compare(word.size() - length, length, ending) == 0;
}

bool begins(const std::string &word, const char *beginning) {
  return word.compare(0, std::strlen(beginning), beginning) == 0;
}

/// An Arabic word without its article, and with the ending that is often written without its dots.
std::string without_article(std::string word) {
  for (const char *article : {"وال", "بال", "كال", "فال", "لل", "ال"}) {
    size_t length = std::strlen(article);
    // Three letters of two bytes must stay.
    if (!begins(word, article) || word.size() < length + 6) continue;
    word.erase(0, length);
    break;
  }
  if (ends(word, "ه")) word.replace(word.size() - 2, 2, "ة");
  return word;
}

const char *stemmer(const std::string &code) {
  static const char *const names[][2] = {
      {"en", "english"}, {"fr", "french"},  {"es", "spanish"}, {"pt", "portuguese"}, {"ar", "arabic"},
      {"de", "german"},  {"it", "italian"}, {"nl", "dutch"},   {"ru", "russian"},    {"tr", "turkish"},
      {"ca", "catalan"}, {"sv", "swedish"}, {"da", "danish"},  {"ro", "romanian"},   {"id", "indonesian"},
  };
  for (const auto &name : names) {
    if (code == name[0]) return name[1];
  }
  return "none";
}

}  // namespace

std::vector<Word> words_of(const char *bytes, size_t count) {
  std::vector<Word> words;
  Xapian::Utf8Iterator place(bytes, count), end;
  while (place != end) {
    while (place != end && !is_letter(*place)) ++place;
    if (place == end) break;
    Word word;
    word.start = place.raw() - bytes;
    size_t letters = 0;
    unsigned last = 0;
    for (; place != end && is_letter(*place); ++place) {
      if (word.folded.size() < kLongest) append(word.folded, *place);
      if (!is_mark(*place) && !is_unseen(*place)) ++letters, last = *place;
    }
    word.end = place == end ? count : place.raw() - bytes;
    bool is_alone = letters == 1 && last < 0x2E80 && !(last >= '0' && last <= '9');
    if (letters > 0 && !is_alone) words.push_back(std::move(word));
  }
  return words;
}

bool is_small(const std::string &folded) { return kSmallWords.count(folded) > 0; }

Language::Language(const std::string &code)
    : code_(code), prefix_("Z" + code + ":"), stem_(stemmer(code)) {}

const std::string &Language::term(const std::string &word) {
  auto found = known_.find(word);
  if (found != known_.end()) return found->second;
  if (known_.size() > 50000) known_.clear();
  return known_.emplace(word, prefix_ + folded(stem_(restored(word)))).first->second;
}

std::string Language::restored(const std::string &word) const {
  auto with = [&word](size_t cut, const char *ending) { return word.substr(0, word.size() - cut) + ending; };
  if (code_ == "es") {
    if (ends(word, "cion") || ends(word, "sion")) return with(2, "ón");
  } else if (code_ == "pt") {
    if (ends(word, "cao")) return with(3, "ção");
    if (ends(word, "coes")) return with(4, "ções");
    if (ends(word, "sao")) return with(2, "ão");
    if (ends(word, "soes")) return with(3, "ões");
  } else if (code_ == "ar") {
    return without_article(word);
  } else if (code_ == "fr") {
    if (word.size() >= 7 && ends(word, "ite")) return with(1, "é");
    if (word.size() >= 8 && ends(word, "ites")) return with(2, "és");
    if (word.size() >= 5 && ends(word, "ee")) return with(2, "ée");
    if (word.size() >= 6 && ends(word, "ees")) return with(3, "ées");
  }
  return word;
}

Languages::Languages(const std::string &codes) {
  size_t start = 0;
  while (start < codes.size()) {
    size_t end = codes.find(' ', start);
    if (end == std::string::npos) end = codes.size();
    if (end > start) all_.emplace_back(codes.substr(start, end - start));
    start = end + 1;
  }
  all_.emplace_back("");
}

Language &Languages::of(const std::string &code) {
  for (auto &language : all_) {
    if (language.code() == code) return language;
  }
  return all_.back();
}
