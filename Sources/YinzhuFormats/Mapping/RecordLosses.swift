import YinzhuModel
import YinzhuText

/// What a record lost on its way into a format: the written text is read again and compared with the record.
///
/// So nothing can be lost in silence, whatever the tables say.
struct RecordLosses {
  private let mapping: FormatMapping
  private let before: Reference
  private let after: Reference
  private(set) var losses: LossReport

  /// Variables that the user left out.
  var leftOut: Set<Variable> = []

  /// - Parameter title: what messages call the format, where several share a mapping.
  init(_ before: Reference, readBack after: Reference, key: String, mapping: FormatMapping, title: String? = nil) {
    self.mapping = mapping
    self.before = before
    self.after = after
    losses = LossReport(format: title ?? mapping.title, key: key)
  }

  /// The losses of a whole file: the records in their order, and what the file gives back.
  static func all(
    _ references: [Reference], readBack: [Reference], keys: [String], mapping: FormatMapping
  ) -> [Diagnostic] {
    zip(references, keys).enumerated().flatMap { index, pair in
      let after = index < readBack.count ? readBack[index] : Reference(id: pair.0.id, type: .document)
      var losses = RecordLosses(pair.0, readBack: after, key: pair.1, mapping: mapping)
      return losses.find()
    }
  }

  mutating func find() -> [Diagnostic] {
    if before.type != after.type {
      let name = mapping.name(of: before.type) ?? mapping.fallbackType
      losses.add(
        "type", before.type.rawValue,
        leftOut.isEmpty ? "“\(name)” stands for other types too" : "its column was not chosen", before.span)
    }
    for variable in Variable.allCases where variable != .citationKey {
      guard let field = before[variable] else { continue }
      compare(variable, field)
    }
    for variable in Variable.allCases where before[variable] == nil && variable != .citationKey {
      guard let field = after[variable] else { continue }
      if case .derived = field.provenance { continue }
      if variable == .note, !NameNotes.lines(of: before).isEmpty { continue }
      losses.add(variable, field, "it is another field of the record, and the format can't tell the two apart")
    }
    for field in before.foreign {
      if field.format == mapping.format, field.key == FormatMapping.typeKey || isKept(field) { continue }
      losses.add(field, "it is a key of \(field.format) that the format doesn't have")
    }
    losses.addCustom(of: before)
    return losses.diagnostics
  }

  private func isKept(_ field: Reference.ForeignField) -> Bool {
    guard let text = field.value.scalarText else { return false }
    return after.foreign.contains { $0.key == field.key && $0.value.scalarText == text }
  }

  // MARK: One field

  private mutating func compare(_ variable: Variable, _ field: Field) {
    let span = field.provenance.spans.first
    guard let read = after[variable] else {
      if ComparedField.isEmpty(field.value) { return }
      // The first page is part of the pages.
      if variable == .pageFirst, let first = field.plainText, before.text(.page)?.hasPrefix(first) == true { return }
      losses.add(variable, field, reasonForNothing(variable))
      for name in field.names?.names ?? [] {
        guard let role = name.role, !role.isEmpty else { continue }
        losses.add("\(variable.rawValue)/role", role, "its name is not in the file (\(name.displayed))", span)
      }
      return
    }
    switch (field.value, read.value) {
    case (.names(let was), .names(let now)): compare(variable, was, now, span)
    case (.date(let was), .date(let now)): compare(variable, was, now, span)
    default: compareText(variable, field, read, span)
    }
  }

  private func reasonForNothing(_ variable: Variable) -> String {
    if leftOut.contains(variable) { return "its column was not chosen" }
    let rows = mapping.fields.filter { $0.variable == variable && !$0.isReadOnly }
    guard let row = rows.first else { return LossReport.reasonForNoField(variable) }
    guard let holding = rows.first(where: { $0.holds(for: before.type) }) else {
      return "the format has no field for it in \(mapping.name(of: before.type) ?? mapping.fallbackType)"
    }
    if let other = after.fields.first(where: { $0.value.importedKey == holding.tags.first })?.key {
      return "\(holding.tags.first ?? "the field") holds the \(other.rawValue)"
    }
    return "\(row.tags.first ?? "the field") can't hold such a value"
  }

