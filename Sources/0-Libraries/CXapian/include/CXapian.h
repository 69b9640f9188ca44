#ifndef CXAPIAN_H
#define CXAPIAN_H

#ifdef __cplusplus
extern "C" {
#endif

/// The version of the Xapian library in use.
const char *cxapian_version(void);

#ifdef __cplusplus
}
#endif

#endif
