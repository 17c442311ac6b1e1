import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

/// One record as an entry, and the messages about what was lost.
private func entry(
  _ reference: Reference, _ dialect: BibTeXWriter.Dialect = .biblatex
) -> (text: String, losses: [String]) {
  let (text, diagnostics) = BibTeXWriter(dialect: dialect, keys: CitationKeys(pattern: .hanzi)).write([reference])
  return (text, diagnostics.map(\.message))
}

/// The value of a field as it stands in the file, without its braces.
private func field(_ name: String, of text: String) -> String? {
  for line in text.split(separator: "\n") where line.hasPrefix("  \(name) = ") {
    let value = line.dropFirst(name.count + 5).dropLast()
    return value.hasPrefix("{") ? String(value.dropFirst().dropLast()) : String(value)
  }
  return nil
}

private func record(_ type: ReferenceType, _ fields: [(Variable, String)] = []) -> Reference {
  var reference = Reference(id: "x", type: type)
  for (variable, text) in fields { reference.set(variable, text: text) }
  return reference
}

@Suite("BibTeX and BibLaTeX: entries")
struct BibTeXEntryTests {
  @Test("A newspaper article in both dialects")
  func newspaper() {
    var reference = record(
      .articleNewspaper,
      [(.title, "弘扬“上海精神”"), (.containerTitle, "人民日报"), (.page, "2"), (.language, "zh-CN")])
    reference.set(.author, names: [Name(literal: "习近平")])
    reference.set(.issued, date: DateValue(year: 2018, month: 6, day: 11))
    let biblatex = entry(reference)
    #expect(
      biblatex.text == """
        @article{习近平2018弘扬,
          entrysubtype = {newspaper},
          author = {习近平},
          title = {弘扬“上海精神”},
          journaltitle = {人民日报},
          date = {2018-06-11},
          pages = {2},
          langid = {chinese},
        }

        """)
    #expect(biblatex.losses.isEmpty)
    let bibtex = entry(reference, .bibtex)
    #expect(
      bibtex.text == """
        @article{习近平2018弘扬,
          entrysubtype = {newspaper},
          author = {习近平},
          title = {弘扬“上海精神”},
          journal = {人民日报},
          year = {2018},
          month = jun,
          day = {11},
          pages = {2},
          langid = {chinese},
        }

        """)
    #expect(bibtex.losses.isEmpty)
  }

  @Test(
    "Entry types",
    arguments: [
      (ReferenceType.articleJournal, "article", "article"), (.book, "book", "book"),
      (.chapter, "incollection", "incollection"), (.paperConference, "inproceedings", "inproceedings"),
      (.thesis, "phdthesis", "thesis"), (.report, "techreport", "report"), (.webpage, "misc", "online"),
      (.patent, "misc", "patent"), (.standard, "misc", "standard"), (.legislation, "misc", "legislation"),
      (.legalCase, "misc", "jurisdiction"), (.manuscript, "unpublished", "unpublished"),
    ])
  func types(type: ReferenceType, bibtex: String, biblatex: String) {
    #expect(entry(record(type), .bibtex).text.hasPrefix("@\(bibtex){"))
    #expect(entry(record(type), .biblatex).text.hasPrefix("@\(biblatex){"))
  }

  @Test("No type is lost: where entry types are shared, the subtype tells them apart")
  func subtypes() {
    #expect(entry(record(.webpage, [(.url, "u")]), .bibtex).text.contains("entrysubtype") == false)
    #expect(field("entrysubtype", of: entry(record(.patent), .bibtex).text) == "patent")
    #expect(field("entrysubtype", of: entry(record(.patent), .biblatex).text) == nil)
    #expect(field("entrysubtype", of: entry(record(.map), .biblatex).text) == "map")
    #expect(field("entrysubtype", of: entry(record(.articleMagazine), .bibtex).text) == "magazine")
  }

  @Test("Every variable is written or reported", arguments: BibTeXWriter.Dialect.allCases)
  func nothingIsDropped(dialect: BibTeXWriter.Dialect) {
    for type in ReferenceType.allCases {
      for variable in Variable.allCases where variable != .citationKey {
        var reference = record(type)
        switch variable.kind {
        case .text, .number: reference.set(variable, text: "值值")
        case .names: reference.set(variable, names: [Name(literal: "值值")])
        case .date: reference.set(variable, date: DateValue(year: 1999))
        }
        let (text, losses) = entry(reference, dialect)
        let body = text.split(separator: "\n").dropFirst().joined()
        let isWritten = body.contains("值值") || body.contains("1999")
        #expect(isWritten || losses.contains { $0.contains(variable.rawValue) }, "\(type) \(variable)")
      }
    }
  }

  @Test func mastersThesis() {
    let text = entry(record(.thesis, [(.genre, "硕士学位论文"), (.publisher, "北京大学")]), .bibtex).text
    #expect(text.hasPrefix("@mastersthesis{"))
    #expect(field("school", of: text) == "北京大学")
    #expect(field("type", of: text) == "硕士学位论文")
  }

  @Test func editedBookIsACollection() {
    var reference = record(.book, [(.title, "文集")])
    reference.set(.editor, names: [Name(literal: "王力")])
    #expect(entry(reference).text.hasPrefix("@collection{"))
  }

  @Test func rolesWithoutFieldsOfTheirOwn() {
    var reference = record(.motionPicture, [(.title, "黄土地")])
    reference.set(.director, names: [Name(literal: "陈凯歌")])
    for dialect in BibTeXWriter.Dialect.allCases {
      let text = entry(reference, dialect).text
      #expect(field("editora", of: text) == "陈凯歌")
      #expect(field("editoratype", of: text) == "director")
    }
  }

  @Test func variablesWithoutAFieldStandUnderTheirOwnNames() {
    var reference = record(.book, [(.title, "书"), (.section, "3"), (.archivePlace, "南京")])
    reference.set(.submitted, date: DateValue(year: 2001, month: 2))
    for dialect in BibTeXWriter.Dialect.allCases {
      let (text, losses) = entry(reference, dialect)
      #expect(losses.isEmpty)
      #expect(field("csl-archive-place", of: text) == "南京")
      let back = BibTeXReader(dialect: dialect).read(SourceText(name: "", text: text)).references.first
      #expect(back?.text(.section) == "3")
      #expect(back?.date(.submitted) == DateValue(year: 2001, month: 2))
    }
  }

  @Test func droppedParticlesTakeTheExtendedFormOfBibLaTeX() {
    var reference = record(.book, [(.title, "Kosmos")])
    let name = Name(family: "Humboldt", given: "Alexander", droppingParticle: "von")
    reference.set(.author, names: [name])
    let (text, losses) = entry(reference, .biblatex)
    #expect(losses.isEmpty)
    #expect(
      field("author", of: text) == "family={Humboldt}, given={Alexander}, prefix={von}, useprefix=false")
    let back = BibTeXReader().read(SourceText(name: "", text: text)).references.first
    #expect(back?.names(.author).first?.droppingParticle == "von")
  }

  @Test func webpage() {
    var reference = record(.webpage, [(.title, "Page"), (.url, "https://example.org/a_b?x=50%25&y={z}")])
    reference.set(.accessed, date: DateValue(year: 2020, month: 1, day: 5))
    let text = entry(reference).text
    #expect(field("url", of: text) == "https://example.org/a_b?x=50%25&y=%7Bz%7D")
    #expect(field("urldate", of: text) == "2020-01-05")
  }

  @Test func foreignFieldsOfTheFormatComeBack() {
    var reference = record(.book, [(.title, "题")])
    reference.foreign = [
      .init(format: "bibtex", key: "crossref", value: .string("other")),
      .init(format: "bibtex", key: "broken", value: .string("a}b")),
      .init(format: "ris", key: "ZZ", value: .string("mine")),
    ]
    let (text, losses) = entry(reference, .bibtex)
    #expect(field("crossref", of: text) == "other")
    #expect(field("broken", of: text) == "a\\textbraceright{}b")
    #expect(losses.count == 1)
    #expect(losses.first?.contains("ZZ “mine”") == true)
  }

  @Test func whatNamesSayBeyondTheFormatIsReported() {
    var reference = record(.book, [(.title, "史记")])
    reference.set(.author, names: [Name(literal: "司马迁", dynasty: "汉")])
    reference.custom = [.init(key: "quoted-work", value: .string("汉书"), provenance: .edited)]
    let losses = entry(reference, .bibtex).losses
    #expect(losses.count == 2)
    #expect(losses.first?.contains("author/dynasty “汉”") == true || losses.last?.contains("author/dynasty “汉”") == true)
    #expect(losses.contains { $0.contains("custom/quoted-work “汉书”") })
  }

  @Test func whatNamesSayBeyondTheFormatIsAnAnnotationInBibLaTeX() {
    var reference = record(.book, [(.title, "史记")])
    reference.set(
      .author, names: [Name(literal: "司马迁", dynasty: "汉"), Name(family: "Li"), Name(family: "X", nationality: "美")])
    let (text, losses) = entry(reference, .biblatex)
    #expect(losses.isEmpty)
    #expect(field("author+an:dynasty", of: text) == "1=\"汉\"")
    #expect(field("author+an:nationality", of: text) == "3=\"美\"")
    let back = BibTeXReader().read(SourceText(name: "", text: text)).references.first
    #expect(back?.names(.author).map(\.dynasty) == ["汉", nil, nil])
    #expect(back?.names(.author).map(\.nationality) == [nil, nil, "美"])
    #expect(back?.foreign.isEmpty == true)
  }
}

