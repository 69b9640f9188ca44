#ifndef CXAPIAN_H
#define CXAPIAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Text in UTF-8, without a zero at its end.
typedef struct {
  const char *bytes;
  size_t count;
} cxapian_text;

/// What went wrong.
typedef enum {
  CXAPIAN_FINE = 0,
  /// Someone else writes to the index.
  CXAPIAN_BUSY,
  /// There is no index here.
  CXAPIAN_MISSING,
  /// The index is damaged.
  CXAPIAN_DAMAGED,
  CXAPIAN_OTHER
} cxapian_state;

/// What went wrong, and the library's words for it.
typedef struct {
  cxapian_state state;
  char words[240];
} cxapian_failure;

// Writing. One writer at a time has an index; `languages` are codes parted by spaces: "en fr es pt ar".

typedef struct cxapian_writer cxapian_writer;

cxapian_writer *cxapian_writer_open(const char *path, const char *languages, cxapian_failure *failure);
/// What was not committed is lost.
void cxapian_writer_close(cxapian_writer *writer);

/// Begins a document; what is added next belongs to it until it is put.
void cxapian_document(cxapian_writer *writer);
/// A language that is not known is kept as its words stand, without their forms.
void cxapian_document_text(cxapian_writer *writer, cxapian_text language, cxapian_text text, uint32_t weight);
/// A facet's name, a colon and a value, of at most 200 bytes together.
void cxapian_document_facet(cxapian_writer *writer, cxapian_text term);
void cxapian_document_number(cxapian_writer *writer, uint32_t place, double number);
int cxapian_put(cxapian_writer *writer, cxapian_text id, cxapian_text payload, cxapian_failure *failure);
int cxapian_remove(cxapian_writer *writer, cxapian_text id, cxapian_failure *failure);
int cxapian_commit(cxapian_writer *writer, cxapian_failure *failure);

// Asking.

typedef struct cxapian_query cxapian_query;

typedef enum { CXAPIAN_ALL_WORDS = 0, CXAPIAN_ANY_WORD = 1 } cxapian_match;

cxapian_query *cxapian_query_new(void);
void cxapian_query_free(cxapian_query *query);
/// `begun` is 1 where the last word may go on.
void cxapian_query_words(cxapian_query *query, cxapian_text words, cxapian_match match, int begun);
/// Other words for the whole, at a lower weight.
void cxapian_query_expand(cxapian_query *query, cxapian_text words);
/// A facet's value that counts as a match, at a lower weight.
void cxapian_query_boost(cxapian_query *query, cxapian_text term);
/// One value of each group must be there.
void cxapian_query_filter(cxapian_query *query, uint32_t group, cxapian_text term);
void cxapian_query_range(cxapian_query *query, uint32_t place, double least, double most);
void cxapian_query_sort(cxapian_query *query, uint32_t place, int descending);
/// Asks for the counts of a facet's values.
void cxapian_query_count(cxapian_query *query, cxapian_text facet);
/// `check` is how many documents are looked at before anything is estimated.
void cxapian_query_window(cxapian_query *query, uint32_t offset, uint32_t limit, uint32_t check);

typedef struct cxapian_reader cxapian_reader;

cxapian_reader *cxapian_reader_open(const char *path, const char *languages, cxapian_failure *failure);
void cxapian_reader_close(cxapian_reader *reader);
/// How many documents there are now.
uint32_t cxapian_reader_count(cxapian_reader *reader, cxapian_failure *failure);

// What was found.

typedef struct cxapian_found cxapian_found;

typedef struct {
  cxapian_text id;
  cxapian_text payload;
  double score;
} cxapian_hit;

typedef struct {
  cxapian_text term;
  uint32_t count;
} cxapian_count;

typedef struct {
  uint32_t total;
  /// 1 where `total` was counted, 0 where it was estimated.
  int total_is_exact;
  /// 1 where the counts of facets were counted, 0 where they were estimated.
  int counts_are_exact;
  /// 1 where no document had all the words and those with some of them were taken.
  int is_relaxed;
  uint32_t hits;
  uint32_t counts;
} cxapian_summary;

/// Searches the index as it stands now; null where that failed. Its texts live as long as it does.
cxapian_found *cxapian_search(cxapian_reader *reader, const cxapian_query *query, cxapian_failure *failure);
cxapian_summary cxapian_found_summary(const cxapian_found *found);
cxapian_hit cxapian_found_hit(const cxapian_found *found, uint32_t place);
cxapian_count cxapian_found_count(const cxapian_found *found, uint32_t place);
void cxapian_found_free(cxapian_found *found);

// Finding the words again in a text.

typedef struct cxapian_marker cxapian_marker;

/// Bytes from `start` to before `end` are the word that stands at `word` among those that were asked for.
typedef struct {
  size_t start;
  size_t end;
  uint32_t word;
} cxapian_mark;

cxapian_marker *cxapian_marker_new(const char *languages, cxapian_text words, int begun);
/// The first `room` marks in `text`; returns how many were written.
size_t cxapian_marker_find(cxapian_marker *marker, cxapian_text text, cxapian_mark *marks, size_t room);
void cxapian_marker_free(cxapian_marker *marker);

#ifdef __cplusplus
}
#endif

#endif
