// Debian's libxml2 pulls in ICU headers that clash with Foundation's bundled ICU; they are not needed here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

// xmlFree is a mutable global, which Swift 6 refuses.
static inline void yz_xml_free(void *pointer) { xmlFree(pointer); }
