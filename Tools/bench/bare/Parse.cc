#include <libxml/parser.h>

#include <cstdio>
#include <vector>

#include "include/BareEngines.h"

int bare_parse(const char *path) {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = [](void *, const xmlChar *, const xmlChar *, const xmlChar *, int, const xmlChar **, int, int,
                              const xmlChar **) {};
  handler.endElementNs = [](void *, const xmlChar *, const xmlChar *, const xmlChar *) {};
  handler.characters = [](void *, const xmlChar *, int) {};
  std::FILE *file = std::fopen(path, "rb");
  if (file == nullptr) return 0;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
  std::vector<char> piece(65536);
  while (size_t count = std::fread(piece.data(), 1, piece.size(), file)) {
    xmlParseChunk(parser, piece.data(), static_cast<int>(count), 0);
  }
  xmlParseChunk(parser, nullptr, 0, 1);
  int whole = parser->wellFormed;
  xmlFreeParserCtxt(parser);
  std::fclose(file);
  return whole;
}
