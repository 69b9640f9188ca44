#ifndef BARE_ENGINES_H
#define BARE_ENGINES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What ours is measured by: the libraries themselves, asked through their own interfaces.

/// An index as Xapian itself opens it, and questions put to it.
typedef struct bare_reader bare_reader;
typedef struct bare_question bare_question;

bare_reader *bare_open(const char *folder, const char *languages);
void bare_close(bare_reader *reader);

/// The question as Xapian's own kind of query, ready to be put as often as one likes.
bare_question *bare_ask(bare_reader *reader, const char *words);
void bare_forget(bare_question *question);

/// Finds the best 20, takes their data, and counts the values of every facet among the first `check` documents.
///
/// Returns how many bytes of data and values of facets there were, so that nothing is optimised away.
uint64_t bare_find(bare_reader *reader, const bare_question *question, uint32_t check);

/// Has libxml2 read a whole file, piece by piece, for a handler that leaves all it is told; 0 where it is not XML.
int bare_parse(const char *path);

#ifdef __cplusplus
}
#endif

#endif
