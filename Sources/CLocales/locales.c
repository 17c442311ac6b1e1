#include "CLocales.h"

yz_locale yz_locale_at(size_t index) {
  (void)index;
  yz_locale none = {0, 0, 0};
  return none;
}

yz_locale yz_style_at(size_t index) {
  (void)index;
  yz_locale none = {0, 0, 0};
  return none;
}
