import CLexicons

/// The words that the parser knows: compiled in from `Sources/CLexicons/lexicons/*.tsv`, or replaced by other tables.
///
/// A lexicon helps a score; nothing depends on it. Names that it doesn't hold parse by their shape.
///
/// A class, though it never changes: every reader of shapes carries it, and copies of two dozen tables cost a fifth of
/// the time of parsing (measured).
public final class Lexicons: Sendable {
  /// A word with the class that the grammar knows it by.
  struct Anchor: Sendable {
    var bytes: [UInt8]
    var word: Word
    /// Row in `roles` or `signals`.
    var value: Int32
  }

  /// A word of responsibility: 主编, 译, 点校.
  struct Role: Sendable {
    /// As printed.
    var word: String
    /// `author`, `editor` or `translator`.
    var variable: String
    /// Whether CSL has no variable that says it all, so that the word itself is kept.
    var isKept: Bool
  }

  /// A word that leads in a citation: 参见, 转引自, See.
  struct Signal: Sendable {
    /// As printed.
    var word: String
    /// Whether the citation after it is the source of the one before.
    var isQuotedIn: Bool
  }

  let roles: [Role]
  let signals: [Signal]
  /// Han words by their first scalar, longest first.
  let hanAnchors: [UInt32: [Anchor]]
  /// Words of alphabets, lower case.
  let latinAnchors: [[UInt8]: Anchor]
  let pointers: PointerWords
  let surnames: Set<[UInt8]>
  let nationalities: Set<[UInt8]>
  let dynasties: Set<[UInt8]>
  private let publisherSuffixes: ByteWords
  let publishers: Set<[UInt8]>
  private let periodicalSuffixes: ByteWords
  /// Those in an alphabet that say so wherever they stand: `Journal`, `Review`.
  private let periodicalMarks: ByteWords
  let months: [[UInt8]: Int32]
  private let replacedPlaces: Set<[UInt8]>?
  /// Words that names of publishers and of periodicals hold, in lower case.
  let publisherWords: Set<[UInt8]>
  let periodicalWords: Set<[UInt8]>
  private let replacedModel: LabelModel?

  /// Cities and states; those of alphabets in lower case. Read when an entry of a list first asks.
  var places: Set<[UInt8]> { replacedPlaces ?? Lexicons.builtInPlaces }
  /// The weights that read entries of lists; nil where none are compiled in. Read when the first entry asks.
  var labelModel: LabelModel? { replacedModel ?? .builtIn }

  private static let builtInPlaces = Set(LexiconTable.lowercasedWords(LexiconTable.builtIn("places")))

  /// The tables that are compiled in.
  public static let builtIn = Lexicons(replacing: [:])

  /// The names of the tables.
  package static var tables: [String] { LexiconTable.names }

  /// The built-in tables, with those named (`publishers`, `surnames`, …) replaced. Rows are tab-separated UTF-8,
  /// `#` begins a comment line; a table of unknown name is ignored.
  public init(replacing tables: [String: [UInt8]]) {
    func rows(_ name: String) -> [[String]] {
      LexiconTable.rows(tables[name] ?? LexiconTable.builtIn(name))
    }
    func words(_ name: String, kind: String? = nil) -> [[UInt8]] {
      rows(name).filter { kind == nil || ($0.count > 1 && $0[1] == kind) }.map { Array($0[0].utf8) }
    }
    roles = rows("roles").filter { $0.count > 2 }.map { Role(word: $0[0], variable: $0[1], isKept: $0[2] == "yes") }
    signals = rows("signals").filter { $0.count > 1 }.map { Signal(word: $0[0], isQuotedIn: $0[1] == "quoted-in") }
    pointers = PointerWords(rows: rows("pointers"))
    surnames = Set(words("surnames"))
    nationalities = Set(words("nationalities"))
    dynasties = Set(words("dynasties"))
    publisherSuffixes = ByteWords(words("publishers", kind: "suffix"))
    publishers = Set(words("publishers", kind: "name"))
    let suffixes = words("periodicals", kind: "suffix") + words("newspapers")
    periodicalSuffixes = ByteWords(suffixes)
    periodicalMarks = ByteWords(suffixes.filter { $0.count > 3 && $0[0] < 0x80 })
    replacedPlaces = tables["places"].map { Set(LexiconTable.lowercasedWords($0)) }
    publisherWords = Set(words("publishers", kind: "word"))
    periodicalWords = Set(words("periodicals", kind: "word"))
    replacedModel = tables["labels"].flatMap { LabelModel(bytes: $0) }
    var months: [[UInt8]: Int32] = [:]
    for row in rows("months") where row.count > 1 {
      if let number = Int32(row[1]) { months[Array(row[0].lowercased().utf8)] = number }
    }
    self.months = months

    var han: [UInt32: [Anchor]] = [:]
    var latin: [[UInt8]: Anchor] = [:]
    func add(_ text: String, _ word: Word, _ value: Int32) {
      guard let first = text.unicodeScalars.first?.value else { return }
      if first < 0x2E80, first != 0x2116 {
        let key = Array(text.lowercased().utf8)
        if latin[key] == nil { latin[key] = Anchor(bytes: key, word: word, value: value) }
      } else {
        han[first, default: []].append(Anchor(bytes: Array(text.utf8), word: word, value: value))
      }
    }
    for (index, signal) in signals.enumerated() {
      // 见 and 参 alone are signals only after a mark, so they have a class of their own.
      let isShort = signal.word.unicodeScalars.count == 1
      add(signal.word, isShort ? .see : .signal, Int32(index))
    }
    for row in rows("anchors") where row.count > 1 {
      if let word = Word.byName[row[1]] { add(row[0], word, -1) }
    }
    for (index, role) in roles.enumerated() { add(role.word, .role, Int32(index)) }
    for key in han.keys {
      // Of two words of equal length, a role wins over a unit (辑, 编), a signal over 见.
      han[key] = han[key]?.enumerated().sorted {
        let (a, b) = ($0.element, $1.element)
        if a.bytes.count != b.bytes.count { return a.bytes.count > b.bytes.count }
        let (rankA, rankB) = (Lexicons.rank(a.word), Lexicons.rank(b.word))
        return rankA != rankB ? rankA < rankB : $0.offset < $1.offset
      }.map(\.element)
    }
    hanAnchors = han
    latinAnchors = latin
  }

