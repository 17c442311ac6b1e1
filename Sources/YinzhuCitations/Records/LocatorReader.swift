import YinzhuModel
import YinzhuText

/// Reads cited pages: 第 and 页 go, ranges get `-`, lists `, `, front matter stands before its number.
struct LocatorReader {
  let text: TokenizedText

  func read(_ range: Range<Int>) -> (label: Locator.Label, value: String, isRange: Bool) {
    var label = Locator.Label.page
    var items: [String] = []
    var item = ""
    var isRange = false
    for index in range {
      let token = text.tokens[index]
      switch token.word {
      case .ordinal: continue
      case .page: continue
      case .column: item += text.string(index..<(index + 1))
      case .article: label = .article
      case .chapter: label = .chapter
      case .section: label = .section
      case .paragraph: label = .paragraph
      default:
        if token.kind == .mark {
          if !token.marks.isDisjoint(with: [.comma, .enumeration, .semicolon]) {
            if !item.isEmpty { items.append(item) }
            item = ""
          } else if token.marks == .dash {
            item += "-"
            isRange = true
          } else {
            item += text.string(index..<(index + 1))
          }
        } else if token.bracket == .none || token.bracket == .quote || token.bracket == .single {
          item += text.string(index..<(index + 1))
        }
      }
    }
    if !item.isEmpty { items.append(item) }
    return (label, items.joined(separator: ", "), isRange)
  }

  /// `pp. 4–5`, `§ 15 Rn. 19`, `para. 123`
  func readWestern(_ range: Range<Int>) -> (label: Locator.Label, value: String, isRange: Bool) {
    var label = Locator.Label.page
    var start = range.lowerBound
    for index in range {
      if text.isMark(index, .sectionSign) {
        label = .section
        start = index
      } else if text.isWord(index, .paragraphs) {
        if label == .section { break }
        label = .paragraph
        start = index + 1
      } else if text.isWord(index, .pages) {
        label = .page
        start = index + 1
      }
    }
    if start < range.upperBound, text.isMark(start, .period) { start += 1 }
    let value = label == .section ? text.string(start..<range.upperBound) : pages(start..<range.upperBound)
    return (label, value, value.contains("-"))
  }

  /// `45–62`, `168-181+245`: any dash becomes `-`.
  func pages(_ range: Range<Int>) -> String {
    var out = ""
    for index in range {
      let token = text.tokens[index]
      if token.kind == .mark {
        switch token.marks {
        case .dash: out += "-"
        case .comma, .enumeration: out += ", "
        case .plus: out += "+"
        case .period:
          // `1.1-1.36`
          if index + 1 < range.upperBound, text.tokens[index + 1].kind == .digits, !text.tokens[index + 1].spaced {
            out += "."
          }
        default: out += text.string(index..<(index + 1))
        }
      } else if token.word != .ordinal, token.word != .page {
        out += text.string(index..<(index + 1))
      }
    }
    return out
  }
}
