import YinzhuModel

/// Russian and Japanese records, which scholars of Chinese cite in their own languages.
extension RecordGenerator {
  mutating func eastern() -> GeneratedRecord {
    let isRussian = dice.chance(0.55)
    let type = dice.weighted(
      [(ReferenceType.articleJournal, 5), (.book, 6), (.chapter, 2), (.thesis, 1), (.articleNewspaper, 1)], else: .book)
    var record = GeneratedRecord(type: type, language: isRussian ? "ru" : "ja")
    record.issued = GeneratedRecord.Day(year: dice.number(1900...2023))
    let count = dice.weighted([(1, 7), (2, 2), (3, 1)], else: 1)
    record.names[.author] = easternPeople(record.language, count)
    record.texts[.title] = easternTitle(record.language)
    let words = isRussian ? EastWords.russian : EastWords.japanese
    switch type {
    case .articleJournal:
      record.texts[.containerTitle] = fill(dice.pick(words.journals), record.language)
      if dice.chance(0.6) { record.texts[.volume] = String(dice.number(1...80)) }
      record.texts[.issue] = String(dice.number(1...12))
      if dice.chance(0.85) { record.texts[.page] = pages() }
    case .articleNewspaper:
      record.texts[.containerTitle] = dice.pick(words.newspapers)
      record.issued?.month = dice.number(1...12)
      record.issued?.day = dice.number(1...28)
    case .chapter:
      record.texts[.containerTitle] = easternTitle(record.language)
      if dice.chance(0.7) { record.names[.editor] = easternPeople(record.language, 1) }
      record.texts[.page] = pages()
      imprint(&record, words)
    case .thesis:
      record.texts[.genre] = dice.pick(words.theses)
      record.texts[.publisher] = dice.pick(words.schools)
      if isRussian { record.texts[.publisherPlace] = dice.pick(words.cities) }
    default:
      imprint(&record, words)
      if dice.chance(0.15) { record.texts[.volume] = String(dice.number(1...6)) }
      if dice.chance(0.1) { record.names[.translator] = easternPeople(record.language, 1) }
    }
    return record
  }

  private mutating func imprint(_ record: inout GeneratedRecord, _ words: EastWords) {
    if dice.chance(0.9) { record.texts[.publisher] = fill(dice.pick(words.publishers), record.language) }
    if dice.chance(record.language == "ru" ? 0.95 : 0.4) { record.texts[.publisherPlace] = dice.pick(words.cities) }
  }

  private mutating func easternPeople(_ language: String, _ count: Int) -> [GeneratedName] {
    (0..<count).map { _ in
      let list = language == "ru" ? lists.russianNames : lists.japaneseNames
      guard let family = list.randomElement(using: &dice)?.family, let given = list.randomElement(using: &dice)?.given
      else { return GeneratedName(family: "", given: "") }
      if language == "ja" { return GeneratedName(family: family, given: given, isHan: true) }
      let father = dice.pick(["А.", "В.", "И.", "П.", "С.", "Н.", "М.", "Г.", "Ю.", "Е."])
      if dice.chance(0.8) { return GeneratedName(family: family, given: "\(given.prefix(1)). \(father)") }
      return GeneratedName(family: family, given: given)
    }
  }

  private mutating func word(ofEastern language: String) -> String { dice.pick(lists.words[language] ?? []) }

  private mutating func fill(_ frame: String, _ language: String) -> String {
    guard frame.contains("%") else { return frame }
    return frame.replacing("%", with: word(ofEastern: language))
  }

  private mutating func easternTitle(_ language: String) -> String {
    let words = language == "ru" ? EastWords.russian : EastWords.japanese
    var out = ""
    for character in dice.pick(words.titles) {
      out += character == "%" ? word(ofEastern: language) : String(character)
    }
    return capital(out)
  }
}

/// Frames and names of Russian and Japanese records; general knowledge of ours.
struct EastWords {
  /// `%` is a word.
  let titles: [String]
  let journals: [String]
  let newspapers: [String]
  let publishers: [String]
  let cities: [String]
  let schools: [String]
  let theses: [String]

  static let russian = EastWords(
    titles: [
      "% и %", "К вопросу о % %", "% в истории: % и %", "О % и %", "% как %", "% %: % и %", "История: %, %", "%. %",
      "Введение в %", "% (% и %)", "Очерки: %", "% и % в XIX веке", "% в 1917–1941 гг.", "«%» и %", "%: учебник",
      "Проблема: % и %", "Теория и практика: %", "Китай: % и %",
    ],
    journals: [
      "Вопросы истории", "Вопросы философии", "Новая и новейшая история", "Проблемы Дальнего Востока", "Этнография",
      "Отечественная история", "Социологические исследования", "Вестник: %", "% и %", "Известия РАН", "Наука и жизнь",
      "Мировая экономика и международные отношения", "Русская литература", "Исторический архив", "Журнал: %",
    ],
    newspapers: ["Правда", "Известия", "Литературная газета", "Коммерсантъ", "Красная звезда"],
    publishers: [
      "Наука", "Мысль", "Прогресс", "Изд-во МГУ", "Политиздат", "РОССПЭН", "Восточная литература", "Высшая школа",
      "Просвещение", "Юрист", "Академия", "%",
    ],
    cities: [
      "М.", "Москва", "СПб.", "Л.", "Санкт-Петербург", "Новосибирск", "Владивосток", "Казань", "Киев", "М.; Л.",
    ],
    schools: ["МГУ", "СПбГУ", "Московский государственный университет", "Институт востоковедения РАН", "ДВГУ"],
    theses: ["дис. ... канд. ист. наук", "автореф. дис. ... канд. филол. наук", "дис. ... д-ра экон. наук"])

  static let japanese = EastWords(
    titles: [
      "%と%", "%の%", "%史", "%論", "%の研究", "%史研究", "%における%", "%の%と%", "%をめぐる%", "%の成立", "%と%の間", "%の%—%を中心に—",
      "%入門", "%の思想", "%期の%と%", "%から見た%", "%研究序説", "「%」の%", "%の形成と展開", "%の世界",
    ],
    journals: [
      "史学雑誌", "東洋史研究", "思想", "歴史学研究", "東方学報", "中国研究月報", "アジア研究", "%研究", "%学会誌", "東洋学報", "国際政治", "現代中国", "一橋論叢", "%史学",
      "%学論集",
    ],
    newspapers: ["朝日新聞", "読売新聞", "毎日新聞", "日本経済新聞", "東京日日新聞"],
    publishers: [
      "岩波書店", "東京大学出版会", "みすず書房", "汲古書院", "吉川弘文館", "勁草書房", "有斐閣", "創文社", "筑摩書房", "講談社", "中央公論社", "平凡社", "名古屋大学出版会",
      "研文出版", "風響社", "%社",
    ],
    cities: ["東京", "京都", "大阪", "名古屋", "福岡"], schools: ["東京大学", "京都大学", "早稲田大学", "慶應義塾大学", "一橋大学", "東北大学"],
    theses: ["博士論文", "修士論文", "博士学位論文"])
}