  private static func rank(_ word: Word) -> Int {
    switch word {
    case .signal: 0
    case .role: 1
    default: 2
    }
  }

  /// Whether the text ends like the name of a publisher.
  func endsLikePublisher(_ text: ArraySlice<UInt8>) -> Bool {
    publisherSuffixes.end(text) || publishers.contains(Array(text))
  }

  /// Whether the text ends like the name of a publisher, or holds such an ending: `Oxford University Press USA`.
  func looksLikePublisher(_ text: ArraySlice<UInt8>) -> Bool {
    endsLikePublisher(text) || publisherSuffixes.occur(in: text)
  }

  /// Whether the text ends or begins like the name of a periodical.
  func looksLikePeriodical(_ text: ArraySlice<UInt8>) -> Bool {
    periodicalSuffixes.end(text) || periodicalMarks.occur(in: text)
  }
}

extension Lexicons {
  /// Whether a Han text begins like a Chinese name.
  func beginsWithSurname(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 12
      && (surnames.contains(Array(text.prefix(3))) || (text.count > 6 && surnames.contains(Array(text.prefix(6)))))
  }

  /// Whether a Han text ends like a school or an institute.
  func looksLikeSchool(_ text: ArraySlice<UInt8>) -> Bool {
    Lexicons.schoolEndings.contains { text.ends(with: $0) }
  }

  private static let schoolEndings = ["大学", "學院", "学院", "大學", "研究院", "研究所", "中学", "学校", "党校"].map { Array($0.utf8) }
}

/// Reading the tables.
enum LexiconTable {
  /// The names of the tables that are compiled in.
  static var names: [String] {
    var names: [String] = []
    while let name = yz_lexicon_at(names.count).name { names.append(String(cString: name)) }
    return names
  }

  /// The bytes of a table that is compiled in; empty when there is none of that name.
  static func builtIn(_ name: String) -> [UInt8] {
    var index = 0
    while true {
      let entry = yz_lexicon_at(index)
      guard let entryName = entry.name else { return [] }
      if String(cString: entryName) == name {
        return Array(UnsafeBufferPointer(start: entry.bytes, count: entry.count))
      }
      index += 1
    }
  }

  /// The first column of a long table, capitals of ASCII made small.
  static func lowercasedWords(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      return line.prefix { $0 != 0x09 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
  }

  /// The rows of a table, split at tabs; comments and blank lines are left out.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
      return line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

extension ArraySlice<UInt8> {
  func ends(with suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(endIndex - suffix.count)...].elementsEqual(suffix)
  }

  func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= count else { return false }
    var index = startIndex
    while index + needle.count <= endIndex {
      if self[index] == first, self[index..<(index + needle.count)].elementsEqual(needle) { return true }
      index += 1
    }
    return false
  }
}
