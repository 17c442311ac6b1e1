import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

private func read(
  _ text: String, _ dialect: BibTeXWriter.Dialect = .biblatex
) -> (references: [Reference], diagnostics: [Diagnostic]) {
  BibTeXReader(dialect: dialect).read(SourceText(name: "test.bib", text: text))
}

private func first(_ text: String, _ dialect: BibTeXWriter.Dialect = .biblatex) throws -> Reference {
  try #require(read(text, dialect).references.first)
}

@Suite("BibTeX reader: syntax")
struct BibTeXSyntaxTests {
  @Test("Braces, quotation marks, numbers, macros and joined pieces")
  func pieces() throws {
    let reference = try first(
      """
      A comment, me@example.org
      @string{jas = "J. Asian " # {Stud.}}
      @ARTICLE(li2001,
        Title = "The {DNA} of {\\"A}",
        journal = jas # { B},
        year = 2001, month = mar, volume = {3}
      )
      """, .bibtex)
    #expect(reference.id == "li2001")
    #expect(reference.type == .articleJournal)
    #expect(reference.text(.containerTitle) == "J. Asian Stud. B")
    #expect(reference.date(.issued) == DateValue(year: 2001, month: 3))
    #expect(reference.text(.volume) == "3")
  }

  @Test(
    "A broken entry is reported at its place and loses no other",
    arguments: [
      "@book{b, title = {open {brace},\n  year = 2001\n}", "@book{b, title {no equals}}", "@book{b, title = \"open}",
      "@book{b, title = {x} year = }", "@book{b, = {x}}",
    ])
  func broken(entry: String) {
    let (references, diagnostics) = read("@book{a, title={甲}}\n\(entry)\n@book{c, title={丙}}\n")
    #expect(references.map(\.id.rawValue) == ["a", "b", "c"])
    #expect(references.last?.text(.title) == "丙")
    #expect(diagnostics.contains { $0.code == "F022" && ($0.span?.start ?? 0) > 20 })
  }

  @Test func fieldsBeforeAFaultAreKept() throws {
    #expect(try first("@book{a, title = {甲}, year 2001}").text(.title) == "甲")
  }

  @Test func entriesBehindAPercentSignAreTakenOut() {
    let (references, diagnostics) = read("%@book{a,\n%  title = {甲}\n%}\n@book{b, % me@x{y\n title = {乙}}")
    #expect(references.map(\.id) == ["b"])
    #expect(diagnostics.isEmpty)
  }

  @Test func macrosAndDuplicates() {
    let (references, diagnostics) = read("@book{a, title = nix, title = {x}}\n@book{A, title={y}}")
    #expect(references.count == 2)
    #expect(references.first?.text(.title) == "nix")
    #expect(Set(diagnostics.map(\.code)) == ["F023", "F024"])
    #expect(diagnostics.count == 3)
  }

  @Test("Cutting or damaging a file at any byte never traps")
  func damage() {
    let bytes = Array(
      "@string{x={a}}\n@book{k, author = {A and {B} and von C, D}, title = \"\\'{e} \\textit{x} $a$\" # x, year={2001--2}}\n@comment{c}"
        .utf8)
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 0x05
      for variant in [Array(bytes[..<index]), flipped] {
        for diagnostic in BibTeXReader().read(SourceText(name: "damaged", bytes: variant)).diagnostics {
          #expect((diagnostic.span?.end ?? 0) <= variant.count)
        }
      }
    }
  }

  @Test("Nesting without end is no danger")
  func nesting() {
    let deep = String(repeating: "{", count: 20_000) + String(repeating: "}", count: 20_000)
    #expect(read("@book{a, title = {\(deep)}}").references.count == 1)
    #expect(read("@book{a, title = {" + String(repeating: "\\textit{", count: 5_000)).references.count == 1)
  }
}

