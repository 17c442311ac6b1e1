/// The words of an entry, with what stands around each: the chain that labels are given to.
///
/// Marks are no links of the chain. They stand in the gaps between words and say where a field may end.
package struct WordChain: Sendable {
  /// One word with what is known of it. Numbers stand for texts (hashes) and small classes.
  struct Link: Sendable {
    /// Index of the token.
    var token: Int
    /// The word in lower case; long Han texts by their last two characters.
    var word: UInt32
    /// How it is written: capital, initial, year, length of a Han text.
    var shape: UInt32
    /// Its last letters or characters.
    var ending: UInt32
    /// Its first letters or character.
    var beginning: UInt32
    /// Its class in the tables, and the tables that know it.
    var known: UInt32
    /// The marks before it.
    var gap: UInt32
    var gapClass: GapClass
    /// The brackets and quotation marks that it stands in.
    var inside: UInt32 = 0
    /// Whether a type code stands before it.
    var followsCode = false
    /// Index of its segment and of its chunk.
    var segment = 0
    var chunk = 0
  }

  /// Words up to a full stop, a type code, the border of a title in marks.
  struct Segment: Sendable {
    var words: Range<Int>
    /// What its words are: one bit for each class that counts.
    var traits: UInt32 = 0
  }

  /// What stands between two words, coarsely: each class has its own table of transitions.
  package enum GapClass: UInt8, Sendable, CaseIterable {
    case start, none, space, comma, period, colon, semicolon, open, close, square, title, quote, dash, slash, dot
    case ampersand, code, other
  }

  let text: TokenizedText
  let range: Range<Int>
  var links: [Link] = []
  var segments: [Segment] = []
  /// Words between two marks of any kind.
  var chunks: [Range<Int>] = []
  /// The shapes of a chunk's first words, as one number.
  var signatures: [UInt32] = []
  /// The letters of the type code, hashed; 0 without.
  var code: UInt32 = 0
  /// The token of these letters.
  var codeToken: Int?
  /// The first word that looks like a year.
  var firstYear: Int?
  /// Whether the entry is mostly in Han script.
  var isHan = false

  /// What the tables know of a word, above the class that the low bits of `Link.known` hold.
  enum Known {
    static let publisher: UInt32 = 1 << 8
    static let periodical: UInt32 = 1 << 9
    static let place: UInt32 = 1 << 10
    static let surname: UInt32 = 1 << 11
    static let school: UInt32 = 1 << 12
  }

  package var count: Int { links.count }

  /// The bytes of a word in the folded text.
  package func bytes(of index: Int) -> Range<Int> { text.byteRange(links[index].token..<(links[index].token + 1)) }
}

// What the corrections of labels ask about words.
extension WordChain {
  /// The kind of a word's token; nil past the ends.
  private func kind(_ index: Int) -> Token.Kind? {
    links.indices.contains(index) ? text.tokens[links[index].token].kind : nil
  }

  func isHan(_ index: Int) -> Bool { kind(index) == .han }

  /// Whether a word is four digits that can be the year of a work.
  func isYear(_ index: Int) -> Bool {
    kind(index) == .digits && (1500...2100).contains(text.tokens[links[index].token].value)
  }

  /// The marks before a word, of any kind.
  func marks(before index: Int) -> Range<Int> {
    let low = index > 0 ? links[index - 1].token + 1 : range.lowerBound
    return low..<max(low, links[index].token)
  }

  /// Whether `//` stands before a word.
  func isHost(_ index: Int) -> Bool {
    let marks = marks(before: index)
    return marks.contains { text.isMark($0, .slash) && marks.contains($0 + 1) && text.isMark($0 + 1, .slash) }
  }

  /// Whether a word is the `V1` of `V1.0`, as data and programs number their versions.
  func isVersion(_ index: Int) -> Bool {
    guard kind(index) == .latin else { return false }
    let bytes = text.text(links[index].token)
    guard bytes.first == UInt8(ascii: "V") || bytes.first == UInt8(ascii: "v") else { return false }
    return bytes.count > 1 ? bytes.dropFirst().allSatisfy { (48...57).contains($0) } : kind(index + 1) == .digits
  }
}

/// A hash of small numbers and bytes, the same on every machine: models name their features by it.
struct FeatureHash {
  private(set) var value: UInt32 = 2_166_136_261

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt32(byte)) &* 16_777_619
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = FeatureHash()
    hash.add(bytes)
    return hash.value
  }

  @inline(__always)
  static func mix(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var h = (a ^ (b &* 0x9E37_79B1)) &* 0x85EB_CA6B
    h ^= h >> 15
    h = h &* 0xC2B2_AE35
    return h ^ (h >> 13)
  }
}
