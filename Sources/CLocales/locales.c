#include "CLocales.h"

static const unsigned char en_us[] = {
#embed "locales/en-US.xml"
};
static const unsigned char zh_cn[] = {
#embed "locales/zh-CN.xml"
};

static const yz_locale locales[] = {
    {"en-US", en_us, sizeof en_us},
    {"zh-CN", zh_cn, sizeof zh_cn},
};

static const unsigned char gb_t_7714_2015_numeric[] = {
#embed "../../styles/gb-t-7714-2015-numeric.csl"
};
static const unsigned char gb_t_7714_2015_author_date[] = {
#embed "../../styles/gb-t-7714-2015-author-date.csl"
};
static const unsigned char gb_t_7714_2015_note[] = {
#embed "../../styles/gb-t-7714-2015-note.csl"
};
static const unsigned char gb_t_7714_2025_numeric[] = {
#embed "../../styles/gb-t-7714-2025-numeric.csl"
};
static const unsigned char gb_t_7714_2025_author_date[] = {
#embed "../../styles/gb-t-7714-2025-author-date.csl"
};
static const unsigned char gb_t_7714_2025_note[] = {
#embed "../../styles/gb-t-7714-2025-note.csl"
};
static const unsigned char zhongguo_shehui_kexue[] = {
#embed "../../styles/zhongguo-shehui-kexue.csl"
};
static const unsigned char lishi_yanjiu[] = {
#embed "../../styles/lishi-yanjiu.csl"
};
static const unsigned char shijie_jingji_yu_zhengzhi[] = {
#embed "../../styles/shijie-jingji-yu-zhengzhi.csl"
};
static const unsigned char faxue_yinzhu_shouce[] = {
#embed "../../styles/faxue-yinzhu-shouce.csl"
};
static const unsigned char zhengzhi_note[] = {
#embed "../../styles/zhengzhi-note.csl"
};

static const yz_locale styles[] = {
    {"gb-t-7714-2015-numeric", gb_t_7714_2015_numeric, sizeof gb_t_7714_2015_numeric},
    {"gb-t-7714-2015-author-date", gb_t_7714_2015_author_date, sizeof gb_t_7714_2015_author_date},
    {"gb-t-7714-2015-note", gb_t_7714_2015_note, sizeof gb_t_7714_2015_note},
    {"gb-t-7714-2025-numeric", gb_t_7714_2025_numeric, sizeof gb_t_7714_2025_numeric},
    {"gb-t-7714-2025-author-date", gb_t_7714_2025_author_date, sizeof gb_t_7714_2025_author_date},
    {"gb-t-7714-2025-note", gb_t_7714_2025_note, sizeof gb_t_7714_2025_note},
    {"zhongguo-shehui-kexue", zhongguo_shehui_kexue, sizeof zhongguo_shehui_kexue},
    {"lishi-yanjiu", lishi_yanjiu, sizeof lishi_yanjiu},
    {"shijie-jingji-yu-zhengzhi", shijie_jingji_yu_zhengzhi, sizeof shijie_jingji_yu_zhengzhi},
    {"faxue-yinzhu-shouce", faxue_yinzhu_shouce, sizeof faxue_yinzhu_shouce},
    {"zhengzhi-note", zhengzhi_note, sizeof zhengzhi_note},
};

yz_locale yz_locale_at(size_t index) {
  yz_locale none = {0, 0, 0};
  return index < sizeof locales / sizeof locales[0] ? locales[index] : none;
}

yz_locale yz_style_at(size_t index) {
  yz_locale none = {0, 0, 0};
  return index < sizeof styles / sizeof styles[0] ? styles[index] : none;
}
