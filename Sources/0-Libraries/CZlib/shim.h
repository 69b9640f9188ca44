#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not see. 16 + MAX_WBITS: gzip with its check sum. */
static inline int czlib_begin_gunzip(z_stream *stream) {
  return inflateInit2(stream, 16 + MAX_WBITS);
}
