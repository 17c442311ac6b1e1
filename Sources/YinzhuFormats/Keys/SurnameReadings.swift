/// Surnames that are read otherwise than the same characters in running text.
///
/// Readings as dictionaries mark them with 姓 (《现代汉语词典》, 《通用规范汉字字典》); written down from general knowledge and not
/// yet checked against these books entry by entry. ü is written yu as passports do (GB/T 28039—2011).
enum SurnameReadings {
  private static let readings: [String: String] = [
    "万俟": "moqi", "尉迟": "yuchi", "尉遲": "yuchi", "长孙": "zhangsun", "長孫": "zhangsun", "单于": "chanyu",
    "單于": "chanyu", "澹台": "tantai", "澹臺": "tantai", "夏侯": "xiahou", "皇甫": "huangfu", "令狐": "linghu",
    "宇文": "yuwen", "鲜于": "xianyu", "鮮于": "xianyu", "乐正": "yuezheng", "樂正": "yuezheng",
    "曾": "zeng", "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "查": "zha", "朴": "piao", "任": "ren",
    "区": "ou", "區": "ou", "盖": "ge", "蓋": "ge", "华": "hua", "華": "hua", "沈": "shen", "叶": "ye", "葉": "ye",
    "覃": "qin", "秘": "bi", "繁": "po", "折": "she", "缪": "miao", "繆": "miao", "员": "yun", "員": "yun",
    "种": "chong", "谌": "chen", "諶": "chen", "翟": "zhai", "祭": "zhai", "乐": "yue", "樂": "yue", "冼": "xian",
    "洗": "xian", "召": "shao", "乜": "nie", "逄": "pang", "尉": "wei",
    "车": "che", "車": "che", "都": "du", "宓": "mi", "宁": "ning", "甯": "ning",
    "瞿": "qu", "於": "yu", "占": "zhan", "应": "ying",
    "應": "ying", "燕": "yan", "过": "guo", "過": "guo", "纪": "ji", "紀": "ji", "隗": "wei",
    "费": "fei", "費": "fei", "吕": "lyu", "呂": "lyu", "强": "qiang", "強": "qiang",
    "郗": "xi", "幺": "yao", "訾": "zi", "亓": "qi",

  ]

  /// The surname that a name in Han script begins with and its reading, if that is a special one.
  ///
  /// Only for two or three characters, four after a surname of two: longer ones are institutions or transcriptions.
  static func reading(of name: String) -> (surname: String, reading: String)? {
    guard !name.contains("·"), !name.contains("・") else { return nil }
    for length in [2, 1] where (1...2).contains(name.count - length) {
      let surname = String(name.prefix(length))
      if let reading = readings[surname] { return (surname, reading) }
    }
    return nil
  }
}
