import YinzhuModel

/// Names of people and organisations.
extension RecordGenerator {
  mutating func authors(_ language: String, _ type: ReferenceType) -> [GeneratedName] {
    if dice.chance([.report, .webpage, .dataset, .standard].contains(type) ? 0.4 : 0.05) {
      return [organisationName(language)]
    }
    if dice.chance(0.03) { return [] }
    let count = dice.weighted(
      [(1, 46), (2, 24), (3, 13), (4, 7), (5, 4), (6, 2), (7, 1), (dice.number(8...14), 3)], else: 1)
    if count > 2, dice.chance(0.04) { return people(language, count - 1) + [organisationName(language)] }
    return people(language, [.book, .chapter, .articleNewspaper, .thesis].contains(type) ? min(count, 3) : count)
  }

  mutating func people(_ language: String, _ count: Int) -> [GeneratedName] {
    (0..<count).map { _ in person(language) }
  }

  mutating func person(_ language: String) -> GeneratedName {
    if language == "zh" {
      if dice.chance(0.12) { return transliterated() }
      let given =
        dice.chance(0.72) ? dice.pick(lists.hanziGiven) + dice.pick(lists.hanziGiven) : dice.pick(lists.hanziGiven)
      return GeneratedName(family: dice.pick(lists.surnames), given: given, isHan: true)
    }
    if dice.chance(0.02), let name = lists.russianNames.randomElement(using: &dice) {
      return GeneratedName(family: name.family, given: name.given)
    }
    if dice.chance(0.06) {
      let pinyin = [
        "Li", "Wang", "Zhang", "Chen", "Liu", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Sun", "Kim", "Lee", "Park",
        "Tanaka", "Suzuki",
      ]
      return GeneratedName(
        family: dice.pick(pinyin),
        given: dice.pick([
          "Wei", "Xiaoming", "Jian-Guo", "Yu", "Xin", "Min-Ho", "Hiroshi", "Lei", "Yifan", "Hong", "J.", "Jing", "X.",
        ]))
    }
    var family = dice.pick(lists.familyNames)
    if dice.chance(0.06) {
      family =
        dice.pick([
          "van", "van der", "de", "de la", "von", "van den", "di", "Van", "De", "Le", "le", "von der", "da", "al-",
          "El",
        ]) + " " + family
      family = family.replacing("- ", with: "-")
    }
    if dice.chance(0.05) { family += "-" + dice.pick(lists.familyNames) }
    if dice.chance(language == "es" ? 0.4 : 0.02) { family += " " + dice.pick(lists.familyNames) }
    if dice.chance(0.02) { family = dice.pick(["O'", "O’", "Mc", "Mac", "D'"]) + family }
    var given = dice.pick(lists.givenNames)
    let initials = dice.number(0...9)
    if initials < 5 {
      given = initial(given) + "."
      if dice.chance(0.45) { given += " " + initial(dice.pick(lists.givenNames)) + "." }
      if dice.chance(0.04) { given += " " + initial(dice.pick(lists.givenNames)) + "." }
    } else if initials < 7 {
      given += " " + initial(dice.pick(lists.givenNames)) + "."
    } else if dice.chance(0.1) {
      given += (language == "fr" ? "-" : " ") + dice.pick(lists.givenNames)
    }
    return GeneratedName(
      family: family, given: given, suffix: dice.chance(0.015) ? dice.pick(["Jr.", "III", "Sr.", "II"]) : "")
  }

  func initial(_ given: String) -> String { String(given.prefix(1)) }

  /// 约翰·史密斯: characters that transliterations use.
  mutating func transliterated() -> GeneratedName {
    let syllables = Array(
      "阿艾安巴贝本比伯布查达戴德迪多厄恩尔法菲弗福盖戈格古哈海赫霍基吉加杰卡凯科克肯库拉莱兰劳勒雷里利列林卢鲁罗洛马迈曼梅米莫姆奈内尼努诺帕佩皮普奇乔琼萨塞桑沙舍史斯索塔泰坦特托瓦威维韦温沃西希谢休雅亚耶伊约泽詹兹"
    ).map(String.init)
    var dice = dice
    func syllable(_ count: Int) -> String { (0..<count).map { _ in dice.pick(syllables) }.joined() }
    let given = syllable(dice.number(2...3))
    let family = syllable(dice.number(2...4))
    let middle = dice.chance(0.25) ? dice.pick(["A.", "J·", "M.", "R."]) : ""
    self.dice = dice
    var name = GeneratedName(family: "", given: "", literal: given + "·" + middle + family, isHan: true)
    if self.dice.chance(0.3) { name.literal = family }
    if self.dice.chance(0.5) { name.country = self.dice.pick(["美", "英", "法", "德", "日", "俄", "意", "加", "苏", "瑞士"]) }
    return name
  }

  mutating func organisationName(_ language: String) -> GeneratedName {
    GeneratedName(family: "", given: "", literal: organisation(language), isHan: language == "zh")
  }

  mutating func organisation(_ language: String) -> String {
    if dice.chance(0.5) { return language == "zh" ? chineseBody() : body() }
    if language == "zh" {
      return dice.pick([
        "\(dice.pick(["中国", "国家", "全国", "教育部", "北京市", "中华"]))\(dice.pick(lists.chineseNouns))\(dice.pick(["委员会", "协会", "研究所", "部", "局", "中心", "办公室", "学会", "总局"]))",
        "中华人民共和国\(dice.pick(["国务院", "教育部", "国家统计局", "外交部", "商务部", "财政部", "卫生部"]))",
        "\(dice.pick(lists.chineseCities))\(dice.pick(["大学", "市人民政府", "图书馆", "博物馆", "市地方志编纂委员会"]))",
        "《\(dice.pick(lists.chineseNouns))\(dice.pick(lists.chineseNouns))》\(dice.pick(["编写组", "编委会", "课题组"]))",
      ])
    }
    let words = WesternWords.of(language)
    return dice.pick([
      "\(dice.pick(["World", "International", "National", "American", "European"])) \(capital(dice.pick(words.topics))) \(dice.pick(["Organization", "Association", "Institute", "Agency", "Society", "Council", "Committee", "Center"]))",
      "Ministry of \(capital(dice.pick(words.topics)))", "Department of \(capital(dice.pick(words.topics)))",
      "World Bank", "OECD", "UNESCO", "WHO",
      "United Nations", "European Commission", "\(capital(dice.pick(lists.cities))) University",
      "Institute for \(capital(dice.pick(words.topics)))",
      "National Institute of \(capital(dice.pick(words.topics)))", "IBM", "RAND Corporation",
      "\(dice.pick(lists.familyNames)) Foundation",
    ])
  }
}
