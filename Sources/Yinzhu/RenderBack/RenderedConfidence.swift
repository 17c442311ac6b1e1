import Foundation
import YinzhuCitations
import YinzhuModel
import YinzhuText

/// How sure a reading is once it was written back: a logistic regression over what parser, rendering and record say.
///
/// The weights were fitted on the labelled notes of development. The constant is lower than the fit by 1.5, as notes of
/// journals that nobody has labelled are harder. docs/confidence.md has the table and says how to make it anew.
enum RenderedConfidence {
  static func of(_ item: CitationItem, _ rendering: Rendering) -> Double {
    guard let reference = item.reference else { return item.parse.confidence }
    var sum = 0.85
    sum += 0.65 * logit(item.parse.confidence)
    sum += 4.7 * (rendering.agreement - 0.95)
    if item.parse.pattern == CitationParser.labelPattern { sum -= 2.3 }
    sum -= 2.25 * Double(min(2, Implausibilities.count(in: reference)))
    if reference[.issued] == nil { sum -= 0.75 }
    if !Implausibilities.isHan(reference) { sum -= 1.45 }
    return 1 / (1 + exp(-sum))
  }

  private static func logit(_ value: Double) -> Double {
    let clamped = max(0.02, min(0.99, value))
    return log(clamped / (1 - clamped))
  }
}

/// What a record seldom holds where it is read rightly.
enum Implausibilities {
  /// How many things of a record look wrong.
  static func count(in reference: Reference) -> Int {
    var out = 0
    for variable: Variable in [.author, .editor, .translator] {
      for name in reference.names(variable) {
        let text = name.literal ?? name.family ?? ""
        if isSentence(text) { out += 1 }
        if text.contains(where: { "，。“”、《".contains($0) }) || beginsWithSignal(text) { out += 1 }
      }
    }
    for variable: Variable in [.title, .containerTitle, .publisher, .publisherPlace, .genre] {
      guard let text = reference.text(variable) else { continue }
      if text.contains("。") || text.contains("；") || text.count(where: { $0 == "，" }) > 1 { out += 1 }
      if variable == .publisher || variable == .publisherPlace, text.contains(where: { "，“。《".contains($0) }) {
        out += 1
      }
    }
    return out
  }

  /// Whether title or host have Han text. Western notes leave more open: italics are lost that tell book and journal.
  static func isHan(_ reference: Reference) -> Bool {
    [reference.text(.title), reference.text(.containerTitle)].contains { text in
      text?.unicodeScalars.contains { CharacterClass.isHan($0.value) } ?? false
    }
  }

  /// A Chinese name of more than eight characters that is no body's.
  private static func isSentence(_ name: String) -> Bool {
    let han = name.unicodeScalars.count { CharacterClass.isHan($0.value) }
    guard han > 8, !name.contains("·"), let last = name.last else { return false }
    return !"会部院所局委社组处室厅司队团校学".contains(last)
  }

  private static func beginsWithSignal(_ name: String) -> Bool {
    ["参见", "可参", "参阅", "参看", "详见", "另见", "转引自"].contains { name.hasPrefix($0) }
  }
}
