#ifndef SMALL_WORDS_H
#define SMALL_WORDS_H

#include <string>
#include <unordered_set>

// Words that say little in English, French, Spanish, Portuguese or Arabic, without accents. They are in the index, and
// a question that has other words does without them.

static const std::unordered_set<std::string> kSmallWords = {
    // English
    "a", "an", "and", "are", "as", "at", "be", "by", "do", "does", "for", "from", "had", "has", "have", "how", "in",
    "into", "is", "it", "its", "of", "on", "or", "our", "that", "the", "their", "there", "these", "they", "this", "to",
    "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "you", "your",
    // French
    "au", "aux", "avec", "ce", "ces", "cette", "comment", "dans", "de", "des", "du", "elle", "en", "est", "et", "il",
    "ils", "la", "le", "les", "leur", "leurs", "mais", "ne", "nos", "notre", "nous", "ou", "par", "pas", "pour",
    "quand", "que", "quel", "quelle", "qui", "sa", "se", "ses", "son", "sont", "sur", "un", "une", "vos", "votre",
    "vous",
    // Spanish
    "al", "como", "con", "cual", "cuando", "del", "donde", "el", "ella", "ellos", "es", "esta", "este", "esto", "hay",
    "las", "lo", "los", "mas", "mi", "no", "nuestra", "nuestro", "para", "pero", "por", "porque", "quien", "ser", "si",
    "sin", "sobre", "su", "sus", "tiene", "una", "unas", "uno", "unos", "ya",
    // Portuguese
    "ao", "aos", "com", "da", "das", "dos", "ele", "eles", "em", "essa", "esse", "foi", "isso", "mas", "na", "nao",
    "nas", "nos", "nossa", "nosso", "ou", "os", "pela", "pelas", "pelo", "pelos", "quem", "sao", "seu", "sua", "tem",
    "um", "uma", "umas", "uns",
    // Arabic
    "الى", "الي", "ان", "او", "التي", "الذي", "بين", "ثم", "ذلك", "عن", "علي", "عند", "في", "قد", "كان", "كانت",
    "كل", "كما", "كيف", "لا", "لم", "ما", "مع", "من", "هذا", "هذه", "هل", "هو", "هي", "وفي", "ومن",
};

#endif
