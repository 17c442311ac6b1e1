import YinzhuModel

/// Makes records of all kinds that scholars cite, which look real and are not.
package struct RecordGenerator: Sendable {
  let lists: WordLists
  var dice: Dice

  package init(lists: WordLists, seed: UInt64) {
    self.lists = lists
    dice = Dice(seed: seed)
  }

  /// The next record as the data model has it.
  package mutating func reference(id: String) -> Reference { record().reference(id: id) }

  mutating func record() -> GeneratedRecord {
    let language = dice.weighted(
      [("zh", 45), ("en", 38), ("de", 5), ("fr", 5), ("es", 3), ("it", 2), ("pt", 1), ("nl", 1)], else: "en")
    let type = dice.weighted(
      [
        (ReferenceType.articleJournal, 34), (.book, 22), (.chapter, 14), (.articleNewspaper, 7), (.paperConference, 7),
        (.thesis, 6), (.report, 4), (.webpage, 6), (.patent, 3), (.standard, 3), (.map, 1), (.manuscript, 1),
        (.dataset, 2), (.article, 2),
      ], else: .book)
    var record = GeneratedRecord(type: type, language: language)
    record.names[.author] = authors(language, type)
    if type == .book, dice.chance(0.08) { record.texts[.title] = record.isHan ? chineseConference() : conference() }
    if record.texts[.title] == nil { record.texts[.title] = variedTitle(language) }
    record.issued = GeneratedRecord.Day(year: year())
    fill(&record)
    return record
  }

  mutating func year() -> Int {
    dice.weighted(
      [(dice.number(1990...2024), 8), (dice.number(1950...1989), 3), (dice.number(1840...1949), 1)], else: 2000)
  }

  mutating func fill(_ record: inout GeneratedRecord) {
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
    case .dataset, .article:
      record.texts[.publisher] = repository(record.isHan)
      if dice.chance(0.6) { addWeb(&record) }
      if dice.chance(0.4) { record.texts[.doi] = doi() }
    case .book, .map, .manuscript:
      if dice.chance(0.95) { addImprint(&record) }
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
      if dice.chance(0.75) {
        record.names[.editor] = dice.chance(0.08) ? [organisationName(language)] : people(language, dice.number(1...4))
      }
      addImprint(&record)
      if dice.chance(0.85) { record.texts[.page] = pages() }
      if dice.chance(0.15) { record.texts[.volume] = number(1...12) }
      if dice.chance(0.1) { record.texts[.edition] = edition(record) }
      if dice.chance(0.1) { record.texts[.collectionTitle] = series(language) }
      if dice.chance(0.08) { record.names[.translator] = people(language, 1) }
    case .paperConference:
      let isLong = dice.chance(0.6)
      record.texts[.containerTitle] =
        !isLong ? proceedings(language) : record.isHan ? chineseConference() : conference()
      if dice.chance(0.35) { record.names[.editor] = people(language, dice.number(1...3)) }
      if dice.chance(0.75) { addImprint(&record) }
      if dice.chance(0.85) { record.texts[.page] = pages() }
      if dice.chance(0.2) { record.texts[.volume] = number(1...900) }
      if dice.chance(0.2) { record.texts[.doi] = doi() }
      if dice.chance(0.4) { record.texts[.eventPlace] = record.isHan ? city(language) : westernPlace(city(language)) }
    case .articleNewspaper:
      record.texts[.containerTitle] = newspaper(language)
      record.issued?.month = dice.number(1...12)
      record.issued?.day = dice.number(1...28)
      if dice.chance(0.65) { record.texts[.page] = newspaperPage() }
      if dice.chance(0.15) { addWeb(&record) }
    case .thesis:
      record.texts[.publisher] = school(language)
      record.texts[.genre] =
        record.isHan
        ? dice.pick(["博士学位论文", "硕士学位论文", "博士论文", "硕士论文"]) : dice.pick(WesternWords.of(language).thesis)
      if dice.chance(0.6) { record.texts[.publisherPlace] = city(language) }
      if dice.chance(0.1) { addWeb(&record) }
    case .report:
      record.texts[.publisher] = record.isHan || dice.chance(0.5) ? organisation(language) : department()
      if dice.chance(0.5) { record.texts[.publisherPlace] = city(language) }
      if dice.chance(0.6) { record.texts[.number] = dice.chance(0.5) ? reportNumber() : reportSeries() }
      if dice.chance(0.4) {
        record.texts[.genre] =
          record.isHan
          ? dice.pick(["研究报告", "工作论文", "内部报告"])
          : dice.pick([
            "Technical Report", "Working Paper", "Discussion Paper", "Tech. Rep.", "Research Report", "White paper",
          ])
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
      record.texts[.number] =
        dice.pick(["CN", "US", "EP", "WO", "JP"]) + number(1_000_000...299_999_999)
        + dice.pick(["A", "B", "B2", "A1", "", "U"])
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
}
