import YinzhuModel
import YinzhuText

/// A slip of author, scanner or dump in a note, and its plain meaning.
struct Slip {
  var rule: DiagnosticRule
  /// In scalars of the folded note.
  var range: Range<Int>
  var plain: [UInt32]
}

/// Gives a note the plain meaning of its slips before it is read: marks printed twice, wrong and lost brackets, letters
/// for digits, dates out of order, letters set apart. Places stay true, as all changes go through `MappedText`.
///
/// Only slips that have one plain meaning are mended; a note without any comes back unchanged.
struct SlipMender {
  /// The scalars of the folded note, and where each begins.
  private(set) var scalars: [UInt32] = []
  private var starts: [Int] = []
  private let folded: MappedText

  init(_ folded: MappedText) {
    self.folded = folded
    scalars.reserveCapacity(folded.count / 2)
    starts.reserveCapacity(folded.count / 2)
    var index = 0
    while index < folded.count {
      let (scalar, length) = UTF8Bytes.decode(folded.bytes, at: index)
      scalars.append(scalar)
      starts.append(index)
      index += length
    }
    starts.append(index)
  }

  /// The note with its slips mended, and the slips by their places in the source of the note.
  func mended() -> (text: MappedText, slips: [(slip: Slip, source: Range<Int>)]) {
    var slips = NumberSlips.find(scalars) + BracketSlips.find(scalars) + MarkSlips.find(scalars)
    guard !slips.isEmpty else { return (folded, []) }
    slips.sort { $0.range.lowerBound < $1.range.lowerBound }
    var out = MappedText()
    var kept: [(Slip, Range<Int>)] = []
    var copied = 0
    for slip in slips where slip.range.lowerBound >= copied {
      let place = folded.sourceRange(of: starts[slip.range.lowerBound]..<starts[slip.range.upperBound])
      out.append(folded, range: starts[copied]..<starts[slip.range.lowerBound])
      var plain: [UInt8] = []
      for value in slip.plain { plain += Self.utf8(value) }
      out.append(plain, replacing: place)
      kept.append((slip, place))
      copied = slip.range.upperBound
    }
    out.append(folded, range: starts[copied]..<folded.count)
    return (out, kept)
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
  }
}

/// Classes of signs that slips turn on.
enum SlipSigns {
  static func isDigit(_ scalar: UInt32) -> Bool { CharacterClass.isDigit(scalar) }

  static func isSpace(_ scalar: UInt32) -> Bool {
    CharacterClass.isSpace(scalar) || CharacterClass.isLineBreak(scalar)
  }

  /// ， 、 ： ； 。 and the like, where a part of a citation ends.
  static func isBorder(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0C, 0x2C, 0x3002, 0xFF1B, 0x3B: true
    default: false
    }
  }

  /// 年 月 日 页 期 卷 版 号 辑 册 章: what numbers count.
  static func isUnit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5E74, 0x6708, 0x65E5, 0x9875, 0x9801, 0x671F, 0x5377, 0x7248, 0x53F7, 0x8F91, 0x518C, 0x7AE0: true
    default: false
    }
  }

  static let ordinal: UInt32 = 0x7B2C  // 第
  static let year: UInt32 = 0x5E74  // 年
  static let month: UInt32 = 0x6708  // 月
  static let day: UInt32 = 0x65E5  // 日
  static let one: UInt32 = 0x4E00  // 一
  static let ten: UInt32 = 0x5341  // 十
}
