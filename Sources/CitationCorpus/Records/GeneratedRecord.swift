import YinzhuModel

/// A name of a generated record.
struct GeneratedName: Sendable {
  var family: String
  var given: String
  var suffix = ""
  /// An organisation, or a name in one piece.
  var literal = ""
  var isHan = false
  /// Country in brackets before the name: 美.
  var country = ""
}

/// A record before it is printed.
struct GeneratedRecord: Sendable {
  struct Day: Sendable {
    var year: Int
    var month: Int?
    var day: Int?
    var endYear: Int?
  }

  var type: ReferenceType
  var language: String
  var isHan: Bool { language == "zh" }
  var names: [Variable: [GeneratedName]] = [:]
  var texts: [Variable: String] = [:]
  var issued: Day?
  var accessed: Day?

  subscript(variable: Variable) -> String { texts[variable] ?? "" }

  /// As the processor takes it.
  func reference(id: String) -> Reference {
    var reference = Reference(id: ReferenceID(rawValue: id), type: type)
    for (variable, list) in names where !list.isEmpty {
      let people = list.map { name -> Name in
        if !name.literal.isEmpty { return Name(literal: name.literal) }
        return Name(
          family: name.family, given: name.given.isEmpty ? nil : name.given,
          suffix: name.suffix.isEmpty ? nil : name.suffix,
          nationality: name.country.isEmpty ? nil : name.country)
      }
      reference[variable] = Field(.names(NameList(people)), .edited)
    }
    for (variable, text) in texts where !text.isEmpty {
      reference[variable] = Field(variable.kind == .number ? .number(text) : .text(RichText(plain: text)), .edited)
    }
    for (variable, day) in [(Variable.issued, issued), (.accessed, accessed)] {
      guard let day else { continue }
      var value = DateValue(year: day.year, month: day.month, day: day.day)
      if let end = day.endYear { value.end = DateValue.Parts(year: end) }
      reference[variable] = Field(.date(value), .edited)
    }
    reference[.language] = Field(
      .text(RichText(plain: isHan ? "zh-CN" : language == "en" ? "en-US" : language)), .edited)
    return reference
  }
}
