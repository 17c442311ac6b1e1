// ICU renames its symbols by macro (ucol_open_72); the wrappers give Swift stable names. Import this in no target
// that imports Foundation: the headers clash with its bundled ICU.
#include <unicode/ucol.h>
#include <unicode/ustring.h>

typedef struct UCollator yz_collator;

static inline yz_collator *yz_collator_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  return U_FAILURE(status) ? 0 : collator;
}

static inline void yz_collator_close(yz_collator *collator) { ucol_close(collator); }

// Sort key of UTF-16 text; returns the length needed.
static inline int32_t yz_collator_key(const yz_collator *collator, const UChar *text, int32_t length,
                                      uint8_t *key, int32_t capacity) {
  return ucol_getSortKey(collator, text, length, key, capacity);
}
