import YinzhuText

/// Joins the lines of a note.
struct NoteTextJoiner {
  let bytes: [UInt8]
  /// Bytes of a full line of notes: a line much shorter was broken on purpose.
  let fullLine: Int

  /// Lines joined: nothing between Han characters, the white space that the line has, and a space between Latin words
  /// where the line was broken before its full width.
  func join(_ lines: [Range<Int>]) -> MappedText {
    var out = MappedText()
    for (index, line) in lines.enumerated() {
      var range = line
      if index == lines.count - 1 { range = trimmed(range) }
      if index > 0, let last = out.bytes.last, needsSpace(after: last, previous: lines[index - 1], next: range) {
        out.append(0x20, replacing: lines[index - 1].upperBound..<range.lowerBound)
      }
      out.append(bytes[range], sourceStart: range.lowerBound)
    }
    return out
  }

  private func needsSpace(after last: UInt8, previous: Range<Int>, next: Range<Int>) -> Bool {
    guard let first = bytes[next].first, last < 0x80, first < 0x80, last != 0x20, first != 0x20 else { return false }
    let isWord = isLetterOrDigit(last) && isLetterOrDigit(first)
    if !isWord {
      return last == UInt8(ascii: ",") || last == UInt8(ascii: ".") || last == UInt8(ascii: ";")
        || last == UInt8(ascii: ":")
    }
    return previous.count + 3 < fullLine && !isDigit(last)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      let before = UTF8Bytes.previous(bytes, before: end)
      guard CharacterClass.isSpace(UTF8Bytes.decode(bytes, at: before).scalar) || bytes[before] == 0x0C else { break }
      end = before
    }
    return range.lowerBound..<end
  }
}
