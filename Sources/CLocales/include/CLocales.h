#ifndef YINZHU_LOCALES_H
#define YINZHU_LOCALES_H
#include <stddef.h>

// A CSL locale or style file that is compiled in.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} yz_locale;

// The locale at an index; its name is null past the last one.
yz_locale yz_locale_at(size_t index);
// The style at an index (from the folder styles/); its name is null past the last one.
yz_locale yz_style_at(size_t index);
#endif
