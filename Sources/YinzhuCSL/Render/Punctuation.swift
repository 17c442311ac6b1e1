/// Meeting punctuation marks made one, at the borders of texts only: inside a text of the record nothing changes.
enum Punctuation {
  private enum Choice {
    case both, first, second
  }

  /// The late pass: merges marks that meet, and puts commas and full stops into closing quotation marks where the
  /// locale wants them there (CSL 1.0.2 "Punctuation and Quotation Marks").
  static func merged(_ tokens: [Token], intoQuotes: Bool) -> [Token] {
    var out: [Token] = []
    out.reserveCapacity(tokens.count)
    /// Where the last text stands in `out`.
    var last: Int?
    for token in tokens {
      if case .body(let text) = token {
        out.append(.text(text))
        last = out.count - 1
        continue
      }
      guard case .text(var text) = token else {
        if case .openDisplay = token { last = nil }
        if case .closeDisplay = token { last = nil }
        out.append(token)
        continue
      }
      if intoQuotes, let first = text.first, first == "." || first == "," || first == "!" || first == "?",
        let quote = closingQuote(in: out, after: last)
      {
        text.removeFirst()
        let mark = String(first)
        let before = quote > 0 ? lastText(in: out, before: quote) : nil
        if let before, case .text(let inner) = out[before] {
          let (kept, added) = join(inner, mark)
          if out[before..<quote].contains(.closeField) {
            // The mark is no part of the field.
            out[before] = .text(kept)
            out.insert(.text(added), at: quote)
          } else {
            out[before] = .text(kept + added)
          }
        } else {
          out.insert(.text(mark), at: quote)
        }
        if text.isEmpty {
          last = nil
          continue
        }
        out.append(.text(text))
        last = out.count - 1
        continue
      }
      // A colon gives way to a mark inside the quotation marks.
      if intoQuotes, text.first == ":", let quote = closingQuote(in: out, after: last),
        let before = lastText(in: out, before: quote), case .text(let inner) = out[before], let mark = inner.last,
        mark == "!" || mark == "?"
      {
        text.removeFirst()
        if text.isEmpty { continue }
      }
      if let at = last, case .text(let previous) = out[at] {
        let (kept, added) = join(previous, text)
        out[at] = .text(kept)
        text = added
        if text.isEmpty { continue }
        if kept.isEmpty, intoQuotes, text == "!" || text == "?" || text.hasPrefix("! ") || text.hasPrefix("? ") {
          // The mark took the place of one behind the quotation marks.
          out.remove(at: at)
          if let quote = closingQuote(in: out, after: nil) {
            out.insert(.text(String(text.removeFirst())), at: quote)
            if text.isEmpty {
              last = nil
              continue
            }
          }
        }
      }
      out.append(.text(text))
      last = out.count - 1
    }
    return out
  }

  /// A closing quote after the last text with nothing but formatting behind it.
  private static func closingQuote(in tokens: [Token], after last: Int?) -> Int? {
    var index = tokens.count - 1
    var found: Int?
    while index > (last ?? -1), index >= 0 {
      switch tokens[index] {
      case .closeQuote: found = index
      case .close, .openField, .closeField: break
      default: return found
      }
      index -= 1
    }
    return found
  }

  private static func lastText(in tokens: [Token], before index: Int) -> Int? {
    tokens[..<index].lastIndex { if case .text(let text) = $0 { !text.isEmpty } else { false } }
  }

  /// Two neighbouring texts with the marks where they meet made one.
  static func join(_ first: String, _ second: String) -> (String, String) {
    guard let a = first.last, let b = second.first else { return (first, second) }
    switch choice(a, b) {
    case .both: return (first, second)
    case .first: return (first, String(second.dropFirst()))
    case .second: return (String(first.dropLast()), second)
    }
  }

  private static func choice(_ a: Character, _ b: Character) -> Choice {
    switch (a, b) {
    case ("!", "."), ("!", ":"), ("?", "."), ("?", ":"), (":", "."), (";", ":"), (";", "."): .first
    case (":", "!"), (":", "?"), (";", "!"), (";", "?"): .second
    case ("!", "!"), ("?", "?"), (".", "."), (":", ":"), (";", ";"), (",", ","), (" ", " "), ("\u{A0}", " "): .first
    default: .both
    }
  }
}
