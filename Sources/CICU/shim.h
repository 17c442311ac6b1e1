// ICU renames its symbols by macro (ucol_open_72); the wrappers give Swift stable names. Only ICU's headers of macros
// are included: those with types clash with the ICU that Foundation brings along, and modules that import this one get
// Foundation through others. The prototypes are therefore written here, with `int` for the enum UErrorCode.
#include <stddef.h>
#include <stdint.h>
#include <unicode/uvernum.h>
#include <unicode/urename.h>

typedef struct UCollator yz_collator;

extern yz_collator *ucol_open(const char *locale, int *status);
extern void ucol_setAttribute(yz_collator *collator, int attribute, int value, int *status);
extern void ucol_close(yz_collator *collator);
extern int32_t ucol_getSortKey(const yz_collator *collator, const uint16_t *text, int32_t length, uint8_t *key,
                               int32_t capacity);

// A collator; null where ICU has none. Warnings (a fallback to another locale) are below zero.
static inline yz_collator *yz_collator_open(const char *locale) {
  int status = 0;
  yz_collator *collator = ucol_open(locale, &status);
  if (status > 0) return NULL;
  // As bibliographies sort: letters only, punctuation is skipped, numbers by their value. The values are those of the
  // enums UColAttribute and UColAttributeValue, which are stable.
  const int alternate_handling = 1, shifted = 20, strength = 5, primary = 0, numeric_collation = 7, on = 17;
  ucol_setAttribute(collator, alternate_handling, shifted, &status);
  ucol_setAttribute(collator, strength, primary, &status);
  ucol_setAttribute(collator, numeric_collation, on, &status);
  return collator;
}

static inline void yz_collator_close(yz_collator *collator) { ucol_close(collator); }

// Sort key of UTF-16 text; returns the length needed.
static inline int32_t yz_collator_key(const yz_collator *collator, const uint16_t *text, int32_t length, uint8_t *key,
                                      int32_t capacity) {
  return ucol_getSortKey(collator, text, length, key, capacity);
}
