import YinzhuModel

// Phrases that several patterns share. Each is a value of the grammar, as journals print it.

extension Grammar {
  /// `江泽民：`, `[美]维维恩·施密特：`, `汉斯·摩根索著，杨岐鸣等译：`
  static let head = Grammar.maybe(.slot(.creators), .headMark)

  /// `（第8版上卷）`, `第1卷`, `（增订版）`, `标点本第6卷` after a title.
  static let volumes = Grammar.sequence([
    .maybe(.slot(.parenthetical)),
    .any(
      .all(.optionalComma, .slot(.edition, .edition), .optionalComma, .slot(.volume)),
      .all(
        .maybe(.optionalComma, .slot(.volume)), .maybe(.slot(.parenthetical)),
        .maybe(.optionalComma, .slot(.edition, .edition)))),
  ])

  /// `，姜其煌、濮阳翔译`
  static let contributorsAfter = Grammar.maybe(.optionalComma, .slot(.contributors))

  /// `2000年版`, `，1982年`, `1927年影印本`, `2009年2月版`, and the slip `年2011`.
  static let yearOfBook = Grammar.any(
    .all(
      .maybe(.word(.year)), .any(.slot(.eraDate, .issued), .all(.slot(.year, .issued), .maybe(.word(.year)))),
      .maybe(.any(.word(.edition), .slot(.edition, .edition)))),
    .all(.slot(.date, .issued), .maybe(.any(.word(.edition), .slot(.edition, .edition)))), .slot(.noDate)
  )

  /// `北京：中华书局2000年版`, `商务印书馆，2011年`, `（北京：中华书局，2000年）`
  static let imprint = Grammar.any(
    imprintBody,
    .all(.open(.round), imprintBody, .close(.round))
  )

  private static let imprintBody = Grammar.any(
    .all(
      .maybe(.slot(.place, .publisherPlace), .colon), .slot(.publisher, .publisher),
      .optionalComma, yearOfBook),
    .all(.maybe(.slot(.place, .publisherPlace), .colon), .slot(.knownPublisher, .publisher)),
    .all(.slot(.place, .publisherPlace), .colon, .slot(.publisher, .publisher)),
    .all(.slot(.place, .publisherPlace), .colon, .maybe(.slot(.publisher, .publisher), .optionalComma), yearOfBook),
    yearOfBook
  )

  /// `，第3页`
  static let pages = Grammar.maybe(.optionalComma, .slot(.locator))

  /// `，载`, `，见`, and the words that mean the same.
  static let hostWord = Grammar.all(.optionalComma, .word(.host, .see))

  /// `，访问时间：2014年2月14日`, `，2014年2月14日访问`, `[2014-02-14]`
  static let accessed = Grammar.any(
    .all(.optionalComma, .word(.accessed), .maybe(.colon), .slot(.date, .accessed)),
    .all(.optionalComma, .slot(.date, .accessed), .word(.accessed)),
    .all(
      .optionalComma, .open(.round),
      .any(
        .all(.word(.accessed), .maybe(.colon), .slot(.date, .accessed)), .all(.slot(.date, .accessed), .word(.accessed))
      ),
      .close(.round)),
    .all(.open(.square), .slot(.date, .accessed), .close(.square))
  )

  /// `，https://…，访问时间：…`
  static let webAddress = Grammar.maybe(.optionalComma, .slot(.url, .url), .maybe(accessed))

  /// `2014年第6期`, `，1993年第5期`, `2010年第3卷第2期`, `第62卷第6期（2015年6月）`
  static let issue = Grammar.any(
    .all(
      .any(.all(.slot(.year, .issued), .maybe(.word(.year))), .slot(.eraDate, .issued), .slot(.date, .issued)),
      .optionalComma, volumeAndIssue),
    .all(
      volumeAndIssue, .optionalComma,
      .any(
        .all(
          .open(.round), .any(.all(.slot(.year, .issued), .maybe(.word(.year))), .slot(.date, .issued)), .close(.round)),
        .slot(.date, .issued), .all(.slot(.year, .issued), .maybe(.word(.year))))),
    // The year stood after the names; a volume alone would be that of a book.
    .all(.maybe(volumeOfJournal, .optionalComma), numberOfIssue)
  )

  private static let volumeAndIssue = Grammar.any(
    .all(volumeOfJournal, .maybe(.optionalComma, numberOfIssue)), numberOfIssue)

  static let volumeOfJournal = Grammar.all(
    .maybe(.word(.ordinal)), .slot(.number, .volume), .word(.volume, .role))

  static let numberOfIssue = Grammar.any(
    .all(
      .maybe(.word(.ordinal)), .slot(.number, .issue), .word(.issue),
      .maybe(.open(.round), .word(.runningOrdinal), .slot(.number), .word(.issue), .close(.round))),
    .all(.word(.runningOrdinal), .slot(.number, .issue), .word(.issue)),
    .slot(.supplement, .issue)
  )
}
