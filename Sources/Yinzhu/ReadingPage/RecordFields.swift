import YinzhuModel

/// The fields of a record as words, for the page and the report.
enum RecordFields {
  /// Names and values, in the order that citations have them: people, title, where it was published.
  static func rows(_ reference: Reference) -> [(name: String, value: String)] {
    let ordered = FieldFamily.allCases.flatMap { family in Variable.allCases.filter { FieldFamily($0) == family } }
    return ordered.compactMap { variable in
      guard let field = reference[variable], let value = value(field), !value.isEmpty else { return nil }
      return (variable.rawValue, value)
    }
  }

  private static func value(_ field: Field) -> String? {
    if let list = field.names {
      return list.names.map(\.displayed).joined(separator: "、") + (list.hasOthers ? "、等" : "")
    }
    return field.date.map(date) ?? field.plainText
  }

  /// A date as `2008-05-12`, as far as it is known.
  static func date(_ date: DateValue) -> String {
    if let literal = date.literal { return literal }
    func parts(_ parts: DateValue.Parts) -> String {
      [parts.year, parts.month, parts.day].compactMap { $0 }.map { $0 < 10 ? "0\($0)" : String($0) }.joined(
        separator: "-")
    }
    return [date.start, date.end].compactMap { $0 }.map(parts).joined(separator: "/")
  }
}