@Suite("BibTeX reader: values")
struct BibTeXReadValueTests {
  @Test(
    "LaTeX as text",
    arguments: [
      (#"Erd\H{o}s, G\"odel, \v Cech, \'{\i}, {\'E}, \ss{}x, \o re"#, "Erdős, Gödel, Čech, í, É, ßx, øre"),
      (#"A \& B 50\% \$5 \_ \textbackslash{}x"#, #"A & B 50% $5 _ \x"#),
      ("1990--1992 --- ``x''", "1990–1992 — “x”"), ("$x^2$", "$x^2$"), (#"\unknown{x} y"#, #"\unknown{x} y"#),
      ("a\n   b", "a b"), (#"x\textbraceleft{}y"#, "x{y"),
    ])
  func latex(given: String, expected: String) throws {
    #expect(try first("@book{a, publisher = {\(given)}}").text(.publisher) == expected)
  }

  @Test(
    "Commands become markup",
    arguments: [
      (#"\textit{Homo} x"#, "<i>Homo</i> x"), (#"{\em x} y"#, "<i>x</i> y"),
      ("The {DNA} x", #"The <span class="nocase">DNA</span> x"#), (#"H\textsubscript{2}O"#, "H<sub>2</sub>O"),
    ])
  func markup(given: String, expected: String) throws {
    guard case .text(let text)? = try first("@book{a, title = {\(given)}}")[.title]?.value else {
      Issue.record("no text")
      return
    }
    #expect(text.markup == expected)
  }

  @Test(
    "Names",
    arguments: [
      ("Keohane, Robert O.", Name(family: "Keohane", given: "Robert O.")),
      ("Robert O. Keohane", Name(family: "Keohane", given: "Robert O.")),
      ("King, Jr., Martin Luther", Name(family: "King", given: "Martin Luther", suffix: "Jr.", commaSuffix: true)),
      ("Ludwig van der Veen", Name(family: "Veen", given: "Ludwig", nonDroppingParticle: "van der")),
      ("van der Veen, Jan", Name(family: "Veen", given: "Jan", nonDroppingParticle: "van der")),
      ("{de Gaulle}, Charles", Name(family: "de Gaulle", given: "Charles")),
      ("{Barnes and Noble}", Name(literal: "Barnes and Noble")), ("外交部", Name(literal: "外交部")),
      ("family=Veen, given=Jan, prefix=van", Name(family: "Veen", given: "Jan", nonDroppingParticle: "van")),
    ])
  func names(given: String, expected: Name) throws {
    var name = try #require(first("@book{a, author = {\(given)}}").names(.author).first)
    name.spans = []
    #expect(name == expected)
  }

  @Test(
    "Dates",
    arguments: [
      ("1990~", DateValue(start: .init(year: 1990), circa: true)),
      ("2001-05-06", DateValue(year: 2001, month: 5, day: 6)),
      ("2001/..", DateValue(start: .init(year: 2001), isOpenEnded: true)),
      ("2001.5.6", DateValue(year: 2001, month: 5, day: 6)),
      ("soon", DateValue(literal: "soon")),
    ])
  func dates(given: String, expected: DateValue) throws {
    #expect(try first("@book{a, date = {\(given)}}").date(.issued) == expected)
  }

  @Test func others() throws {
    let list = try #require(first("@book{a, author = {甲 and\n 乙 AND others}}")[.author]?.names)
    #expect(list.names.map(\.literal) == ["甲", "乙"])
    #expect(list.hasOthers)
  }

  @Test func fieldsKnowTheirPlace() throws {
    let text = "@book{a, title = {甲}}"
    let span = try #require(first(text)[.title]?.provenance.spans.first)
    #expect(SourceText(name: "t", text: text)[span] == "{甲}")
  }

  @Test func typesOfOtherStyles() {
    let types = read(
      "@newspaper{a}@standard{b}@archive{c}@mastersthesis{d}@online{e}@article{f, entrysubtype={newspaper}}@bok{g}"
    ).references.map(\.type)
    #expect(types == [.articleNewspaper, .standard, .manuscript, .thesis, .webpage, .articleNewspaper, .document])
  }
}

@Suite("BibLaTeX: written and read again")
struct BibLaTeXRoundTripTests {
  /// The record as a reader gives it, without places.
  static func bare(_ reference: Reference) -> [Variable: Field.Value] {
    reference.fields.mapValues { field in
      guard case .names(var list) = field.value else { return field.value }
      for index in list.names.indices { list.names[index].spans = [] }
      return .names(list)
    }
  }

  @Test("Every type comes back", arguments: ReferenceType.allCases, BibTeXWriter.Dialect.allCases)
  func types(type: ReferenceType, dialect: BibTeXWriter.Dialect) throws {
    var reference = Reference(id: "x", type: type)
    reference.set(.title, text: "题")
    let writer = BibTeXWriter(dialect: dialect, keys: CitationKeys(pattern: .hanzi))
    #expect(try first(writer.write([reference]).text, dialect).type == type)
    reference.set(.url, text: "https://example.org")
    #expect(try first(writer.write([reference]).text, dialect).type == type)
  }

  @Test("Every variable that is written without a loss comes back", arguments: BibTeXWriter.Dialect.allCases)
  func variables(dialect: BibTeXWriter.Dialect) throws {
    let writer = BibTeXWriter(dialect: dialect, keys: CitationKeys(pattern: .hanzi))
    for type in ReferenceType.allCases {
      for variable in Variable.allCases where variable != .citationKey && variable != .event {
        var reference = Reference(id: "x", type: type)
        switch variable.kind {
        case .text: reference[variable] = Field(.text(RichText(markup: "a_b & <i>丙</i>")), .edited)
        case .number: reference.set(variable, text: "12-13")
        case .names:
          reference.set(variable, names: [Name(literal: "甲"), Name(family: "B", given: "C.")], hasOthers: true)
        case .date: reference.set(variable, date: DateValue(year: 1999, month: 5, day: 6))
        }
        if variable == .doi || variable == .cstr || variable == .url || variable == .pmid || variable == .pmcid {
          reference.set(variable, text: "10.1/a_b%20#c")
        }
        if variable == .language { reference.set(variable, text: "zh-TW") }
        let (text, losses) = writer.write([reference])
        if losses.contains(where: { $0.message.contains(": \(variable.rawValue) “") }) { continue }
        let back = try first(text, dialect)
        #expect(back.type == type)
        #expect(Self.bare(back)[variable] == Self.bare(reference)[variable], "\(type) \(variable): \(text)")
      }
    }
  }

  @Test func foreignFieldsAndTypesComeBack() throws {
    let reference = try first("@scroll{a, title = {甲}, mark = {M/OL}, crossref = {b}}")
    let (text, diagnostics) = BibTeXWriter(dialect: .biblatex, keys: CitationKeys(pattern: .hanzi)).write([reference])
    #expect(text == "@scroll{a,\n  title = {甲},\n  mark = {M/OL},\n  crossref = {b},\n}\n")
    #expect(diagnostics.isEmpty)
  }
}

@Suite("BibTeX reader: inheritance")
struct BibTeXInheritanceTests {
  @Test("A chapter has the title of its book as the title of its host")
  func crossref() throws {
    let references = read(
      """
      @inbook{c, crossref = {B}, title = {Chapter}, pages = {1--2}}
      @book{b, title = {Book}, subtitle = {{Sub}}, author = {Li, A.}, editor = {Wu, B.}, date = {2001}, shorttitle = {S}}
      """
    ).references
    let chapter = try #require(references.first)
    #expect(chapter.text(.title) == "Chapter")
    #expect(chapter.text(.containerTitle) == "Book: Sub")
    #expect(chapter.names(.author).first?.family == "Li")
    #expect(chapter.names(.containerAuthor).first?.family == "Li")
    #expect(chapter.names(.editor).first?.family == "Wu")
    #expect(chapter.date(.issued) == DateValue(year: 2001))
    #expect(chapter.text(.titleShort) == nil)
  }

  @Test("Own fields win, a date as a whole; xdata stands in for the entry itself")
  func xdata() throws {
    let (references, diagnostics) = read(
      """
      @book{b, title = {T}, year = 2000, xdata = {p, q}}
      @xdata{p, publisher = {Brill}, location = {Leiden}, xdata = {r}}
      @xdata{q, publisher = {Other}, date = {2003}}
      @xdata{r, series = {S}}
      """)
    let book = try #require(references.first)
    #expect(book.text(.publisher) == "Brill")
    #expect(book.text(.publisherPlace) == "Leiden")
    #expect(book.text(.collectionTitle) == "S")
    #expect(book.date(.issued) == DateValue(year: 2000))
    #expect(diagnostics.isEmpty)
  }

  @Test("Circles end, and missing parents are reported", arguments: ["a", "b", "gone"])
  func circles(parent: String) {
    let (references, diagnostics) = read(
      "@book{a, title = {T}, crossref = {\(parent)}}\n@book{b, crossref = {a}, date = 2000}")
    #expect(references.count == 2)
    #expect(diagnostics.contains { $0.code == "F027" })
  }

  @Test("Entries that name each other many times cost little")
  func manyParents() {
    let lines = (0..<40).map { "@xdata{x\($0), xdata = {x\($0 + 1), x\($0 + 1), x\($0 + 2)}, f\($0) = {v}}" }
    #expect(read(lines.joined(separator: "\n")).references.count == 40)
  }
}

@Suite("BibTeX reader: bad input")
struct BibTeXBadInputTests {
  @Test("A brace without its partner costs one entry of many", arguments: ["\n", "\r\n", "\r", "\n\t "])
  func oneOfMany(lineEnd: String) {
    let rest = (1...500).map { "@book{k\($0),\(lineEnd)title = {T\($0)} % x\(lineEnd)}" }
    let (references, diagnostics) = read("@book{a, title = {{x}\(lineEnd)}\(lineEnd)" + rest.joined(separator: lineEnd))
    #expect(references.count == 501)
    #expect(references.dropFirst().allSatisfy { $0.text(.title)?.hasPrefix("T") == true })
    #expect(diagnostics.map(\.code) == ["F022"])
  }

  @Test(
    "Endless braces are read in one pass",
    arguments: ["\n@x{k t={", "@comment{", "@a{k, t=\"", "\n@a{k,t={", "@string{a={", "{", "@a{b,", "\\'{", "@x(k,t={"])
  func endless(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    _ = read(text)
    _ = read("@book{k, title = {" + text + "}}")
  }

  @Test("NUL bytes and nesting without end stay text")
  func odd() {
    #expect(read("@book{k, title = {a\0b}}").references.first?.text(.title) == "a\0b")
    let deep = String(repeating: "{", count: 100_000) + "x" + String(repeating: "}", count: 100_000)
    #expect(read("@book{k, title = {\(deep)}, author = {\(deep)}}").references.count == 1)
  }
}

@Suite("BibTeX reader: habits of files")
struct BibTeXHabitsTests {
  @Test(
    "Months with a day",
    arguments: ["mar # \"~5\"", "\"5~\" # mar", "{March 5}", "{5 Mar.}", "{mar}, day = 5", "3, day = {5}"])
  func months(month: String) throws {
    let reference = try first("@article{k, year = 2001, month = \(month)}", .bibtex)
    #expect(reference.date(.issued) == DateValue(year: 2001, month: 3, day: 5))
    #expect(reference.foreign.isEmpty)
  }

  @Test func capitalsOfMathStay() throws {
    let reference = try first("@book{k, langid = {english}, title = {The Decay of $\\Phi_A$ and \\Unknown Mesons}}")
    #expect(reference.text(.title) == "The decay of $\\Phi_A$ and \\Unknown mesons")
  }

  @Test func signsUpsideDown() throws {
    let reference = try first("@book{k, title = {{?`Qu\\'e? !`No!}}}")
    #expect(reference.text(.title) == "¿Qué? ¡No!")
  }

  @Test func listsCutWithAHanWord() throws {
    let list = try #require(try first("@book{k, author = {孔子 and 老子 等}}")[.author]?.names)
    #expect(list.names.map(\.literal) == ["孔子", "老子"])
    #expect(list.hasOthers)
  }

  @Test func numbersOfPubMed() throws {
    #expect(try first("@article{k, eprint = {24314719}, eprinttype = {pubmed}}").text(.pmid) == "24314719")
  }

  @Test func placesOfACM() throws {
    let reference = try first("@inproceedings{k, location = {Dallas}, address = {New York}}")
    #expect(reference.text(.eventPlace) == "Dallas")
    #expect(reference.text(.publisherPlace) == "New York")
  }

  @Test(
    "Dates of ISO 8601-2, level 1",
    arguments: [
      ("199X", DateValue(start: .init(year: 1990), end: .init(year: 1999))),
      ("1999-XX", DateValue(year: 1999)),
      ("1999-01-XX", DateValue(year: 1999, month: 1)),
      ("Y17000002", DateValue(year: 17_000_002)),
      ("2001-21", DateValue(start: .init(year: 2001), season: 1)),
      ("1850~", DateValue(start: .init(year: 1850), circa: true)),
      ("-0044", DateValue(year: -45)),
      ("2001/", DateValue(start: .init(year: 2001), isOpenEnded: true)),
      ("2001-01-03T15:00:00Z", DateValue(year: 2001, month: 1, day: 3)),
    ])
  func dates(text: String, date: DateValue) throws {
    #expect(try first("@book{k, date = {\(text)}}").date(.issued) == date)
  }

  @Test func listsOfBibLaTeX() throws {
    let reference = try first("@book{k, location = {Paris and London}, publisher = {{Smith and Sons} and Brill}}")
    #expect(reference.text(.publisherPlace) == "Paris; London")
    #expect(reference.text(.publisher) == "Smith and Sons; Brill")
  }
}
