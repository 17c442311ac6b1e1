import YinzhuText

/// Reads the members of one item into a record.
struct CSLJSONItem {
  private let members: [JSONValue.Member]
  private(set) var reference: Reference
  private(set) var diagnostics: [Diagnostic] = []

  init(members: [JSONValue.Member], span: SourceSpan?, ordinal: Int) {
    self.members = members
    reference = Reference(id: ReferenceID(rawValue: "item-\(ordinal)"), type: .document)
    reference.span = span
  }

  mutating func read() {
    var hasID = false
    var hasType = false
    var lastOfKey: [String: Int] = [:]
    for (index, member) in members.enumerated() { lastOfKey[member.key] = index }
    for (index, member) in members.enumerated() where lastOfKey[member.key] == index {
      switch member.key {
      case "id":
        hasID = readID(member)
      case "type":
        hasType = true
        readType(member)
      case "custom": readCustom(member)
      case "categories": keep(member)
      default:
        // Of two spellings of one variable, the newer counts; the older one is kept as it is.
        if let variable = Variable(key: member.key),
          variable.rawValue == member.key || lastOfKey[variable.rawValue] == nil
        {
          read(variable, member)
        } else {
          keep(member)
        }
      }
    }
    if !hasID {
      report(CSLJSONRules.missingID, "The record has no id; it is called “\(reference.id.rawValue)”.", reference.span)
    }
    if !hasType {
      report(CSLJSONRules.unknownType, "The record has no type; it is treated as “document”.", reference.span)
    }
    takeBackCutLists()
  }

  // MARK: Keys that are no variables

  private mutating func readID(_ member: JSONValue.Member) -> Bool {
    switch member.value {
    case .string(let text), .number(let text):
      reference.id = ReferenceID(rawValue: text)
      return true
    case .null, .bool, .array, .object:
      keep(member)
      return false
    }
  }

  private mutating func readType(_ member: JSONValue.Member) {
    if let text = member.value.string, let type = ReferenceType(rawValue: text) {
      reference.type = type
      return
    }
    let shown = member.value.scalarText ?? "(not a text)"
    report(CSLJSONRules.unknownType, "CSL has no type “\(shown)”; the record is treated as “document”.", member.span)
    keep(member)
  }

  private mutating func readCustom(_ member: JSONValue.Member) {
    guard let inner = member.value.members, !inner.isEmpty else {
      if member.value.members == nil {
        report(CSLJSONRules.malformedValue, "“custom” should hold keys and values in braces.", member.span)
      }
      return keep(member)
    }
    for (index, entry) in inner.enumerated() where !inner[(index + 1)...].contains(where: { $0.key == entry.key }) {
      if entry.key == CSLJSON.foreignKey, let fields = foreignFields(entry) {
        reference.foreign += fields
        continue
      }
      reference.custom.append(
        Reference.CustomField(
          key: entry.key, value: entry.value,
          provenance: .imported(format: CSLJSON.format, key: "custom/\(entry.key)", entry.span)))
    }
  }

  /// `custom.foreign` holds keys of other formats; nil where it has another form.
  private func foreignFields(_ entry: JSONValue.Member) -> [Reference.ForeignField]? {
    guard let formats = entry.value.members, !formats.isEmpty else { return nil }
    var out: [Reference.ForeignField] = []
    for format in formats {
      guard let members = format.value.members, !members.isEmpty, format.key != CSLJSON.format else { return nil }
      for member in members {
        let values = member.value.array ?? [member.value]
        guard !values.isEmpty, values.allSatisfy({ $0.scalarText != nil }) else { return nil }
        out += values.map {
          Reference.ForeignField(format: format.key, key: member.key, value: $0, span: member.span)
        }
      }
    }
    return out
  }

