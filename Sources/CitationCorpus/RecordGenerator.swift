import YinzhuModel

/// Makes records of all kinds that scholars cite, which look real and are not.
package struct RecordGenerator: Sendable {
  let lists: WordLists
  var dice: Dice

  package init(lists: WordLists, seed: UInt64) {
    self.lists = lists
    dice = Dice(seed: seed)
  }

  mutating func record() -> GeneratedRecord {
    let language = dice.weighted(
      [("zh", 45), ("en", 40), ("de", 5), ("fr", 5), ("es", 3), ("it", 2)], else: "en")
    let type = dice.weighted(
      [
        (ReferenceType.articleJournal, 34), (.book, 22), (.chapter, 14), (.articleNewspaper, 7), (.paperConference, 7),
        (.thesis, 6), (.report, 4), (.webpage, 6), (.patent, 3), (.standard, 3), (.map, 1), (.manuscript, 1), (.dataset, 2),
      ], else: .book)
    var record = GeneratedRecord(type: type, language: language)
    record.names[.author] = authors(language, type)
    if type == .book, dice.chance(0.08) { record.texts[.title] = record.isHan ? chineseConference() : conference() }
    if record.texts[.title] == nil { record.texts[.title] = variedTitle(language) }
    record.issued = GeneratedRecord.Day(year: year())
    fill(&record)
    return record
  }

  private mutating func year() -> Int {
    dice.weighted([(dice.number(1990...2024), 8), (dice.number(1950...1989), 3), (dice.number(1840...1949), 1)], else: 2000)
  }

  private mutating func fill(_ record: inout GeneratedRecord) {
    let language = record.language
    switch record.type {
    case .articleJournal:
      record.texts[.containerTitle] = journal(language)
      let hasVolume = dice.chance(record.isHan ? 0.5 : 0.9)
      if hasVolume { record.texts[.volume] = number(1...140) }
      if dice.chance(hasVolume ? 0.75 : 1) { record.texts[.issue] = issue() }
      if dice.chance(0.88) { record.texts[.page] = pages() }
      if dice.chance(0.25) { record.texts[.doi] = doi() }
      if dice.chance(0.08) { addWeb(&record) }
      if dice.chance(0.15) { record.issued?.month = dice.number(1...12) }
    case .dataset:
      record.texts[.publisher] = record.isHan ? organisation("zh") : dice.pick(["Science Data Bank", "Zenodo", "Dryad", "Figshare", "PANGAEA", "Harvard Dataverse", "ICPSR", organisation("en")])
      if dice.chance(0.6) { addWeb(&record) }
      if dice.chance(0.4) { record.texts[.doi] = doi() }
    case .book, .map, .manuscript:
      addImprint(&record)
      if dice.chance(0.25) { record.texts[.edition] = edition(record) }
      if dice.chance(0.15) { record.texts[.volume] = number(1...20) }
      if dice.chance(0.15) { record.texts[.collectionTitle] = series(language) }
      if dice.chance(0.2) { record.names[.translator] = people(language, dice.number(1...2)) }
      if dice.chance(0.12) {
        record.names[.editor] = record.names[.author] ?? []
        record.names[.author] = nil
      } else if dice.chance(0.06) {
        record.names[.editor] = people(language, dice.number(1...3))
      }
      if dice.chance(0.08) { record.texts[.isbn] = isbn() }
      if record.type == .book, dice.chance(0.05), let first = record.issued?.year {
        record.issued?.endYear = first + dice.number(1...9)
      }
      if dice.chance(0.06) { addWeb(&record) }
    case .chapter:
      record.texts[.containerTitle] = variedTitle(language)
      if dice.chance(0.75) { record.names[.editor] = people(language, dice.number(1...4)) }
      addImprint(&record)
      if dice.chance(0.85) { record.texts[.page] = pages() }
      if dice.chance(0.15) { record.texts[.volume] = number(1...12) }
      if dice.chance(0.1) { record.texts[.edition] = edition(record) }
      if dice.chance(0.1) { record.texts[.collectionTitle] = series(language) }
      if dice.chance(0.08) { record.names[.translator] = people(language, 1) }
    case .paperConference:
      let isLong = dice.chance(0.6)
      record.texts[.containerTitle] = !isLong ? proceedings(language) : record.isHan ? chineseConference() : conference()
      if dice.chance(0.35) { record.names[.editor] = people(language, dice.number(1...3)) }
      if dice.chance(0.75) { addImprint(&record) }
      if dice.chance(0.85) { record.texts[.page] = pages() }
      if dice.chance(0.2) { record.texts[.volume] = number(1...900) }
      if dice.chance(0.2) { record.texts[.doi] = doi() }
      if dice.chance(0.3) { record.texts[.eventPlace] = city(language) }
    case .articleNewspaper:
      record.texts[.containerTitle] = newspaper(language)
      record.issued?.month = dice.number(1...12)
      record.issued?.day = dice.number(1...28)
      if dice.chance(0.65) { record.texts[.page] = newspaperPage() }
      if dice.chance(0.15) { addWeb(&record) }
    case .thesis:
      record.texts[.publisher] = school(language)
      record.texts[.genre] = record.isHan
        ? dice.pick(["博士学位论文", "硕士学位论文", "博士论文", "硕士论文"]) : dice.pick(WesternWords.of(language).thesis)
      if dice.chance(0.6) { record.texts[.publisherPlace] = city(language) }
      if dice.chance(0.1) { addWeb(&record) }
    case .report:
      record.texts[.publisher] = record.isHan || dice.chance(0.5) ? organisation(language) : department()
      if dice.chance(0.5) { record.texts[.publisherPlace] = city(language) }
      if dice.chance(0.6) { record.texts[.number] = dice.chance(0.5) ? reportNumber() : reportSeries() }
      if dice.chance(0.4) {
        record.texts[.genre] = record.isHan
          ? dice.pick(["研究报告", "工作论文", "内部报告"]) : dice.pick(["Technical Report", "Working Paper", "Discussion Paper", "Tech. Rep.", "Research Report", "White paper"])
      }
      if dice.chance(0.3) { addWeb(&record) }
    case .webpage:
      addWeb(&record)
      if dice.chance(0.6) { record.texts[.containerTitle] = website(language) }
      if dice.chance(0.6) {
        record.issued?.month = dice.number(1...12)
        if dice.chance(0.8) { record.issued?.day = dice.number(1...28) }
      } else if dice.chance(0.3) {
        record.issued = nil
      }
      if dice.chance(0.3) { record.names[.author] = nil }
    case .patent:
      record.texts[.number] = dice.pick(["CN", "US", "EP", "WO", "JP"]) + number(1_000_000...299_999_999) + dice.pick(["A", "B", "B2", "A1", "", "U"])
      record.issued?.month = dice.number(1...12)
      record.issued?.day = dice.number(1...28)
      if record.isHan, dice.chance(0.5) { record.texts[.publisherPlace] = dice.pick(["中国", "美国", "日本"]) }
    case .standard:
      record.texts[.number] = standardNumber()
      record.names[.author] = dice.chance(0.6) ? [organisationName(language)] : nil
      if dice.chance(0.8) { addImprint(&record) }
    default: break
    }
  }

  // MARK: Names

  private mutating func authors(_ language: String, _ type: ReferenceType) -> [GeneratedName] {
    if dice.chance([.report, .webpage].contains(type) ? 0.35 : 0.03) { return [organisationName(language)] }
    if dice.chance(0.03) { return [] }
    let count = dice.weighted([(1, 46), (2, 24), (3, 13), (4, 7), (5, 4), (6, 2), (7, 1), (dice.number(8...14), 3)], else: 1)
    return people(language, [.book, .chapter, .articleNewspaper, .thesis].contains(type) ? min(count, 3) : count)
  }

  mutating func people(_ language: String, _ count: Int) -> [GeneratedName] {
    (0..<count).map { _ in person(language) }
  }

  private mutating func person(_ language: String) -> GeneratedName {
    if language == "zh" {
      if dice.chance(0.12) { return transliterated() }
      let given = dice.chance(0.72) ? dice.pick(lists.hanziGiven) + dice.pick(lists.hanziGiven) : dice.pick(lists.hanziGiven)
      return GeneratedName(family: dice.pick(lists.surnames), given: given, isHan: true)
    }
    if dice.chance(0.02), let name = lists.russianNames.randomElement(using: &dice) {
      return GeneratedName(family: name.family, given: name.given)
    }
    if dice.chance(0.06) {
      let pinyin = ["Li", "Wang", "Zhang", "Chen", "Liu", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Xu", "Sun", "Kim", "Lee", "Park", "Tanaka", "Suzuki"]
      return GeneratedName(
        family: dice.pick(pinyin),
        given: dice.pick(["Wei", "Xiaoming", "Jian-Guo", "Yu", "Xin", "Min-Ho", "Hiroshi", "Lei", "Yifan", "Hong", "J.", "Jing", "X."]))
    }
    var family = dice.pick(lists.familyNames)
    if dice.chance(0.06) {
      family = dice.pick(["van", "van der", "de", "de la", "von", "van den", "di", "Van", "De", "Le", "le", "von der", "da", "al-", "El"]) + " " + family
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
    return GeneratedName(family: family, given: given, suffix: dice.chance(0.015) ? dice.pick(["Jr.", "III", "Sr.", "II"]) : "")
  }

  private func initial(_ given: String) -> String { String(given.prefix(1)) }

  /// 约翰·史密斯: characters that transliterations use.
  private mutating func transliterated() -> GeneratedName {
    let syllables = Array("阿艾安巴贝本比伯布查达戴德迪多厄恩尔法菲弗福盖戈格古哈海赫霍基吉加杰卡凯科克肯库拉莱兰劳勒雷里利列林卢鲁罗洛马迈曼梅米莫姆奈内尼努诺帕佩皮普奇乔琼萨塞桑沙舍史斯索塔泰坦特托瓦威维韦温沃西希谢休雅亚耶伊约泽詹兹").map(String.init)
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

  // MARK: Texts

  mutating func organisation(_ language: String) -> String {
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
      "Ministry of \(capital(dice.pick(words.topics)))", "Department of \(capital(dice.pick(words.topics)))", "World Bank", "OECD", "UNESCO", "WHO",
      "United Nations", "European Commission", "\(capital(dice.pick(lists.cities))) University", "Institute for \(capital(dice.pick(words.topics)))",
      "National Institute of \(capital(dice.pick(words.topics)))", "IBM", "RAND Corporation", "\(dice.pick(lists.familyNames)) Foundation",
    ])
  }

  mutating func title(_ language: String) -> String { language == "zh" ? chineseTitle() : westernTitle(language) }

  private mutating func variedTitle(_ language: String) -> String { varied(title(language), language) }

  private mutating func chinesePhrase() -> String {
    let noun = { (g: inout RecordGenerator) in g.dice.pick(g.lists.chineseNouns) }
    switch dice.number(0...9) {
    case 0, 1: return noun(&self) + noun(&self)
    case 2: return noun(&self) + "的" + noun(&self)
    case 3: return noun(&self) + "与" + noun(&self)
    case 4: return dice.pick(lists.chineseVerbs) + noun(&self) + "的" + noun(&self)
    case 5: return dice.pick(lists.chineseAdjectives) + noun(&self)
    case 6: return noun(&self) + noun(&self) + "的" + dice.pick(lists.chineseAdjectives) + noun(&self)
    case 7: return dice.pick(["中国", "近代", "当代", "明清", "唐代", "民国时期", "改革开放以来", "新时期", "二十世纪", "20世纪90年代", "马克思", "江南"]) + noun(&self) + noun(&self)
    case 8: return noun(&self) + "、" + noun(&self) + "与" + noun(&self)
    default: return noun(&self)
    }
  }

  private mutating func chineseTitle() -> String {
    let phrase = chinesePhrase()
    let other = chinesePhrase()
    let topic = dice.pick(lists.chineseNouns)
    switch dice.number(0...19) {
    case 0: return "论" + phrase
    case 1: return phrase + "研究"
    case 2: return "试论\(phrase)与\(other)的关系"
    case 3: return "\(phrase)——以\(other)为例"
    case 4: return "\(phrase)：\(other)"
    case 5: return "\(phrase)——兼论\(other)"
    case 6: return "基于\(phrase)的\(other)\(dice.pick(["研究", "分析", "方法", "模型", "设计"]))"
    case 7: return "\(topic)史"
    case 8: return "\(topic)\(dice.pick(["概论", "导论", "原理", "全集", "选集", "文集", "年鉴", "志", "词典", "手册", "论文集", "史料"]))"
    case 9: return "关于\(phrase)的若干问题"
    case 10: return "\(phrase)的“\(other)”问题"
    case 11: return "\(phrase)与\(other)"
    case 12: return "\(dice.number(1900...2020))年\(phrase)"
    case 13: return "\(phrase)综述"
    case 14: return "从\(phrase)到\(other)"
    case 15: return "\(phrase)？"
    case 16: return "在\(phrase)上的讲话"
    case 17: return "《\(topic)》\(dice.pick(["校注", "研究", "考", "解读", "中的\(other)"]))"
    case 18: return "\(phrase)对\(other)的影响"
    default: return phrase
    }
  }

  private mutating func word(_ language: String) -> String { dice.pick(lists.words[language] ?? []) }

  private mutating func phrase(_ language: String) -> String {
    let words = WesternWords.of(language)
    var out = ""
    let parts = dice.weighted([(1, 3), (2, 5), (3, 3), (4, 1)], else: 2)
    for index in 0..<parts {
      if index > 0 { out += " " + dice.pick(words.small) + " " }
      switch dice.number(0...9) {
      case 0...3: out += dice.pick(words.topics)
      case 4, 5: out += word(language) + " " + dice.pick(words.topics)
      case 6: out += word(language) + " " + word(language)
      case 7: out += dice.chance(0.5) ? dice.pick(lists.cities) : dice.pick(lists.familyNames)
      case 8: out += word(language) + "-" + word(language) + " " + dice.pick(words.topics)
      default: out += word(language)
      }
    }
    return out
  }

  private mutating func westernTitle(_ language: String) -> String {
    let first = phrase(language)
    let text: String
    switch dice.number(0...19) {
    case 0: text = "The \(first)"
    case 1: text = "A \(first)"
    case 2...5: text = "\(first): \(dice.chance(0.5) ? capital(phrase(language)) : phrase(language))"
    case 6: text = "On \(first)"
    case 7: text = "\(first)?"
    case 8: text = "“\(capital(word(language)))” \(dice.pick(WesternWords.of(language).small)) \(phrase(language))"
    case 9: text = "\(first), \(dice.number(1700...1950))-\(dice.number(1951...2010))"
    case 10: text = "\(first), \(phrase(language)), and \(phrase(language))"
    case 11: text = "Towards \(first)"
    case 12: text = "Introduction to \(first)"
    case 13: text = "\(first) - \(phrase(language))"
    case 14: text = "\(first). \(capital(phrase(language)))"
    case 15: text = dice.chance(0.3) ? "What is \(first)?" : "In \(first)"
    default: text = first
    }
    let isTitleCase = language == "en" && dice.chance(0.5)
    return isTitleCase ? titleCase(text) : capital(language == "de" ? text : text)
  }

  func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func titleCase(_ text: String) -> String {
    let small: Set<String> = ["of", "the", "in", "and", "for", "on", "to", "with", "from", "by", "a", "an", "as", "at"]
    return capital(
      text.split(separator: " ").map { small.contains(String($0)) ? String($0) : capital(String($0)) }.joined(separator: " "))
  }

  private mutating func journal(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "\(dice.pick(lists.chineseNouns))研究", "\(dice.pick(lists.chineseCities))大学学报", "\(dice.pick(lists.chineseNouns))学报",
        "\(dice.pick(lists.chineseCities))大学学报(\(dice.pick(["哲学社会科学版", "自然科学版", "社会科学版", "人文社科版"])))", "中国\(dice.pick(lists.chineseNouns))",
        "\(dice.pick(lists.chineseNouns))评论", "\(dice.pick(lists.chineseNouns))论坛", "\(dice.pick(lists.chineseNouns))科学", "当代\(dice.pick(lists.chineseNouns))",
        "\(dice.pick(lists.chineseCities))\(dice.pick(["社会科学", "学刊", "师范大学学报"]))", "\(dice.pick(lists.chineseNouns))", "现代\(dice.pick(lists.chineseNouns))", "\(dice.pick(lists.chineseNouns))杂志",
        "\(dice.pick(lists.chineseNouns))与\(dice.pick(lists.chineseNouns))", "\(dice.pick(lists.chineseNouns))月刊", "世界\(dice.pick(lists.chineseNouns))",
      ])
    }
    let words = WesternWords.of(language)
    var field = dice.pick(words.journalFields)
    if dice.chance(0.25) { field += (language == "en" ? " and " : " & ") + dice.pick(words.journalFields) }
    if dice.chance(0.15) { field = dice.pick(["Modern", "Applied", "Experimental", "Social", "Clinical", "American", "Asian", "General"]) + " " + field }
    let full = dice.pick(words.journals).replacing("%", with: field)
    return language == "en" && dice.chance(0.3) ? abbreviated(full) : full
  }

  /// `J. Am. Hist.`, or without the stops.
  private mutating func abbreviated(_ name: String) -> String {
    let stops = dice.chance(0.65)
    let words = name.split(separator: " ").filter { !["of", "the", "for", "and", "The", "in", "on", "für"].contains($0) }
    guard words.count > 1 else { return name }
    return words.map { word -> String in
      if word == "Journal" { return stops ? "J." : "J" }
      guard word.count > 5 else { return String(word) }
      return word.prefix(dice.number(3...5)) + (stops ? "." : "")
    }.joined(separator: " ")
  }

  private mutating func newspaper(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "人民日报", "光明日报", "\(dice.pick(lists.chineseCities))日报", "\(dice.pick(lists.chineseCities))晚报", "中国\(dice.pick(lists.chineseNouns))报", "\(dice.pick(lists.chineseNouns))报", "文汇报",
        "\(dice.pick(lists.chineseCities))\(dice.pick(["晨报", "时报", "商报", "青年报"]))",
      ])
    }
    return dice.pick(WesternWords.of(language).newspapers).replacing("%", with: dice.pick(lists.cities))
  }

  private mutating func proceedings(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "\(chinesePhrase())学术研讨会论文集", "第\(dice.pick(["一", "二", "三", "五", "十", "12", "8"]))届\(chinesePhrase())\(dice.pick(["会议论文集", "研讨会", "年会论文集"]))",
        "中国\(dice.pick(lists.chineseNouns))学会\(dice.number(1985...2020))年学术年会论文集", "\(chinesePhrase())论文集",
      ])
    }
    let topic = titleCase(dice.pick(WesternWords.english.journalFields))
    return dice.pick([
      "Proceedings of the \(dice.number(2...40))th International Conference on \(topic)", "International Conference on \(topic)",
      "Proceedings of the \(dice.number(1980...2023)) Conference on \(topic)", "Proc. Int. Conf. on \(topic)", "Proc. of the IEEE Symposium on \(topic)",
      "\(dice.number(1990...2023)) IEEE International Symposium on \(topic)", "Advances in \(topic)", "Workshop on \(topic)", "Proceedings of \(dice.pick(["CHI", "ICML", "SIGIR", "ACL", "KDD"])) \(dice.number(1995...2023))",
    ])
  }

  private mutating func series(_ language: String) -> String {
    if language == "zh" { return dice.pick(lists.chineseNouns) + dice.pick(["丛书", "文库", "译丛", "书系", "研究丛书"]) }
    return dice.pick(["Lecture Notes in %", "Studies in %", "% Series", "Cambridge Studies in %", "Springer Series in %", "Contributions to %", "% Monographs", "Library of %"])
      .replacing("%", with: dice.pick(WesternWords.of(language).journalFields))
  }

  private mutating func website(_ language: String) -> String {
    if language == "zh" { return dice.pick([dice.pick(lists.chineseNouns) + "网", "新华网", "人民网", dice.pick(lists.chineseCities) + "政府网", organisation("zh")]) }
    return dice.pick(["Wikipedia", "BBC News", "\(capital(word("en"))).com", "The \(capital(word("en"))) Blog", organisation(language), newspaper(language)])
  }

  private mutating func school(_ language: String) -> String {
    if language == "zh" {
      return dice.pick(lists.chineseCities) + dice.pick(["大学", "师范大学", "理工大学", "大学历史系", "大学法学院", "交通大学", "财经大学", "工业大学"])
    }
    let city = dice.pick(lists.cities)
    return dice.pick(["University of %", "% University", "% Institute of Technology", "Universität %", "Université de %", "% State University", "Department of \(dice.pick(WesternWords.english.journalFields)), University of %", "% College"])
      .replacing("%", with: city)
  }

  mutating func city(_ language: String) -> String {
    if language == "zh" { return dice.chance(0.7) ? dice.pick(["北京", "上海", "北京", "南京", "广州", "天津", "武汉", "成都", "香港", "台北", "长沙", "济南", "杭州", "西安", "沈阳"]) : dice.pick(lists.chineseCities) }
    let words = WesternWords.of(language)
    var place = dice.chance(0.75) ? dice.pick(words.cities) : dice.pick(lists.cities)
    if dice.chance(0.06) { place += dice.pick(["; ", ", ", " and ", "/"]) + dice.pick(words.cities) }
    return place
  }

  private mutating func publisher(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "\(dice.pick(lists.chineseCities))\(dice.pick(["人民出版社", "大学出版社", "教育出版社", "科学技术出版社", "文艺出版社", "古籍出版社", "师范大学出版社"]))",
        "\(dice.pick(["人民", "科学", "商务", "法律", "清华大学", "社会科学文献", "中国社会科学", "高等教育", "机械工业", "电子工业", "世界知识", "三联", "文物", "作家"]))出版社",
        dice.pick(["中华书局", "商务印书馆", "生活·读书·新知三联书店", "上海古籍出版社", "人民出版社", "中央文献出版社", "岳麓书社", "上海书店", "中信出版社", "Springer"]),
        "中国\(dice.pick(lists.chineseNouns))出版社", "\(dice.pick(lists.chineseNouns))\(dice.pick(["出版社", "书局", "出版集团", "书社", "出版公司"]))",
      ])
    }
    let words = WesternWords.of(language)
    var text = dice.pick(words.publishers)
    while text.contains("%") {
      let name = text.contains("University") || text.contains("niversit") ? dice.pick(lists.cities) : dice.pick(lists.familyNames)
      guard let range = text.firstRange(of: "%") else { break }
      text.replaceSubrange(range, with: name)
    }
    return text
  }

  private mutating func addImprint(_ record: inout GeneratedRecord) {
    if dice.chance(0.94) {
      let name = publisher(record.language)
      record.texts[.publisher] = record.isHan ? name : westernPublisher(name)
    }
    if dice.chance(0.82) {
      let place = city(record.language)
      record.texts[.publisherPlace] = record.isHan ? place : westernPlace(place)
    }
  }

  private mutating func addWeb(_ record: inout GeneratedRecord) {
    let host = (dice.pick(lists.words["en"] ?? []) + dice.pick([".com", ".org", ".gov.cn", ".edu", ".net", ".cn", ".de"])).lowercased()
    record.texts[.url] = dice.pick(["http://www.", "https://www.", "https://", "http://", "www."]) + host
      + dice.pick(["", "/", "/\(dice.pick(lists.words["en"] ?? [])).html", "/\(dice.number(2000...2024))/\(dice.number(1...12))/\(dice.number(1000...999999)).htm", "/index.php?id=\(dice.number(1...9999))"])
    if dice.chance(0.55) {
      record.accessed = GeneratedRecord.Day(year: min(2024, (record.issued?.year ?? 2010) + dice.number(0...6)), month: dice.number(1...12), day: dice.number(1...28))
    }
  }

  // MARK: Numbers

  private mutating func number(_ range: ClosedRange<Int>) -> String { String(dice.number(range)) }

  private mutating func issue() -> String {
    dice.weighted([(number(1...12), 16), ("0" + number(1...9), 1), ("\(dice.number(1...3))-\(dice.number(4...6))", 1), ("S1", 1), (dice.pick(["Suppl 1", "增刊", "增刊1", "supplement"]), 1), (number(13...400), 2)], else: "1")
  }

  private mutating func pages() -> String {
    let first = dice.number(1...900)
    switch dice.number(0...19) {
    case 0, 1: return String(first)
    case 2: return "e\(dice.number(1000...99999))"
    case 3: return "S\(first)-S\(first + 8)"
    case 4: return "\(first)-\(first + 9), \(first + 40)"
    case 5: return "\(first)-\(first + 5)+\(first + 60)"
    case 6: return dice.pick(["i-xii", "ix-xv", "xi-xxxiv"])
    case 7: return "\(dice.number(1000...9000))-\(dice.number(9001...9999))"
    default: return "\(first)-\(first + dice.number(1...40))"
    }
  }

  private mutating func newspaperPage() -> String {
    dice.weighted([(number(1...24), 8), ("0" + number(1...9), 1), (dice.pick(["A", "B", "C"]) + number(1...20), 2)], else: "1")
  }

  private mutating func edition(_ record: GeneratedRecord) -> String {
    dice.weighted([(number(2...6), 8), (record.isHan ? dice.pick(["修订版", "增订版", "影印本", "修订本"]) : dice.pick(["Revised", "revised edition", "Rev. ed."]), 2)], else: "2")
  }

  private mutating func doi() -> String {
    "10.\(dice.number(1000...9999))/" + dice.pick(["j.\(dice.pick(lists.words["en"] ?? []).prefix(6)).\(dice.number(2000...2023)).\(dice.number(1...12)).\(dice.number(100...999))", "\(dice.number(100000...999999))", "s\(dice.number(10000...99999))-\(dice.number(100...999))-\(dice.number(1000...9999))-\(dice.number(1...9))", "\(dice.pick(lists.words["en"] ?? [])).\(dice.number(10...999))"])
  }

  private mutating func isbn() -> String { "978-\(dice.number(0...9))-\(dice.number(10...999))-\(dice.number(10000...99999))-\(dice.number(0...9))" }

  private mutating func reportNumber() -> String {
    dice.pick(["\(dice.number(1...9999))", "TR-\(dice.number(1990...2020))-\(dice.number(1...99))", "No. \(dice.number(1...400))", "WP/\(dice.number(10...23))/\(dice.number(1...200))", "NASA-\(dice.number(1000...9999))", "\(dice.number(1980...2022))-\(dice.number(10...99))"])
  }

  private mutating func standardNumber() -> String {
    dice.pick(["GB/T \(dice.number(100...40000))", "GB \(dice.number(100...20000))", "ISO \(dice.number(100...30000))", "IEC \(dice.number(60000...63000))", "CY/T \(dice.number(10...200))", "JB/T \(dice.number(1000...9999))"])
      + dice.pick(["-", "—", "–", ":"]) + number(1985...2023)
  }
}
