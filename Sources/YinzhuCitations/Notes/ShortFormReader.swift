import YinzhuModel
import YinzhuText

/// Reads the short form of a Western work: `Waltz, Theory, p. 12`, `Keohane and Nye, Power, pp. 3–5`
/// (Chicago Manual of Style 17 14.30: family names, short title, pages).
///
/// Nothing but family names may stand before the first comma, and only one comma between title and pages, so that no
/// citation in full is taken for one.
struct ShortFormReader {
  let text: TokenizedText
  let builder: RecordBuilder

  static let pattern = PatternID(rawValue: "western-short-form")

  func read(_ range: Range<Int>, id: ReferenceID) -> (reference: Reference, locator: Locator)? {
    guard range.count <= 40, let (names, comma) = familyNames(range) else { return nil }
    var title = (comma + 1)..<(comma + 1)
    while title.upperBound < range.upperBound, !text.isMark(title.upperBound, [.comma]) {
      let token = text.tokens[title.upperBound]
      guard token.kind == .latin || text.isMark(title.upperBound, [.colon, .ampersand, .dash]) else { return nil }
      title = title.lowerBound..<(title.upperBound + 1)
    }
    // A single small word is no title.
    guard !title.isEmpty, isCapitalized(title.lowerBound), title.upperBound + 1 < range.upperBound else { return nil }
    let pages = (title.upperBound + 1)..<range.upperBound
    guard builder.shapes.westernLocator(pages.lowerBound, pages.upperBound).last?.end == pages.upperBound else {
      return nil
    }
    let read = LocatorReader(text: text).readWestern(pages)
    var reference = Reference(id: id, type: .book)
    let people = names.map { name in
      Name(family: text.string(name..<(name + 1)), spans: builder.spans(tokens: name..<(name + 1)))
    }
    reference[.author] = Field(.names(NameList(people)), .parsed(people.flatMap(\.spans).merged(), Self.pattern))
    reference[.title] = Field(
      .text(RichText(plain: text.string(title))), .parsed(builder.spans(tokens: title), Self.pattern))
    reference.span = builder.spans(tokens: range).first
    return (reference, Locator(label: read.label, value: read.value, spans: builder.spans(tokens: pages)))
  }

  /// `Waltz,` · `Keohane and Nye,`
  private func familyNames(_ range: Range<Int>) -> (names: [Int], comma: Int)? {
    var names: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound, names.count < 3 {
      guard text.isLatin(index), text.tokens[index].word == .none, isCapitalized(index),
        text.length(index..<(index + 1)) > 1
      else { return nil }
      names.append(index)
      index += 1
      if text.isMark(index, [.comma]) { return (names, index) }
      guard index < range.upperBound, text.isWord(index, .conjunction) || text.isMark(index, [.ampersand]) else {
        return nil
      }
      index += 1
    }
    return nil
  }

  private func isCapitalized(_ index: Int) -> Bool {
    guard text.isLatin(index) else { return false }
    return String(decoding: text.text(index), as: UTF8.self).first?.isUppercase ?? false
  }
}
