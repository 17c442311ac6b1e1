#include "CLexicons.h"

static const unsigned char anchors[] = {
#embed "lexicons/anchors.tsv"
};
static const unsigned char dynasties[] = {
#embed "lexicons/dynasties.tsv"
};
static const unsigned char months[] = {
#embed "lexicons/months.tsv"
};
static const unsigned char nationalities[] = {
#embed "lexicons/nationalities.tsv"
};
static const unsigned char newspapers[] = {
#embed "lexicons/newspapers.tsv"
};
static const unsigned char periodicals[] = {
#embed "lexicons/periodicals.tsv"
};
static const unsigned char places[] = {
#embed "lexicons/places.tsv"
};
static const unsigned char pointers[] = {
#embed "lexicons/pointers.tsv"
};
static const unsigned char publishers[] = {
#embed "lexicons/publishers.tsv"
};
static const unsigned char roles[] = {
#embed "lexicons/roles.tsv"
};
static const unsigned char serials[] = {
#embed "lexicons/serials.tsv"
};
static const unsigned char signals[] = {
#embed "lexicons/signals.tsv"
};
static const unsigned char surnames[] = {
#embed "lexicons/surnames.tsv"
};

static const yz_lexicon lexicons[] = {
    {"anchors", anchors, sizeof anchors},
    {"dynasties", dynasties, sizeof dynasties},
    {"months", months, sizeof months},
    {"nationalities", nationalities, sizeof nationalities},
    {"newspapers", newspapers, sizeof newspapers},
    {"periodicals", periodicals, sizeof periodicals},
    {"places", places, sizeof places},
    {"pointers", pointers, sizeof pointers},
    {"publishers", publishers, sizeof publishers},
    {"roles", roles, sizeof roles},
    {"serials", serials, sizeof serials},
    {"signals", signals, sizeof signals},
    {"surnames", surnames, sizeof surnames},
};

yz_lexicon yz_lexicon_at(size_t index) {
  yz_lexicon none = {0, 0, 0};
  return index < sizeof lexicons / sizeof lexicons[0] ? lexicons[index] : none;
}

static const unsigned char label_model[] = {
#embed "weights/labels.yzl" if_empty(0)
};

yz_lexicon yz_label_model(void) {
  yz_lexicon model = {"labels", label_model, sizeof label_model};
  return model;
}
