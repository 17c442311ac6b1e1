#include "CLexicons.h"

static const unsigned char dynasties[] = {
#embed "lexicons/dynasties.tsv"
};

static const yz_lexicon lexicons[] = {
    {"dynasties", dynasties, sizeof dynasties},
};

yz_lexicon yz_lexicon_at(size_t index) {
  yz_lexicon none = {0, 0, 0};
  return index < sizeof lexicons / sizeof lexicons[0] ? lexicons[index] : none;
}
