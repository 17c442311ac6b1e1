import YinzhuModel
import YinzhuText

/// What differs between a record and what a format gave back, as the members of CSL-JSON.
package struct RecordDifference: Sendable, Hashable {
  /// The key of CSL-JSON, or `foreign/KEY`.
  package var field: String
  /// The value before; empty where there was none.
  package var before: String
  /// The value afterwards; empty where there is none.
  package var after: String
}

/// Compares records before and after a format.
package enum RecordDifferences {
  /// The differences between two records.
  ///
  /// What no format of tags and lines can tell apart counts as equal (`ComparedField`). Ids and citation keys are not
  /// compared: writers make keys.
  package static func between(_ first: Reference, _ second: Reference) -> [RecordDifference] {
    let (before, after) = (asInCSLJSON(first), asInCSLJSON(second))
    var out: [RecordDifference] = []
    if before.type != after.type {
      out.append(RecordDifference(field: "type", before: before.type.rawValue, after: after.type.rawValue))
    }
    for variable in Variable.allCases where variable != .citationKey {
      let (a, b) = (before[variable], after[variable])
      // What a rule adds is no value of the file.
      if a == nil, case .derived? = second[variable]?.provenance { continue }
      let (was, now) = (text(a, variable), text(b, variable))
      if was != now { out.append(RecordDifference(field: variable.rawValue, before: was, after: now)) }
    }
    let known = Set(after.foreign.map { "\($0.key)=\($0.value.scalarText ?? "")" })
    for field in before.foreign where field.key != "type name" {
      if !known.contains("\(field.key)=\(field.value.scalarText ?? "")") {
        out.append(RecordDifference(field: field.key, before: JSONWriter.string(field.value), after: ""))
      }
    }
    for member in before.custom
    where !after.custom.contains(where: { $0.key == member.key && $0.value == member.value }) {
      out.append(RecordDifference(field: "custom/" + member.key, before: JSONWriter.string(member.value), after: ""))
    }
    return out
  }

  /// Nationality and dynasty stand in the note and roles in `custom`, as in CSL-JSON, wherever a format has them.
  private static func asInCSLJSON(_ reference: Reference) -> Reference {
    let hasMore = reference.fields.values.contains { field in
      field.names?.names.contains { $0.nationality != nil || $0.dynasty != nil || $0.role != nil } ?? false
    }
    guard hasMore else { return reference }
    return CSLJSON.reference(CSLJSON.item(reference), span: nil)?.reference ?? reference
  }

  private static func text(_ field: Field?, _ variable: Variable) -> String {
    guard let field else { return "" }
    switch field.value {
    case .text(let text): return ComparedField.folded(text.markup, variable)
    case .number(let text): return ComparedField.folded(text, variable)
    case .date(let date):
      let folded = ComparedField.folded(date)
      if folded == DateValue() { return "" }
      return
        "\(EDTF.string(folded) ?? "")|\(folded.season.map(String.init) ?? "")|\(folded.circa)|\(folded.literal ?? "")"
    case .names(let list):
      if list.names.isEmpty, !list.hasOthers { return "" }
      return list.names.map(name).joined(separator: "; ") + (list.hasOthers ? "; et al." : "")
    }
  }

  private static func name(_ name: Name) -> String {
    let folded = ComparedField.folded(name)
    let parts = [
      folded.family, folded.given, folded.droppingParticle, folded.nonDroppingParticle, folded.suffix, folded.literal,
      name.nationality, name.dynasty, name.role,
    ]
    return parts.map { $0 ?? "" }.joined(separator: "|")
  }

  /// Whether a loss was said for a difference.
  package static func isReported(_ difference: RecordDifference, by losses: [Diagnostic.Loss]) -> Bool {
    losses.contains { loss in
      if difference.field == "custom/roles", loss.field.hasSuffix("/role") { return true }
      if difference.field == "note", loss.field.hasSuffix("/nationality") || loss.field.hasSuffix("/dynasty") {
        return true
      }
      return loss.field == difference.field || loss.field.hasPrefix(difference.field + "/")
    }
  }

  /// Losses of a file that its writer didn't say: what is read back otherwise than it was.
  ///
  /// - Parameters:
  ///   - keys: the key of each record.
  ///   - said: what the writer said.
  package static func unsaid(
    _ references: [Reference], readBack: [Reference], keys: [String], said: [Diagnostic], format: String
  ) -> [Diagnostic] {
    var losses: [String: [Diagnostic.Loss]] = [:]
    for case let loss? in said.map(\.loss) { losses[loss.entry, default: []].append(loss) }
    var out: [Diagnostic] = []
    for (index, (reference, key)) in zip(references, keys).enumerated() {
      let after = index < readBack.count ? readBack[index] : Reference(id: reference.id, type: .document)
      var report = LossReport(format: format, key: key)
      for difference in between(reference, after) where !isReported(difference, by: losses[key] ?? []) {
        let variable = Variable(rawValue: difference.field)
        let span = variable.flatMap { reference[$0]?.provenance.spans.first } ?? reference.span
        if difference.before.isEmpty {
          report.add(
            difference.field, difference.after,
            "it is another field of the record, which the format can't tell from this one", span)
        } else {
          let shown = variable.flatMap { reference[$0] }.map { LossReport.shown($0.value) } ?? difference.before
          report.add(
            difference.field, shown,
            difference.after.isEmpty ? "it doesn't come back" : "it is read back as “\(difference.after)”", span)
        }
      }
      out += report.diagnostics
    }
    return out
  }
}