  /// `custom.et-al` names the variables whose lists were cut short; what it names wrongly stays there.
  private mutating func takeBackCutLists() {
    guard let index = reference.custom.firstIndex(where: { $0.key == "et-al" }),
      let listed = reference.custom[index].value.array
    else { return }
    let rest = listed.filter { element in
      guard let name = element.string, let variable = Variable(rawValue: name),
        var list = reference.fields[variable]?.names
      else { return true }
      list.hasOthers = true
      reference.fields[variable]?.value = .names(list)
      return false
    }
    if rest.isEmpty, !listed.isEmpty {
      reference.custom.remove(at: index)
    } else {
      reference.custom[index].value = .array(rest)
    }
  }

  // MARK: Variables

  private mutating func read(_ variable: Variable, _ member: JSONValue.Member) {
    let value: Field.Value
    switch variable.kind {
    case .text, .number:
      guard case .string(let text) = member.value.numberAsString else {
        report(
          CSLJSONRules.malformedValue, "“\(member.key)” should be a text; it is kept but not used.", member.span)
        return keep(member)
      }
      value = variable.kind == .number ? .number(text) : .text(RichText(markup: text))
    case .names:
      guard let names = readNames(variable, member) else {
        report(
          CSLJSONRules.malformedValue, "“\(member.key)” should be a list of names; it is kept but not used.",
          member.span)
        return keep(member)
      }
      value = .names(NameList(names))
    case .date:
      guard let (date, kept) = CSLJSONDate.read(member.value) else {
        report(
          CSLJSONRules.malformedValue,
          "“\(member.key)” is no date (expected {\"date-parts\": [[2001, 2, 3]]}); it is kept but not used.",
          member.span)
        return keep(member)
      }
      if member.value.members == nil, member.value.string == nil || date.raw != nil {
        report(
          CSLJSONRules.malformedValue,
          "“\(member.key)” is written as plain text or number; it was read as far as it is a date.", member.span)
      }
      for entry in kept { keep(entry, path: "\(variable.rawValue)/\(entry.key)") }
      value = .date(date)
    }
    reference.fields[variable] = Field(
      value, .imported(format: CSLJSON.format, key: member.key, member.span))
  }

  private mutating func readNames(_ variable: Variable, _ member: JSONValue.Member) -> [Name]? {
    let elements: [JSONValue]
    switch member.value {
    case .array(let list): elements = list
    case .object, .string: elements = [member.value]
    case .null, .bool, .number: return nil
    }
    var names: [Name] = []
    var kept: [(JSONValue.Member, String)] = []
    for element in elements {
      switch element {
      case .object(let entries):
        let (name, unknown) = CSLJSONName.read(entries)
        for entry in unknown { kept.append((entry, "\(variable.rawValue)/\(names.count)/\(entry.key)")) }
        names.append(name)
      case .string(let text):
        report(
          CSLJSONRules.malformedValue,
          "A name in “\(member.key)” is a plain text; it was read as {\"literal\": \"\(text)\"}.", member.span)
        names.append(Name(literal: text, spans: [member.span]))
      case .null, .bool, .number, .array:
        return nil
      }
    }
    for (entry, path) in kept { keep(entry, path: path) }
    return names
  }

  // MARK: What isn't read

  private mutating func keep(_ member: JSONValue.Member, path: String? = nil) {
    reference.foreign.append(
      Reference.ForeignField(
        format: CSLJSON.format, key: path ?? member.key, value: member.value, span: member.span))
  }

  private mutating func report(_ rule: DiagnosticRule, _ message: String, _ span: SourceSpan?) {
    diagnostics.append(Diagnostic(rule, message, span: span))
  }
}

extension JSONValue {
  /// Numbers as the strings that CSL takes them for.
  var numberAsString: JSONValue {
    if case .number(let text) = self { .string(text) } else { self }
  }

  /// `true`, 1, "1" and "true", as csl-data.json allows them; nil for anything else.
  var flag: Bool? {
    switch self {
    case .bool(let value): value
    case .number("1"), .string("1"), .string("true"): true
    case .number("0"), .string("0"), .string("false"), .string(""): false
    case .null, .number, .string, .array, .object: nil
    }
  }
}
