import YinzhuText

/// The members of one record's item, in the order of the format.
struct CSLJSONItemWriter {
  private let reference: Reference
  let fields: [(variable: Variable, field: Field)]
  private let nameFields: [(variable: Variable, list: NameList)]

  init(_ reference: Reference) {
    self.reference = reference
    fields = CSLJSON.ordered(reference.fields)
    nameFields = fields.compactMap { entry in entry.field.names.map { (entry.variable, $0) } }
  }

  func members() -> [JSONValue.Member] {
    var out: [JSONValue.Member] = []
    func add(_ key: String, _ value: JSONValue) { out.append(JSONValue.Member(key: key, value: value)) }
    let own = reference.foreign.filter { $0.format == CSLJSON.format }
    add("id", .string(reference.id.rawValue))
    let foreignType = reference.type == .document ? own.first { $0.key == "type" } : nil
    add("type", foreignType?.value ?? .string(reference.type.rawValue))
    let noteText = note()
    let listed = fields.prefix { CSLJSON.isListed($0.variable) }
    for (variable, field) in listed where variable != .note { add(variable.rawValue, value(field)) }
    if let noteText {
      add(Variable.note.rawValue, .string(noteText))
    } else if let field = reference.fields[.note] {
      add(Variable.note.rawValue, value(field))
    }
    let custom = customMembers()
    if !custom.isEmpty { add("custom", .object(custom)) }
    for (variable, field) in fields[listed.endIndex...] { add(variable.rawValue, value(field)) }
    for field in own where field.key != "type" || foreignType == nil {
      if merge(field, into: &out) || out.contains(where: { $0.key == field.key }) { continue }
      // A type that was set anew replaces the unknown one.
      if field.key != "type" { add(field.key, field.value) }
    }
    return out
  }

  private func value(_ field: Field) -> JSONValue {
    switch field.value {
    case .text(let text): .string(text.markup)
    case .number(let text): .string(text)
    case .names(let list): .array(list.names.map { .object(CSLJSONName.members($0)) })
    case .date(let date): CSLJSONDate.value(date)
    }
  }

  /// Puts a member of a name or a date that the model doesn't know (`author/0/isInstitution`) back to its place.
  private func merge(_ field: Reference.ForeignField, into out: inout [JSONValue.Member]) -> Bool {
    let path = field.key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard path.count == 2, let variable = Variable(rawValue: String(path[0])),
      let at = out.firstIndex(where: { $0.key == variable.rawValue })
    else { return false }
    func put(_ key: Substring, into members: inout [JSONValue.Member]) {
      if let index = members.firstIndex(where: { $0.key == key }) {
        // The words of “circa” stand for its flag; anything else in its place was set after reading, and counts.
        if key == "circa" { members[index].value = field.value }
      } else {
        members.append(JSONValue.Member(key: String(key), value: field.value))
      }
    }
    switch out[at].value {
    case .object(var members):
      put(path[1], into: &members)
      out[at].value = .object(members)
      return true
    case .array(var elements):
      let inner = path[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      guard inner.count == 2, let index = Int(inner[0]), elements.indices.contains(index),
        var members = elements[index].members
      else { return false }
      put(inner[1], into: &members)
      elements[index] = .object(members)
      out[at].value = .array(elements)
      return true
    case .null, .bool, .number, .string:
      return false
    }
  }

  // MARK: What names say beyond CSL

  /// The note with its lines of nationality and dynasty, as Chinese Zotero styles read them; nil without any text.
  func note() -> String? {
    var existing: String?
    if case .text(let text)? = reference.fields[.note]?.value { existing = text.markup }
    let isPlain = nameFields.allSatisfy { $0.list.names.allSatisfy { $0.nationality == nil && $0.dynasty == nil } }
    if isPlain { return existing }
    var lines: [String] = []
    for (key, path) in [("nationality", \Name.nationality), ("dynasty", \Name.dynasty)] {
      var values: [String] = []
      for name in nameFields.lazy.flatMap(\.list.names) {
        if let value = name[keyPath: path], !value.isEmpty, !values.contains(value) { values.append(value) }
      }
      let present = existing?.split(separator: "\n").contains { $0.hasPrefix("\(key):") } ?? false
      if !values.isEmpty, !present { lines.append("\(key): " + values.joined(separator: "; ")) }
    }
    if lines.isEmpty { return existing }
    if let existing, !existing.isEmpty { lines.insert(existing, at: 0) }
    return lines.joined(separator: "\n")
  }

  func customMembers() -> [JSONValue.Member] {
    var out = reference.custom.map { JSONValue.Member(key: $0.key, value: $0.value) }
    addRoles(to: &out)
    addForeign(to: &out)
    let cut = nameFields.filter(\.list.hasOthers).map { JSONValue.string($0.variable.rawValue) }
    if !cut.isEmpty {
      if let index = out.firstIndex(where: { $0.key == "et-al" }) {
        out[index].value = .array(cut + (out[index].value.array ?? [out[index].value]))
      } else {
        out.append(JSONValue.Member(key: "et-al", value: .array(cut)))
      }
    }
    return out
  }

  /// Keys of other formats that CSL has no variable for: `{"foreign": {"enw": {"%+": "某地"}}}`, several values of one key
  /// as a list.
  private func addForeign(to out: inout [JSONValue.Member]) {
    var formats: [JSONValue.Member] = []
    for field in reference.foreign where field.format != CSLJSON.format {
      let at = formats.firstIndex { $0.key == field.format } ?? formats.endIndex
      if at == formats.endIndex { formats.append(JSONValue.Member(key: field.format, value: .object([]))) }
      var members = formats[at].value.members ?? []
      if let index = members.firstIndex(where: { $0.key == field.key }) {
        members[index].value = .array((members[index].value.array ?? [members[index].value]) + [field.value])
      } else {
        members.append(JSONValue.Member(key: field.key, value: field.value))
      }
      formats[at].value = .object(members)
    }
    if !formats.isEmpty { out.append(JSONValue.Member(key: CSLJSON.foreignKey, value: .object(formats))) }
  }

  /// `{"点校": "王根林"}`; several names of one role are joined with 、.
  private func addRoles(to out: inout [JSONValue.Member]) {
    if nameFields.allSatisfy({ $0.list.names.allSatisfy { $0.role == nil } }) { return }
    var roles = out.first { $0.key == "roles" }?.value.members ?? []
    var changed = false
    for name in nameFields.lazy.flatMap(\.list.names) {
      guard let role = name.role, !role.isEmpty else { continue }
      if let index = roles.firstIndex(where: { $0.key == role }) {
        let listed = roles[index].value.string ?? ""
        if listed.split(separator: "、").contains(where: { $0 == name.displayed }) { continue }
        roles[index].value = .string(listed.isEmpty ? name.displayed : listed + "、" + name.displayed)
      } else {
        roles.append(JSONValue.Member(key: role, value: .string(name.displayed)))
      }
      changed = true
    }
    guard changed else { return }
    if let index = out.firstIndex(where: { $0.key == "roles" }) {
      out[index].value = .object(roles)
    } else {
      out.append(JSONValue.Member(key: "roles", value: .object(roles)))
    }
  }
}
