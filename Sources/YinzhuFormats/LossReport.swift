import YinzhuModel
import YinzhuText

/// Gathers what an entry of a format can't hold.
struct LossReport {
  /// The format as messages call it.
  let format: String
  /// The key of the entry.
  let key: String
  /// One diagnostic for each value.
  private(set) var diagnostics: [Diagnostic] = []

  init(format: String, key: String) {
    self.format = format
    self.key = key
  }

  mutating func add(_ field: String, _ value: String, _ reason: String, _ span: SourceSpan?) {
    let shown = value.count > 120 ? value.prefix(100) + "…" : value[...]
    var diagnostic = Diagnostic(
      FormatRules.loss, "\(format), entry “\(key)”: \(field) “\(shown)” is not in the file: \(reason).", span: span)
    diagnostic.loss = Diagnostic.Loss(entry: key, field: field, value: value, reason: reason)
    diagnostics.append(diagnostic)
  }

  mutating func add(_ variable: Variable, _ field: Field, _ reason: String) {
    add(variable.rawValue, Self.shown(field.value), reason, field.provenance.spans.first)
  }

  mutating func add(_ field: Reference.ForeignField, _ reason: String) {
    if field.key == FormatMapping.typeNameKey { return }
    add(field.key, Self.shown(field.value), reason, field.span)
  }

  /// The members of `custom` have a place in CSL-JSON only.
  mutating func addCustom(of reference: Reference) {
    for member in reference.custom {
      add(
        "custom/\(member.key)", Self.shown(member.value), "the format has no field for it",
        member.provenance.spans.first)
    }
  }

  /// Nationality, dynasty, role (unless the format has annotations for them) and the two kinds of particle.
  mutating func addNames(_ list: NameList, _ variable: Variable, _ span: SourceSpan?, annotated: Bool = false) {
    for name in list.names {
      let place = name.spans.first ?? span
      for (what, value) in [("nationality", name.nationality), ("dynasty", name.dynasty), ("role", name.role)] {
        guard let value, !value.isEmpty, !annotated else { continue }
        add("\(variable.rawValue)/\(what)", value, "names of the format have no such part (\(name.displayed))", place)
      }
      if annotated, BibTeXNames.isDroppedOnly(name) { continue }
      if name.literal == nil, let particle = name.droppingParticle, !particle.isEmpty {
        add(
          "\(variable.rawValue)/dropping-particle", particle,
          "the format can't say that this particle is dropped (\(name.displayed))", place)
      }
    }
  }

  /// Why variables without a row have none; others are only said to have no field.
  static func reasonForNoField(_ variable: Variable) -> String {
    switch variable {
    case .locator, .firstReferenceNoteNumber, .citationNumber, .citationLabel, .yearSuffix:
      "it belongs to a citation, not to the record"
    default: "the format has no field for it"
    }
  }

  static func shown(_ value: Field.Value) -> String {
    switch value {
    case .text(let text): text.plain
    case .number(let text): text
    case .names(let list): list.names.map(\.displayed).joined(separator: "; ")
    case .date(let date): EDTF.string(date) ?? date.literal ?? date.raw ?? ""
    }
  }

  private static func shown(_ value: JSONValue) -> String { value.scalarText ?? JSONWriter.string(value) }
}
