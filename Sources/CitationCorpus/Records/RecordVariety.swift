import YinzhuModel

/// What makes real records hard to read: acronyms and years in brackets, long names of conferences, reports of
/// departments, places with their countries.
extension RecordGenerator {
  /// A title with what titles have now and then.
  mutating func varied(_ title: String, _ language: String) -> String {
    guard dice.chance(0.3) else { return title }
    let isHan = language == "zh"
    switch dice.number(0...15) {
    case 0, 1: return isHan ? "\(title)（\(period())）" : "\(title) (\(dice.chance(0.5) ? acronym() : period()))"
    case 2:
      return isHan
        ? "\(title)(\(acronym()))"
        : "\(title) (\(dice.pick(["summary", "extended abstract", "review", "abstract", "part I", "with discussion", "2nd edition"])))"
    case 3: return isHan ? "\(acronym())\(title)" : "\(acronym()): \(title)"
    case 4:
      return isHan
        ? "\(acronym())\(title)" : "\(capital(word(language)))\(dice.pick([":", ": A", ": The"])) \(title)"
    case 5:
      return isHan
        ? "\(title)：\(self.title("zh"))" : "\(title): Vol. \(dice.number(1...1400)): \(capital(self.title(language)))"
    case 6: return isHan ? "\(title)；\(self.title("zh"))" : "\(title); \(self.title(language))"
    case 7: return isHan ? "\(dice.number(1...30))种\(title)" : "\(title) \(dice.number(2...20)).\(dice.number(0...9))"
    case 8:
      return isHan
        ? "\(title) \(acronym())" : "\(title), \(westernMonth()) \(dice.number(1...28)), \(dice.number(1900...2020))"
    case 9 where isHan && dice.chance(0.5):
      return "\(title)：\(dice.number(1980...2024))\(dice.pick(["", "年卷", "：\(self.title("zh"))"]))"
    case 9: return isHan ? "\(title)（上）" : "\(title), Part \(dice.pick(["I", "II", "A", "B", "1", "2"]))"
    case 10: return isHan ? "《\(dice.pick(lists.chineseNouns))》与\(title)" : "The “\(acronym())” \(title)"
    case 11: return isHan ? "\(title)·\(dice.pick(lists.chineseNouns))" : "\(title)/\(acronym())"
    case 12: return isHan ? "[\(title)]" : "[\(title)]"
    case 13:
      return isHan
        ? "\(title) [\(dice.pick(["R", "C", "N"]))]".replacing(" [R]", with: "")
        : "Chapter \(dice.number(1...40)). \(title)"
    case 14:
      return isHan
        ? "\(title)(\(dice.number(1900...2020))—\(dice.number(1900...2020)))"
        : "\(title): \(self.title(language)), \(self.title(language)), and \(self.title(language))"
    default:
      return isHan
        ? "\(title)(\(dice.pick(["上", "下", "一", "二", "英文", "节选"])))"
        : "\(title)'s \(dice.pick(WesternWords.of(language).topics))"
    }
  }

  private mutating func period() -> String {
    let first = dice.number(1500...1980)
    return "\(first)\(dice.pick(["-", "–", "—"]))\(first + dice.number(1...60))"
  }

  mutating func acronym() -> String {
    let letters = Array("ABCDEFGHIKLMNOPRSTVW").map(String.init)
    var text = (0..<dice.number(2...5)).map { _ in dice.pick(letters) }.joined()
    switch dice.number(0...9) {
    case 0: text += "-" + dice.pick(["II", "2", "III", "NET", "V"])
    case 1: text += "’\(dice.number(10...99))"
    case 2: text += " \(dice.number(1985...2023))"
    case 3: text += "-\(dice.number(80...99))"
    case 4: text = text.prefix(1) + text.dropFirst().lowercased() + dice.pick(["Net", "DB", "+", "++", "OS", "X"])
    default: break
    }
    return text
  }

  private mutating func westernMonth() -> String { dice.pick(Months.english) }