@Suite("BibTeX and BibLaTeX: values")
struct BibTeXValueTests {
  @Test(
    "What LaTeX would take for a command is escaped; braces always balance",
    arguments: [
      (#"A & B 50% $5 #1 a_b"#, ##"A \& B 50\% \$5 \#1 a\_b"##),
      ("a{b", "a\\textbraceleft{}b"), ("}{", "\\textbraceright{}\\textbraceleft{}"),
      (#"x~y^z\w"#, #"x\textasciitilde{}y\textasciicircum{}z\textbackslash{}w"#),
      ("l''x", "l'{}'x"), ("《论“三农”》——兼论", "《论“三农”》——兼论"),
    ])
  func escapes(given: String, expected: String) {
    #expect(field("title", of: entry(record(.book, [(.title, given)])).text) == expected)
  }

  @Test(
    "Markup becomes commands",
    arguments: [
      ("<i>Homo</i> &amp; <b>x</b>", #"\textit{Homo} \&amp; \textbf{x}"#),
      ("H<sub>2</sub>O<sup>+</sup>", #"H\textsubscript{2}O\textsuperscript{+}"#),
      (#"<span style="font-variant:small-caps;">Ad</span>"#, #"\textsc{Ad}"#),
      (#"The <span class="nocase">DNA</span> of it"#, "The {DNA} of it"),
    ])
  func markup(given: String, expected: String) {
    var reference = record(.book)
    reference[.title] = Field(.text(RichText(markup: given)), .edited)
    #expect(field("title", of: entry(reference).text) == expected)
  }

  @Test(
    "Names",
    arguments: [
      (Name(family: "Keohane", given: "Robert O."), "Keohane, Robert O."),
      (Name(family: "King", given: "Martin Luther", suffix: "Jr."), "King, Jr., Martin Luther"),
      (Name(family: "Veen", given: "Jan", nonDroppingParticle: "van der"), "van der Veen, Jan"),
      (Name(family: "de Gaulle", given: "Charles"), "{de Gaulle}, Charles"),
      (Name(family: "Platon"), "Platon"), (Name(literal: "中华人民共和国外交部"), "中华人民共和国外交部"),
      (Name(literal: "塞缪尔·亨廷顿"), "塞缪尔·亨廷顿"), (Name(literal: "United Nations"), "{United Nations}"),
      (Name(literal: "Barnes and Noble"), "{Barnes and Noble}"), (Name(literal: "教育部 and 财政部"), "{教育部 and 财政部}"),
      (Name(family: "Smith, Wesson", given: "A."), "{Smith, Wesson}, A."), (Name(given: "Aristotle"), "{Aristotle}"),
    ])
  func names(name: Name, expected: String) {
    var reference = record(.book)
    reference.set(.author, names: [name])
    #expect(field("author", of: entry(reference).text) == expected)
  }

  @Test func cutListEndsWithOthers() {
    var reference = record(.book)
    reference.set(.author, names: [Name(literal: "甲"), Name(literal: "乙")], hasOthers: true)
    #expect(field("author", of: entry(reference).text) == "甲 and 乙 and others")
  }

  @Test(
    "Dates in BibLaTeX",
    arguments: [
      (DateValue(year: 1998, month: 5), "1998-05"), (DateValue(year: -44), "-0043"),
      (DateValue(start: .init(year: 1990), end: .init(year: 1992)), "1990/1992"),
      (DateValue(start: .init(year: 1990), isOpenEnded: true), "1990/.."),
      (DateValue(start: .init(year: 1990), circa: true), "1990~"),
      (DateValue(start: .init(year: 1990), season: 1), "1990-21"),
    ])
  func isoDates(date: DateValue, expected: String) {
    var reference = record(.book)
    reference.set(.issued, date: date)
    let (text, losses) = entry(reference)
    #expect(field("date", of: text) == expected)
    #expect(losses.isEmpty)
  }

  @Test("Numbers beyond all calendars do no harm", arguments: [Int.min, Int.max, 0, 13, 10_000])
  func extremeDates(number: Int) {
    var reference = record(.book)
    reference.set(.issued, date: DateValue(start: .init(year: number, month: number, day: number), season: number))
    for dialect in BibTeXWriter.Dialect.allCases { #expect(entry(reference, dialect).text.hasSuffix("}\n")) }
    #expect(!TaggedFormat.ris.write([reference], keys: CitationKeys(pattern: .pinyin)).text.isEmpty)
    #expect(!CSLJSON.write([reference]).isEmpty)
  }

  @Test func reignYearStandsInYear() {
    var reference = record(.book)
    reference.set(.issued, date: DateValue(literal: "光绪三年", calendar: .reign))
    for dialect in BibTeXWriter.Dialect.allCases {
      #expect(field("year", of: entry(reference, dialect).text) == "光绪三年")
    }
  }

  @Test func bibtexSaysWhatOfADateIsLost() {
    var reference = record(.book)
    reference.set(.issued, date: DateValue(start: .init(year: 1990), circa: true, season: 2))
    let (text, losses) = entry(reference, .bibtex)
    #expect(field("year", of: text) == "1990")
    #expect(losses.count == 2)
  }

  @Test(
    "Pages",
    arguments: [
      ("426-427", "426--427"), ("426–427", "426--427"), ("1, 3-5", "1, 3--5"), ("B1", "B1"), ("1-2-3", "1-2-3"),
      ("5-", "5-"),
    ])
  func pages(given: String, expected: String) {
    #expect(field("pages", of: entry(record(.articleJournal, [(.page, given)])).text) == expected)
  }

  @Test func languagesThatBabelNamesLooselyKeepTheirTag() {
    let text = entry(record(.book, [(.language, "zh-TW")])).text
    #expect(field("langid", of: text) == "chinese")
    #expect(field("language", of: text) == "zh-TW")
    #expect(field("language", of: entry(record(.book, [(.language, "en-US")])).text) == nil)
    #expect(field("language", of: entry(record(.book, [(.language, "tlh")])).text) == "tlh")
  }
}

@Suite("BibTeX: letters as commands")
struct LaTeXLettersTests {
  @Test("Letters that LaTeX has commands for are commands, and come back; Chinese stands as it is")
  func commands() throws {
    var reference = Reference(id: "k", type: .book)
    let title = "Über naïve Señores, Łódź, Ångström, Škoda, Œuvre “x” – Straße 汉字 ọ ş ǎ ø Æ §"
    reference.set(.title, text: title)
    reference.set(.author, names: [Name(family: "Erdős", given: "Pál")])
    reference.set(.url, text: "https://example.org/é")
    let writer = BibTeXWriter(dialect: .bibtex, keys: CitationKeys(pattern: .hanzi), letters: .latex)
    let text = writer.write([reference]).text
    #expect(text.contains("author = {Erd{\\H{o}}s, P{\\'a}l}"))
    #expect(text.contains("https://example.org/é"))
    let titleLine = try #require(text.split(separator: "\n").first { $0.contains("title =") })
    #expect(Set(titleLine.unicodeScalars.filter { !$0.isASCII }) == ["汉", "字"])
    let back = try #require(BibTeXReader(dialect: .bibtex).read(SourceText(name: "", text: text)).references.first)
    #expect(back.text(.title) == title)
    #expect(back.names(.author).first?.family == "Erdős")
  }
}
