import YinzhuModel
import YinzhuText

/// Notes that signs call instead of numbers: * † ‡ ※, as titles and authors' names have them. The same signs stand in
/// lists, emphasis and formulas; so a sign is a label only where one marker and one note of it find each other.
struct SignPairs {
  /// By the byte where it begins: the labels, each pair with a number below zero of its own.
  private(set) var labels: [Int: Label] = [:]

  private enum Sign: Hashable {
    case asterisk(Int)
    case other(UInt32)
  }

  private struct Mark {
    var sign: Sign
    var span: Range<Int>
    var line: Int
  }

  /// More than these are no notes of a title.
  private static let most = 200
  /// Lines between a marker and its note at most: a long page.
  private static let farthest = 300

  init(bytes: [UInt8], lines: [TextLine], furniture: Furniture) {
    var places = SignPairs.places(bytes)[...]
    guard !places.isEmpty else { return }
    var markers: [Mark] = []
    var notes: [Mark] = []
    for index in lines.indices {
      let content = lines[index].content
      places = places.drop { $0 < content.lowerBound }
      let inside = places.prefix { $0 < content.upperBound }
      guard !inside.isEmpty, !furniture.isFurniture[index] else { continue }
      let found = SignPairs.signs(bytes, inside, content.upperBound, index)
      // Two of the same in a line are emphasis, or a formula.
      let single = found.filter { mark in found.count { $0.sign == mark.sign } == 1 }
      for mark in single {
        if mark.span.lowerBound == lines[index].contentStart {
          if SignPairs.isNoteStart(bytes, mark.span.upperBound, lines[index].contentEnd) { notes.append(mark) }
        } else if SignPairs.isMarker(bytes, mark.span, lines[index].content) {
          markers.append(mark)
        }
      }
      if markers.count + notes.count > SignPairs.most { return }
    }
    pair(markers, notes)
  }

  private mutating func pair(_ markers: [Mark], _ notes: [Mark]) {
    for (index, note) in notes.enumerated() {
      let previous = notes[..<index].last { $0.sign == note.sign }?.line ?? -1
      let next = notes[(index + 1)...].first { $0.sign == note.sign }?.line ?? Int.max
      // Lines that begin with the same sign one after the other are a list.
      guard note.line - previous > 3 || previous < 0, next - note.line > 3 else { continue }
      let called = markers.filter { marker in
        marker.sign == note.sign && marker.line > previous && marker.line < note.line
          && note.line - marker.line < SignPairs.farthest
      }
      guard let marker = called.first, called.count == 1 else { continue }
      let number = -(labels.count / 2 + 1)
      for span in [marker.span, note.span] {
        labels[span.lowerBound] = Label(number: number, form: .asterisk, span: span)
      }
    }
  }

  /// Where signs may stand, in one quick walk: most texts have none.
  private static func places(_ bytes: [UInt8]) -> [Int] {
    var out: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x2A {
          out.append(index > 0 && bytes[index - 1] == 0x5C ? index - 1 : index)
        } else if byte >= 0xE0 {
          if index + 2 < bytes.count,
            byte == 0xE2 && bytes[index + 1] == 0x80 && [0xA0, 0xA1, 0xBB].contains(bytes[index + 2])
              || byte == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8A
          {
            out.append(index)
          }
          index += 2
        }
        index += 1
      }
    }
    return out
  }

  /// The signs of a line; asterisks that touch are one sign, a backslash that protects them from Markdown belongs to it.
  private static func signs(_ bytes: [UInt8], _ places: ArraySlice<Int>, _ end: Int, _ line: Int) -> [Mark] {
    var out: [Mark] = []
    var at = 0
    for start in places where start >= at {
      at = start
      var count = 0
      while at < end, let size = asterisk(bytes, at, end) {
        count += 1
        at += size
      }
      if count > 0 {
        out.append(Mark(sign: .asterisk(count), span: start..<at, line: line))
      } else {
        at = min(start + 3, end)
        out.append(Mark(sign: .other(UInt32(bytes[at - 1])), span: start..<at, line: line))
      }
    }
    return out
  }

  private static func asterisk(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    switch bytes[at] {
    case 0x2A: 1
    case 0x5C where at + 1 < end && bytes[at + 1] == 0x2A: 2
    case 0xEF where at + 2 < end && bytes[at + 1] == 0xBC && bytes[at + 2] == 0x8A: 3
    default: nil
    }
  }

  /// A note has some words behind its sign.
  private static func isNoteStart(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, UTF8Bytes.decode(bytes, at: at).scalar.isSpaceOrColon {
      at += UTF8Bytes.decode(bytes, at: at).length
    }
    guard end - at >= 12 else { return false }
    let scalar = UTF8Bytes.decode(bytes, at: at).scalar
    return CharacterClass.isHan(scalar) || scalar.isLatinLetter
      || [0x201C, 0x300A, 0xFF08, 0x3010, 0x5B].contains(scalar)
  }

  /// A marker stands behind a word or a closing mark, and no word goes on behind it in the same script.
  private static func isMarker(_ bytes: [UInt8], _ span: Range<Int>, _ line: Range<Int>) -> Bool {
    guard span.lowerBound > line.lowerBound else { return false }
    let before = UTF8Bytes.decode(bytes, at: UTF8Bytes.previous(bytes, before: span.lowerBound)).scalar
    let after = span.upperBound < line.upperBound ? UTF8Bytes.decode(bytes, at: span.upperBound).scalar : 0x20
    if CharacterClass.isHan(before) || [0x201D, 0x300B, 0xFF09, 0x29, 0x300D, 0x3002, 0xFF0C, 0x2019].contains(before) {
      return !(0x30...0x39).contains(after)
    }
    return before.isLatinLetter && !after.isLatinLetter && !(0x30...0x39).contains(after)
  }
}

extension UInt32 {
  fileprivate var isSpaceOrColon: Bool { CharacterClass.isSpace(self) || self == 0x3A || self == 0xFF1A }
  fileprivate var isLatinLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