  private mutating func field() -> String {
    let words = WesternWords.english
    switch dice.number(0...5) {
    case 0:
      return
        "\(dice.pick(words.journalFields)), \(dice.pick(words.journalFields)), and \(dice.pick(words.journalFields))"
    case 1: return "\(dice.pick(words.journalFields)) and \(dice.pick(words.journalFields))"
    case 2: return "\(capital(dice.pick(words.topics))) Support for \(dice.pick(words.journalFields))"
    case 3:
      return
        "\(dice.pick(["Computer", "Human", "Social", "Logic", "Parallel", "Information", "Formal"])) \(capital(dice.pick(words.topics)))"
    default: return dice.pick(words.journalFields)
    }
  }

  /// `Proceedings of the Twelfth International Joint Conference on Artificial Intelligence (IJCAI-91)`
  mutating func conference() -> String {
    let ordinals = [
      "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
      "Fifteenth", "Nineteenth", "2nd", "3rd", "5th", "6th", "7th", "12th", "17th", "21st", "33rd", "40th",
    ]
    let society = dice.pick([
      "ACM", "IEEE", "ACM SIGPLAN", "ACM SIGMOD", "IFIP", "European", "International", "International Joint", "Annual",
      "Annual International", "Int.", "Int'l.", "National", "IEEE/RSJ International", "Asian", "USENIX", "American",
      "VLDB", "World",
    ])
    let meeting = dice.pick([
      "Conference on", "Symposium on", "Workshop on", "Conf. on", "Symp. on", "Congress on", "Meeting on",
      "Colloquium on", "Joint Conference on", "Conference in", "Congress of",
    ])
    let head = dice.pick([
      "Proceedings of the", "Proceedings of the", "Proc. of the", "Proc.", "In Proceedings of the", "Proceedings",
      "Proc. of", "",
    ]).replacing("In ", with: "")
    let number = dice.chance(0.6) ? dice.pick(ordinals) : dice.chance(0.4) ? "\(dice.number(1975...2023))" : ""
    var name = [head, number, society, meeting, field()].filter { !$0.isEmpty }.joined(separator: " ")
    if dice.chance(0.3) { name += " (\(acronym()))" }
    if dice.chance(0.06) {
      name +=
        ", \(dice.pick(Months.english)) \(dice.number(1...15))-\(dice.number(16...28)), \(dice.number(1960...2020)), \(dice.pick(WesternWords.english.cities))"
    }
    if dice.chance(0.04) { name += ". Proceedings" }
    if dice.chance(0.08) { name += ", \(acronym())" }
    if dice.chance(0.1) {
      let letters = acronym()
      name = dice.pick([
        "Proceedings of \(letters)", letters, "Proc. \(letters)", "Proc. \(dice.pick(ordinals)) \(letters)",
        "\(letters) Conference", "Proceedings \(letters)",
      ])
    }
    return name
  }

  mutating func chineseConference() -> String {
    let meeting =
      "\(dice.pick(["全国", "中国", "国际", "华东地区", "第\(dice.number(2...20))届", "第十二届"]))\(dice.pick(lists.chineseNouns))\(dice.pick(["学术会议", "学术年会", "大会", "研讨会", "国际会议", "论坛"]))"
    switch dice.number(0...4) {
    case 0: return meeting + "论文集"
    case 1: return "\(dice.number(1990...2023))年\(meeting)"
    case 2: return "\(meeting)（\(acronym())）"
    case 3: return "“\(meeting)”论文集"
    default: return meeting
    }
  }

  /// A city with its state or country, or several.
  mutating func westernPlace(_ plain: String) -> String {
    guard dice.chance(0.3) else { return plain }
    let country = dice.pick([
      "Canada", "Australia", "USA", "UK", "Germany", "France", "Japan", "The Netherlands", "Switzerland", "Italy",
      "Massachusetts", "California", "New Jersey", "New York", "MA", "CA", "NJ", "NY", "IL", "Mass.", "Calif.", "MD",
      "NJ, US", "CA, USA", "Denmark", "Sweden", "Singapore", "China", "Israel", "Spain", "Brazil", "India", "DC, US",
    ])
    return "\(plain.split(separator: ",").first.map(String.init) ?? plain), \(country)"
  }

