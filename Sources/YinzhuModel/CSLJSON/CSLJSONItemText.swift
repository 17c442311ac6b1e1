import YinzhuText

/// Items as text, without a tree of values in between: the same bytes that `JSONWriter` makes of `CSLJSON.item`, several
/// times as fast. Records with unknown keys of CSL-JSON, whose members are put together again, go the way of the tree.
struct CSLJSONItemText {
  var out: [UInt8] = []

  /// Appends an item as it stands in the array of the file.
  mutating func append(_ reference: Reference) {
    if reference.foreign.contains(where: { $0.format == CSLJSON.format }) {
      return JSONWriter.append(CSLJSON.item(reference), level: 1, to: &out)
    }
    out.append(contentsOf: "{\n    \"id\": ".utf8)
    JSONWriter.append(reference.id.rawValue, to: &out)
    key("type")
    JSONWriter.append(reference.type.rawValue, to: &out)
    let fields = reference.fields
    let places = CSLJSON.places(fields)
    let listed = places.prefix { $0.rank < CSLJSON.order.count }
    for place in listed where fields.keys[place.index] != .note {
      append(fields.keys[place.index], fields.values[place.index].value)
    }
    if Self.isPlain(reference) {
      if let note = fields[.note] { append(.note, note.value) }
    } else {
      appendNoteAndCustom(reference)
    }
    for place in places[listed.endIndex...] { append(fields.keys[place.index], fields.values[place.index].value) }
    out.append(contentsOf: "\n  }".utf8)
  }

  /// Whether nothing of the record stands in `custom` or in lines of the note.
  private static func isPlain(_ reference: Reference) -> Bool {
    guard reference.custom.isEmpty, reference.foreign.isEmpty else { return false }
    return reference.fields.values.allSatisfy { field in
      guard case .names(let list) = field.value else { return true }
      return !list.hasOthers
        && list.names.allSatisfy { $0.nationality == nil && $0.dynasty == nil && $0.role == nil }
    }
  }

  private mutating func appendNoteAndCustom(_ reference: Reference) {
    let writer = CSLJSONItemWriter(reference)
    if let note = writer.note() {
      key(Variable.note.rawValue)
      JSONWriter.append(note, to: &out)
    } else if let field = reference.fields[.note] {
      append(.note, field.value)
    }
    let custom = writer.customMembers()
    if !custom.isEmpty {
      key("custom")
      JSONWriter.append(.object(custom), level: 2, to: &out)
    }
  }

  private mutating func key(_ name: String) {
    out.append(contentsOf: ",\n    \"".utf8)
    out.append(contentsOf: name.utf8)
    out.append(contentsOf: "\": ".utf8)
  }

  /// What stands before the value of each variable.
  private static let keys: [[UInt8]] = Variable.allCases.map { Array(",\n    \"\($0.rawValue)\": ".utf8) }

  private mutating func append(_ variable: Variable, _ value: Field.Value) {
    out.append(contentsOf: Self.keys[variable.ordinal])
    switch value {
    case .text(let text): JSONWriter.append(text.markup, to: &out)
    case .number(let text): JSONWriter.append(text, to: &out)
    case .names(let list): append(list)
    case .date(let date): append(date)
    }
  }

  private mutating func append(_ list: NameList) {
    guard !list.names.isEmpty else { return out.append(contentsOf: "[]".utf8) }
    out.append(UInt8(ascii: "["))
    for (index, name) in list.names.enumerated() {
      out.append(contentsOf: (index == 0 ? "\n      " : ",\n      ").utf8)
      append(name)
    }
    out.append(contentsOf: "\n    ]".utf8)
  }

  private mutating func append(_ name: Name) {
    var isFirst = true
    func separate(_ key: StaticString, to out: inout [UInt8]) {
      out.append(contentsOf: (isFirst ? "{\n        \"" : ",\n        \"").utf8)
      isFirst = false
      key.withUTF8Buffer { out.append(contentsOf: $0) }
      out.append(contentsOf: "\": ".utf8)
    }
    func part(_ key: StaticString, _ text: String?, to out: inout [UInt8]) {
      guard let text else { return }
      separate(key, to: &out)
      JSONWriter.append(text, to: &out)
    }
    part("family", name.family, to: &out)
    part("given", name.given, to: &out)
    part("dropping-particle", name.droppingParticle, to: &out)
    part("non-dropping-particle", name.nonDroppingParticle, to: &out)
    part("suffix", name.suffix, to: &out)
    if name.commaSuffix {
      separate("comma-suffix", to: &out)
      out.append(contentsOf: "true".utf8)
    }
    if name.staticOrdering {
      separate("static-ordering", to: &out)
      out.append(contentsOf: "true".utf8)
    }
    part("literal", name.literal, to: &out)
    out.append(contentsOf: (isFirst ? "{}" : "\n      }").utf8)
  }

  private mutating func append(_ date: DateValue) {
    // What is more than a day, a month or a year is rare.
    guard let start = date.start, date.end == nil, !date.isOpenEnded, !date.circa, date.season == nil,
      date.literal == nil, date.raw == nil, date.calendar == .gregorian
    else { return JSONWriter.append(CSLJSONDate.value(date), level: 2, to: &out) }
    out.append(contentsOf: "{\n      \"date-parts\": [[".utf8)
    out.append(contentsOf: String(start.year).utf8)
    for part in [start.month, start.day] {
      guard let part else { continue }
      out.append(contentsOf: ", ".utf8)
      out.append(contentsOf: String(part).utf8)
    }
    out.append(contentsOf: "]]\n    }".utf8)
  }
}
