#ifndef YINZHU_LEXICONS_H
#define YINZHU_LEXICONS_H
#include <math.h>
#include <stddef.h>

// A data file that is compiled in.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} yz_lexicon;

// The lexicon at an index; its name is null past the last one.
yz_lexicon yz_lexicon_at(size_t index);

// Exponentials and logarithms, which Swift has only in libraries that the parser doesn't import.
static inline float yz_exp(float value) { return expf(value); }
static inline float yz_log(float value) { return logf(value); }

// The weights of the label model; no bytes while there are none.
yz_lexicon yz_label_model(void);
#endif