  mutating func westernPublisher(_ plain: String) -> String {
    guard dice.chance(0.15) else { return plain }
    return plain
      + dice.pick([
        ", Inc.", ", Inc", " Inc.", " Ltd.", " Ltd", ", Ltd.", " and Co.", " & Co.", " Publishing Company", " B.V.",
        " GmbH", " Publishing Group, Inc.", " (North-Holland)", " and Sons, Inc.", " Co. Ltd", " LLC",
      ])
  }

  /// What real authors of entries are, besides people: bodies with long names.
  mutating func body() -> String {
    let subject = dice.pick(WesternWords.english.journalFields)
    let other = dice.pick(WesternWords.english.journalFields)
    let name = dice.pick([
      "American Institute of \(subject) and \(other)", "United Nations Department of \(subject) and \(other) Affairs",
      "International Organization for \(subject)", "Institute of \(subject) and \(other) Engineers",
      "\(acronym()) Study Group", "The \(subject) Collaboration", "\(subject) Working Group",
      "National Academy of \(subject)", "Royal Society of \(subject)", "U.S. Department of \(subject)",
      "Federal \(subject) Commission", "European \(subject) Agency", "Committee on \(subject) and \(other)",
      "National Centre of \(subject)", "\(acronym()) Consortium", "Centers for \(subject) Control and Prevention",
    ])
    return dice.chance(0.2) ? "\(name) (\(acronym()))" : name
  }

  /// 中国地质科学院天津地质矿产研究所, 《环球科学》杂志社
  mutating func chineseBody() -> String {
    let noun = dice.pick(lists.chineseNouns)
    return dice.pick([
      "中国\(noun)科学院\(dice.pick(lists.chineseCities))\(dice.pick(lists.chineseNouns))研究所",
      "《\(noun)\(dice.pick(lists.chineseNouns))》杂志社",
      "\(noun)用语\(dice.pick(["辞典", "词典"]))编辑委员会", "全国\(noun)标准化技术委员会", "中国\(noun)学会",
      "\(dice.pick(lists.chineseCities))大学\(noun)实验室", "\(noun)科学数据中心（\(dice.pick(lists.chineseCities))大学）",
      "中国\(noun)网络信息中心", "\(dice.pick(lists.chineseCities))市档案馆", "国务院", "中央\(noun)研究室",
      "中国社会科学院\(noun)研究中心", "中华\(noun)学会\(dice.pick(lists.chineseCities))分会",
    ])
  }

  /// Where data and preprints are kept.
  mutating func repository(_ isHan: Bool) -> String {
    isHan
      ? dice.pick([
        "ChinaXiv", "PSSXiv", "国家\(dice.pick(lists.chineseNouns))科学数据中心", "Science Data Bank",
        "\(dice.pick(lists.chineseNouns))数据库", "\(dice.pick(lists.chineseCities))大学档案馆",
      ])
      : dice.pick([
        "arXiv", "bioRxiv", "medRxiv", "SSRN", "Zenodo", "Science Data Bank", "PsyArXiv", "Dryad", "Figshare",
        "PANGAEA",
        "Harvard Dataverse", "ICPSR", "Global \(dice.pick(WesternWords.english.journalFields)) Data Exchange",
      ])
  }

  /// A department with its school.
  mutating func department() -> String {
    let subject = dice.pick(WesternWords.english.journalFields)
    let school = dice.pick([
      "University of %", "% University", "Univ. of %", "% Institute of Technology", "Technical University of %", "%",
    ])
    .replacing("%", with: dice.pick(lists.cities))
    return dice.pick([
      "Department of \(subject), \(school)", "Dept. of \(subject), \(school)", "\(subject) Department, \(school)",
      "\(subject) Dept., \(school)", "School of \(subject), \(school)", school, school,
      "Center for \(subject), \(school)",
    ])
  }

  mutating func reportSeries() -> String {
    let letters = acronym().filter { $0.isLetter }
    return dice.pick([
      "\(letters)-TR-\(dice.number(80...99))-\(dice.number(1...400))",
      "TR\(dice.number(80...99))-\(dice.number(1...99))", "TR \(dice.number(100...9999))",
      "\(letters)-CS-\(dice.number(80...99))-\(dice.number(100...300))",
      "\(dice.number(80...99))-\(dice.number(1...99))", "\(dice.number(1...300))",
      "\(letters)-\(dice.number(100...9999))",
    ])
  }
}
