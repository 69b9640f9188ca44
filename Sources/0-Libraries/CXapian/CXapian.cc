#include "include/CXapian.h"

#include <xapian.h>

const char *cxapian_version(void) { return Xapian::version_string(); }
