import YinzhuModel
import YinzhuText

/// A record that is built from the named values of a program's own form; every field says which name it had there.
struct ImportedRecord {
  private(set) var reference: Reference
  private let format: String
  /// The text that the program printed for the citation: its own data is no text that a place could point into.
  private let span: SourceSpan

  init(id: String, type: ReferenceType, format: String, span: SourceSpan) {
    reference = Reference(id: ReferenceID(rawValue: id), type: type)
    reference.span = span
    self.format = format
    self.span = span
  }

  mutating func set(_ variable: Variable, _ text: String?, key: String) {
    guard let text = text.map(ImportedRecord.trimmed), !text.isEmpty, reference[variable] == nil else { return }
    put(variable, variable.kind == .number ? .number(text) : .text(RichText(plain: text)), key)
  }

  mutating func set(_ variable: Variable, names: [Name], key: String) {
    guard !names.isEmpty, reference[variable] == nil else { return }
    put(variable, .names(NameList(names)), key)
  }

  /// A date of a year, and of month and day where they are numbers; a year in words stays as it is.
  mutating func set(_ variable: Variable, year: String?, month: String? = nil, day: String? = nil, key: String) {
    guard let year = year.map(ImportedRecord.trimmed), !year.isEmpty, reference[variable] == nil else { return }
    guard let number = Int(year) else { return put(variable, .date(DateValue(literal: year)), key) }
    let parts = DateValue.Parts(
      year: number, month: month.flatMap { Int(ImportedRecord.trimmed($0)) },
      day: day.flatMap { Int(ImportedRecord.trimmed($0)) })
    put(variable, .date(DateValue(start: parts.isValid ? parts : DateValue.Parts(year: number))), key)
  }

  /// What the data model has no variable for; it comes back on export.
  mutating func keep(_ key: String, _ text: String) {
    let text = ImportedRecord.trimmed(text)
    guard !text.isEmpty else { return }
    reference.foreign.append(Reference.ForeignField(format: format, key: key, value: .string(text), span: span))
  }

  private mutating func put(_ variable: Variable, _ value: Field.Value, _ key: String) {
    reference[variable] = Field(value, .imported(format: format, key: key, span))
  }

  /// A name of one string: `Family, Given, Suffix`, `Given Family`; Chinese names stay whole.
  func name(_ text: String) -> Name? {
    let text = ImportedRecord.trimmed(text)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { ImportedRecord.trimmed(String($0)) }
    guard let family = parts.first, !family.isEmpty else { return nil }
    // A comma at the end says that the name has no parts (EndNote's way to write institutions).
    if parts.count == 1 || parts.dropFirst().allSatisfy(\.isEmpty) {
      let words = family.split(separator: " ")
      guard parts.count == 1, words.count > 1, let last = words.last, ImportedRecord.isLatin(family) else {
        return Name(literal: family, spans: [span])
      }
      return Name(family: String(last), given: words.dropLast().joined(separator: " "), spans: [span])
    }
    return Name(
      family: family, given: parts[1].isEmpty ? nil : parts[1],
      suffix: parts.count > 2 && !parts[2].isEmpty ? parts[2] : nil, spans: [span])
  }

  /// A name in parts.
  func name(family: String?, given: [String?]) -> Name? {
    let given = given.compactMap { $0.map(ImportedRecord.trimmed) }.filter { !$0.isEmpty }
    guard let family = family.map(ImportedRecord.trimmed), !family.isEmpty else {
      return given.isEmpty ? nil : Name(literal: given.joined(separator: " "), spans: [span])
    }
    return given.isEmpty
      ? Name(literal: family, spans: [span])
      : Name(family: family, given: given.joined(separator: " "), spans: [span])
  }

  private static func isLatin(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { $0.value < 0x2E80 } }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
