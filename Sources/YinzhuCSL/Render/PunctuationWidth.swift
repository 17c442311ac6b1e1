import YinzhuModel
import YinzhuText

/// The width of commas, colons, semicolons and round brackets in everything that a processor prints.
///
/// GB/T 7714—2015 leaves the width open, and two schools write it: half width with a space behind, or full width. GB/T 7714—2025
/// prints full width in every language. `.`, `/`, `[` and `]` are half width in both, `、` and `。` have no half-width form.
/// Dates in words, numbers of documents, addresses and identifiers stay as they are.
public enum PunctuationWidth: String, Sendable, Hashable, CaseIterable {
  /// `, : ; ( )` with spaces around.
  case half
  /// `，：；（）`.
  case full
}

extension PunctuationWidth {
  /// The tree with its punctuation in this width.
  func applied(to node: OutputNode) -> OutputNode {
    var out = node
    apply(to: &out, part: .style)
    return out
  }

  private enum Part {
    /// Punctuation of the style: affixes, delimiters, terms.
    case style
    /// Text of the record.
    case record
    /// Text of the record that isn't language.
    case exempt
  }

  private func apply(to node: inout OutputNode, part outer: Part) {
    let part: Part =
      switch node.tag {
      case .prefix, .suffix, .delimiter, .term, .value, .label, .etAl: .style
      case .variable(let variable): Self.exempt.contains(variable) ? .exempt : .record
      case .citationNumber, .date: .exempt
      case .familyName, .givenName: .record
      default: outer
      }
    switch node.content {
    case .text(let text):
      guard part != .exempt else { return }
      if self == .half {
        if text.utf8.contains(0xEF) { node.content = .text(Self.halved(text, part)) }
      } else if text.utf8.contains(where: Self.isNarrow) {
        node.content = .text(Self.widened(text))
      }
    case .children(var children):
      // The array is changed in place, not copied.
      node.content = .text("")
      for index in children.indices { apply(to: &children[index], part: part) }
      node.content = .children(children)
    }
  }

  private static func isNarrow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"): true
    default: false
    }
  }

  private static let exempt: Set<Variable> = [
    .url, .doi, .cstr, .pmid, .pmcid, .isbn, .issn, .number, .archiveLocation, .callNumber, .scale, .dimensions,
  ]

  // MARK: Half

  private static func halved(_ text: String, _ part: Part) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "，", "：", "；":
        out.append(scalar == "，" ? "," : scalar == "：" ? ":" : ";")
        // What a style puts between two elements keeps them apart; at the end of an element nothing follows.
        if next.map({ $0 != " " && !isHalfwayMark($0) }) ?? (part == .style) { out.append(" ") }
      case "（":
        if let last = out.last, last != " ", last != "(", last != "[" { out.append(" ") }
        out.append("(")
      case "）":
        out.append(")")
        if let next, isWord(next) { out.append(" ") }
      case "？": out.append("?")
      case "！": out.append("!")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isHalfwayMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "：", "；", "）", "。", "》", "”", "’", ")": true
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    CharacterClass.isEastAsian(scalar.value) || CharacterClass.isAlphabetic(scalar.value)
      || CharacterClass.isDigit(scalar.value)
  }

  // MARK: Full

  private static func widened(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case ",", ":", ";":
        let next = index < scalars.count ? scalars[index] : nil
        guard separates(before: out.last, next, isAlone: scalars.count == 1) else {
          out.append(scalar)
          continue
        }
        out.append(scalar == "," ? "，" : scalar == ":" ? "：" : "；")
        while index < scalars.count, scalars[index] == " " { index += 1 }
      case "(":
        while out.last == " " { out.removeLast() }
        out.append("（")
      case ")":
        out.append("）")
        while index < scalars.count, scalars[index] == " " { index += 1 }
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// A mark with a space behind or Chinese beside it; `1:1000`, `10,000` and `DOI:` have none.
  private static func separates(before: Unicode.Scalar?, _ next: Unicode.Scalar?, isAlone: Bool) -> Bool {
    if isAlone || next == " " { return true }
    return [before, next].contains { $0.map { CharacterClass.isEastAsian($0.value) } ?? false }
  }
}
