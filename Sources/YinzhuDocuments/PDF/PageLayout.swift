import YinzhuText

/// Words with their places on a page, y downwards, as `pdftotext -bbox-layout` prints them.
struct PageLayout: Sendable {
  struct Box: Sendable {
    var left: Float = 0
    var top: Float = 0
    var right: Float = 0
    var bottom: Float = 0
    var height: Float { bottom - top }
  }
  struct Word: Sendable {
    var box: Box
    var text: String
  }
  struct Line: Sendable {
    var box: Box
    var words: [Word] = []
    /// The height of its main text: the largest of its words, raised ones left out by size.
    var size: Float { words.map(\.box.height).max() ?? box.height }
  }

  var lines: [Line] = []

  /// The pages of what the tool prints. Read by bytes: a tree of a long book would take a gigabyte.
  static func pages(_ bytes: [UInt8]) -> [PageLayout] {
    var out: [PageLayout] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 5 < bytes.count else {
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      let tag = bytes[(index + 1)..<end]
      index = min(end + 1, bytes.count)
      if tag.starts(with: "page ".utf8) {
        out.append(PageLayout())
      } else if out.isEmpty {
        continue
      } else if tag.starts(with: "line ".utf8) {
        out[out.count - 1].lines.append(Line(box: box(tag)))
      } else if tag.starts(with: "word ".utf8) {
        let close = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let page = out.count - 1
        if let line = out[page].lines.indices.last {
          out[page].lines[line].words.append(Word(box: box(tag), text: unescaped(bytes[index..<close])))
        }
        index = close
      }
    }
    return out
  }

  private static func box(_ tag: ArraySlice<UInt8>) -> Box {
    var values: [Float] = []
    for part in tag.split(separator: UInt8(ascii: "\"")).enumerated() where part.offset % 2 == 1 {
      values.append(Float(String(decoding: part.element, as: UTF8.self)) ?? 0)
    }
    guard values.count >= 4 else { return Box() }
    return Box(left: values[0], top: values[1], right: values[2], bottom: values[3])
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
    let string = String(decoding: text, as: UTF8.self)
    guard string.utf8.contains(UInt8(ascii: "&")) else { return string }
    var out = string
    for (name, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&"),
    ] {
      out = out.replacing(name, with: sign)
    }
    return out
  }
}
