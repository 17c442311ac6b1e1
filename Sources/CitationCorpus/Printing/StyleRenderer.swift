import YinzhuCSL
import YinzhuModel

/// Prints records in CSL styles, as entries and as notes.
package struct StyleRenderer: Sendable {
  private var shelf: StyleShelf

  package init(shelf: StyleShelf) { self.shelf = shelf }

  /// The record in a style drawn at random; nil where that style prints too little of it.
  mutating func print(
    _ record: GeneratedRecord, isNote: Bool, _ dice: inout Dice
  ) -> LabelledCitation? {
    // Chinese lists have Western entries too, and Western ones a Chinese entry now and then.
    let isChinese = dice.chance(record.isHan ? 0.6 : 0.12)
    let sort: StyleShelf.Sort =
      isNote ? (isChinese ? .chineseNote : .note) : (isChinese ? .chineseList : .list)
    let path = dice.pick(shelf.paths(sort))
    guard let processor = shelf.processor(path, language: language(record, isChinese: isChinese, &dice)) else {
      return nil
    }
    let reference = record.reference(id: "r")
    let locator = isNote && dice.chance(0.6) ? locator(record, &dice) : nil
    guard
      let placed = isNote
        ? processor.placedCitation(reference, locator: locator) : processor.placedEntry(reference)
    else { return nil }
    var out = LabelledCitation(type: record.type)
    out.isNote = isNote
    out.style = StyleRenderer.name(path)
    out.record = reference
    out.text = placed.text
    out.fields = PlacedFields.fields(placed, locator: locator?.label)
    if dice.chance(0.9) { PlacedFields.dropCitationNumber(&out) }
    out.fields.removeAll { $0.variable == .citationNumber }
    return StyleRenderer.isCitation(out, &dice) ? out : nil
  }

  /// Whether the text is what a reader calls a citation of a work: no template of a wiki, and seldom a name and year
  /// alone.
  private static func isCitation(_ citation: LabelledCitation, _ dice: inout Dice) -> Bool {
    guard citation.fields.count > 1, !citation.text.utf8.contains(where: { "{}|\\".utf8.contains($0) }) else {
      return false
    }
    return citation.fields.contains { $0.variable == .title || $0.variable == .containerTitle } || dice.chance(0.05)
  }

  private static func name(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.hasSuffix(".csl") ? file.dropLast(4) : file)
  }

  private static let languages = [
    "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-BR", "nl": "nl-NL", "ru": "ru-RU",
    "ja": "ja-JP",
  ]

  /// The language of the terms.
  private func language(_ record: GeneratedRecord, isChinese: Bool, _ dice: inout Dice) -> String? {
    if isChinese { return nil }
    if record.isHan { return dice.chance(0.85) ? "zh-CN" : nil }
    if let own = StyleRenderer.languages[record.language] { return dice.chance(0.7) ? own : nil }
    return dice.chance(0.9)
      ? dice.chance(0.6) ? nil : "en-US" : dice.pick(["en-GB", "zh-CN", "pt-BR", "nl-NL", "ru-RU"])
  }

  private func locator(_ record: GeneratedRecord, _ dice: inout Dice) -> Locator {
    let label: Locator.Label = dice.weighted([(.page, 17), (.chapter, 2), (.section, 1)], else: .page)
    let first = dice.number(1...(label == .page ? 600 : 20))
    let value = dice.chance(0.35) ? "\(first)-\(first + dice.number(1...12))" : String(first)
    return Locator(label: label, value: value, spans: [])
  }
}
