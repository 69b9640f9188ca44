/* Debian's libxml2 can convert by ICU, and its headers then bring in ICU's, whose enumerations are not those of the ICU in
   Foundation: a compiler that meets both in one module stops. Nothing here converts by ICU, so its headers stay out. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxml/xmlschemas.h>

/* xmlFree is a variable that holds a function, which Swift takes for shared state. */
static inline void cxml2_free(void *memory) { xmlFree(memory); }

static void cxml2_silence(void *context, const char *message, ...) { (void)context; (void)message; }

/* Some complaints go to the standard error whatever the parser was told; here they go nowhere, on every thread. */
static inline void cxml2_be_silent(void) {
  xmlThrDefSetGenericErrorFunc(NULL, cxml2_silence);
  xmlSetGenericErrorFunc(NULL, cxml2_silence);
}
