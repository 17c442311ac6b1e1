import YinzhuModel

/// Journals, series, publishers and their places, addresses.
extension RecordGenerator {
  mutating func journal(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "\(dice.pick(lists.chineseNouns))研究", "\(dice.pick(lists.chineseCities))大学学报",
        "\(dice.pick(lists.chineseNouns))学报",
        "\(dice.pick(lists.chineseCities))大学学报(\(dice.pick(["哲学社会科学版", "自然科学版", "社会科学版", "人文社科版"])))",
        "中国\(dice.pick(lists.chineseNouns))",
        "\(dice.pick(lists.chineseNouns))评论", "\(dice.pick(lists.chineseNouns))论坛",
        "\(dice.pick(lists.chineseNouns))科学", "当代\(dice.pick(lists.chineseNouns))",
        "\(dice.pick(lists.chineseCities))\(dice.pick(["社会科学", "学刊", "师范大学学报"]))", "\(dice.pick(lists.chineseNouns))",
        "现代\(dice.pick(lists.chineseNouns))", "\(dice.pick(lists.chineseNouns))杂志",
        "\(dice.pick(lists.chineseNouns))与\(dice.pick(lists.chineseNouns))", "\(dice.pick(lists.chineseNouns))月刊",
        "世界\(dice.pick(lists.chineseNouns))",
      ])
    }
    if dice.chance(0.05) { return acronym().filter(\.isLetter) }
    if dice.chance(0.06) {
      return dice.pick([
        "Communications of the ACM", "Journal of the ACM", "ACM Computing Surveys", "IEEE Micro", "ACM SIGPLAN Notices",
        "IEEE Computer", "Proceedings of the National Academy of Sciences", "Proc Natl Acad Sci U S A", "The Lancet",
        "PLoS ONE", "Nucleic Acids Research", "Phys. Rev. Lett.", "Random Structures & Algorithms", "The Freeman",
      ])
    }
    let words = WesternWords.of(language)
    var field = dice.pick(words.journalFields)
    if dice.chance(0.25) { field += (language == "en" ? " and " : " & ") + dice.pick(words.journalFields) }
    if dice.chance(0.15) {
      field =
        dice.pick(["Modern", "Applied", "Experimental", "Social", "Clinical", "American", "Asian", "General"]) + " "
        + field
    }
    let full = dice.pick(words.journals).replacing("%", with: field)
    return language == "en" && dice.chance(0.3) ? abbreviated(full) : full
  }

  /// `J. Am. Hist.`, or without the stops.
  mutating func abbreviated(_ name: String) -> String {
    let stops = dice.chance(0.65)
    let words = name.split(separator: " ").filter {
      !["of", "the", "for", "and", "The", "in", "on", "für"].contains($0)
    }
    guard words.count > 1 else { return name }
    return words.map { word -> String in
      if word == "Journal" { return stops ? "J." : "J" }
      guard word.count > 5 else { return String(word) }
      return word.prefix(dice.number(3...5)) + (stops ? "." : "")
    }.joined(separator: " ")
  }

  mutating func newspaper(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "人民日报", "光明日报", "\(dice.pick(lists.chineseCities))日报", "\(dice.pick(lists.chineseCities))晚报",
        "中国\(dice.pick(lists.chineseNouns))报", "\(dice.pick(lists.chineseNouns))报", "文汇报",
        "\(dice.pick(lists.chineseCities))\(dice.pick(["晨报", "时报", "商报", "青年报"]))",
      ])
    }
    return dice.pick(WesternWords.of(language).newspapers).replacing("%", with: dice.pick(lists.cities))
  }

  mutating func proceedings(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "\(chinesePhrase())学术研讨会论文集",
        "第\(dice.pick(["一", "二", "三", "五", "十", "12", "8"]))届\(chinesePhrase())\(dice.pick(["会议论文集", "研讨会", "年会论文集"]))",
        "中国\(dice.pick(lists.chineseNouns))学会\(dice.number(1985...2020))年学术年会论文集", "\(chinesePhrase())论文集",
      ])
    }
    let topic = titleCase(dice.pick(WesternWords.english.journalFields))
    return dice.pick([
      "Proceedings of the \(dice.number(2...40))th International Conference on \(topic)",
      "International Conference on \(topic)",
      "Proceedings of the \(dice.number(1980...2023)) Conference on \(topic)", "Proc. Int. Conf. on \(topic)",
      "Proc. of the IEEE Symposium on \(topic)",
      "\(dice.number(1990...2023)) IEEE International Symposium on \(topic)", "Advances in \(topic)",
      "Workshop on \(topic)",
      "Proceedings of \(dice.pick(["CHI", "ICML", "SIGIR", "ACL", "KDD"])) \(dice.number(1995...2023))",
    ])
  }

  mutating func series(_ language: String) -> String {
    if language == "zh" { return dice.pick(lists.chineseNouns) + dice.pick(["丛书", "文库", "译丛", "书系", "研究丛书"]) }
    return dice.pick([
      "Lecture Notes in %", "Studies in %", "% Series", "Cambridge Studies in %", "Springer Series in %",
      "Contributions to %", "% Monographs", "Library of %",
    ])
    .replacing("%", with: dice.pick(WesternWords.of(language).journalFields))
  }

  mutating func website(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        dice.pick(lists.chineseNouns) + "网", "新华网", "人民网", dice.pick(lists.chineseCities) + "政府网", organisation("zh"),
      ])
    }
    return dice.pick([
      "Wikipedia", "BBC News", "\(capital(word("en"))).com", "The \(capital(word("en"))) Blog", organisation(language),
      newspaper(language),
    ])
  }

  mutating func school(_ language: String) -> String {
    if language == "zh" {
      return dice.pick(lists.chineseCities)
        + dice.pick(["大学", "师范大学", "理工大学", "大学历史系", "大学法学院", "交通大学", "财经大学", "工业大学"])
    }
    let city = dice.pick(lists.cities)
    return dice.pick([
      "University of %", "% University", "% Institute of Technology", "Universität %", "Université de %",
      "% State University", "Department of \(dice.pick(WesternWords.english.journalFields)), University of %",
      "% College",
    ])
    .replacing("%", with: city)
  }

  mutating func city(_ language: String) -> String {
    if language == "zh" {
      return dice.chance(0.7)
        ? dice.pick(["北京", "上海", "北京", "南京", "广州", "天津", "武汉", "成都", "香港", "台北", "长沙", "济南", "杭州", "西安", "沈阳"])
        : dice.pick(lists.chineseCities)
    }
    let words = WesternWords.of(language)
    var place = dice.chance(0.75) ? dice.pick(words.cities) : dice.pick(lists.cities)
    if dice.chance(0.06) { place += dice.pick(["; ", ", ", " and ", "/"]) + dice.pick(words.cities) }
    return place
  }

  mutating func publisher(_ language: String) -> String {
    if language == "zh" {
      return dice.pick([
        "\(dice.pick(lists.chineseCities))\(dice.pick(["人民出版社", "大学出版社", "教育出版社", "科学技术出版社", "文艺出版社", "古籍出版社", "师范大学出版社"]))",
        "\(dice.pick(["人民", "科学", "商务", "法律", "清华大学", "社会科学文献", "中国社会科学", "高等教育", "机械工业", "电子工业", "世界知识", "三联", "文物", "作家"]))出版社",
        dice.pick(["中华书局", "商务印书馆", "生活·读书·新知三联书店", "上海古籍出版社", "人民出版社", "中央文献出版社", "岳麓书社", "上海书店", "中信出版社", "Springer"]
        ),
        "中国\(dice.pick(lists.chineseNouns))出版社",
        "\(dice.pick(lists.chineseNouns))\(dice.pick(["出版社", "书局", "出版集团", "书社", "出版公司"]))",
      ])
    }
    let words = WesternWords.of(language)
    var text = dice.pick(words.publishers)
    while text.contains("%") {
      let name =
        text.contains("University") || text.contains("niversit")
        ? dice.pick(lists.cities) : dice.pick(lists.familyNames)
      guard let range = text.firstRange(of: "%") else { break }
      text.replaceSubrange(range, with: name)
    }
    return text
  }

  mutating func addImprint(_ record: inout GeneratedRecord) {
    if dice.chance(0.94) {
      let name = publisher(record.language)
      record.texts[.publisher] = record.isHan ? name : westernPublisher(name)
    }
    if dice.chance(0.03) { record.texts[.publisher] = record.isHan ? chineseBody() : body() }
    if dice.chance(0.82) {
      let place = city(record.language)
      record.texts[.publisherPlace] = record.isHan ? place : westernPlace(place)
    }
  }

  mutating func addWeb(_ record: inout GeneratedRecord) {
    let host =
      (dice.pick(lists.words["en"] ?? []) + dice.pick([".com", ".org", ".gov.cn", ".edu", ".net", ".cn", ".de"]))
      .lowercased()
    record.texts[.url] =
      dice.pick(["http://www.", "https://www.", "https://", "http://", "www."]) + host
      + dice.pick([
        "", "/", "/\(dice.pick(lists.words["en"] ?? [])).html",
        "/\(dice.number(2000...2024))/\(dice.number(1...12))/\(dice.number(1000...999999)).htm",
        "/index.php?id=\(dice.number(1...9999))",
      ])
    if dice.chance(0.55) {
      record.accessed = GeneratedRecord.Day(
        year: min(2024, (record.issued?.year ?? 2010) + dice.number(0...6)), month: dice.number(1...12),
        day: dice.number(1...28))
    }
  }
}