  private mutating func compareText(_ variable: Variable, _ was: Field, _ now: Field, _ span: SourceSpan?) {
    let (a, b) = (ComparedField.markup(was.value), ComparedField.markup(now.value))
    if ComparedField.folded(a, variable) == ComparedField.folded(b, variable) { return }
    // The note may have lines more: nationality and dynasty.
    if variable == .note, ComparedField.folded(b, variable).hasPrefix(ComparedField.folded(a, variable)) { return }
    let plain = was.plainText ?? ""
    if ComparedField.folded(plain, variable) == ComparedField.folded(b, variable) {
      losses.add(variable.rawValue, a, "only the text is written; the format has no markup", span)
    } else {
      losses.add(variable.rawValue, plain, "it is read back as “\(now.plainText ?? "")”", span)
    }
  }

  private mutating func compare(_ variable: Variable, _ was: DateValue, _ now: DateValue, _ span: SourceSpan?) {
    let name = variable.rawValue
    if was.circa, !now.circa {
      losses.add("\(name)/circa", "circa", "the format can't say that a date is approximate", span)
    }
    var (a, b) = (ComparedField.folded(was), ComparedField.folded(now))
    a.circa = false
    b.circa = false
    if a == b { return }
    if a.end != b.end || a.isOpenEnded != b.isOpenEnded, a.start == b.start, a.start != nil {
      return losses.add(name, EDTF.string(was) ?? "", "only the start of a range is written", span)
    }
    if was.start == nil, now.start != nil, was.literal ?? was.raw != nil {
      return losses.add(name, LossReport.shown(.date(was)), "the words are read back as a date", span)
    }
    let shown = EDTF.string(now) ?? now.literal ?? now.raw ?? ""
    losses.add(name, LossReport.shown(.date(was)), "it is read back as “\(shown)”", span)
  }

  private mutating func compare(_ variable: Variable, _ was: NameList, _ now: NameList, _ span: SourceSpan?) {
    if was.hasOthers, !now.hasOthers {
      losses.add("\(variable.rawValue)/others", "et al.", "a list of names can't be marked as cut short", span)
    }
    let noted = after.text(.note) ?? ""
    for (index, name) in was.names.enumerated() {
      let place = name.spans.first ?? span
      for (what, value) in [("nationality", name.nationality), ("dynasty", name.dynasty), ("role", name.role)] {
        guard let value, !value.isEmpty else { continue }
        if what != "role", noted.contains("\(what): "), noted.contains(value) { continue }
        losses.add(
          "\(variable.rawValue)/\(what)", value, "names of the format have no such part (\(name.displayed))", place)
      }
      guard now.names.indices.contains(index) else {
        losses.add(
          "\(variable.rawValue)/\(index + 1)", name.displayed, "the list is read back without this name", place)
        continue
      }
      let (a, b) = (ComparedField.folded(name), ComparedField.folded(now.names[index]))
      if a == b { continue }
      if let particle = name.droppingParticle, !particle.isEmpty, now.names[index].droppingParticle == nil {
        losses.add(
          "\(variable.rawValue)/dropping-particle", particle,
          "the format can't say that this particle is dropped (\(name.displayed))", place)
        if ComparedField.joined(name) == ComparedField.joined(now.names[index]) { continue }
      }
      if ComparedField.withParticles(name) == ComparedField.withParticles(now.names[index]) {
        losses.add(
          "\(variable.rawValue)/non-dropping-particle", name.nonDroppingParticle ?? "",
          "the format can't tell the particle from the family name (\(name.displayed))", place)
      } else {
        losses.add(
          "\(variable.rawValue)/\(index + 1)", name.displayed,
          "it is read back as “\(PersonNames.string(now.names[index]))”", place)
      }
    }
    if now.names.count > was.names.count {
      let extra = now.names[was.names.count...].map(\.displayed).joined(separator: "; ")
      losses.add(variable.rawValue, extra, "a name is read back as several", span)
    }
  }
}

extension Field {
  /// The tag that the field was read from.
  var importedKey: String? {
    if case .imported(_, let key, _) = provenance { key } else { nil }
  }
}
