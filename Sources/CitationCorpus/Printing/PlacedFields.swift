import YinzhuCSL
import YinzhuModel

/// Fields of printed text: what a reader of the text would call the field, where the style's pieces say less.
enum PlacedFields {
  static func fields(_ placed: PlacedText, locator: Locator.Label?) -> [LabelledField] {
    let bytes = Array(placed.text.utf8)
    var out: [LabelledField] = []
    for part in placed.parts {
      let variable = variable(part.variable, locator)
      let range = isDate(variable) ? trimmed(part.range, bytes) : part.range
      guard !range.isEmpty else { continue }
      if let last = out.indices.last, out[last].variable == variable,
        joins(out[last].range.upperBound..<range.lowerBound, variable, bytes)
      {
        out[last].range = out[last].range.lowerBound..<range.upperBound
      } else {
        out.append(LabelledField(variable: variable, range: range))
      }
    }
    return out
  }

  private static func variable(_ variable: Variable, _ locator: Locator.Label?) -> Variable {
    switch variable {
    case .containerTitleShort: .containerTitle
    case .titleShort: .title
    case .pageFirst: .page
    case .locator: locator == .chapter ? .chapterNumber : locator == .section ? .section : .locator
    default: variable
    }
  }

  private static func isDate(_ variable: Variable) -> Bool { variable.kind == .date }

  /// Whether two pieces of a variable are one: pages with a dash between them, a day and its year.
  private static func joins(_ gap: Range<Int>, _ variable: Variable, _ bytes: [UInt8]) -> Bool {
    guard gap.count <= 4 else { return false }
    return variable.kind == .date
      ? bytes[gap].allSatisfy { $0 == 0x20 || $0 == 0x2C || $0 == 0x2E }
      : variable.kind == .number && !bytes[gap].contains { isLetterOrBracket($0) }
  }

  private static func isLetterOrBracket(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || "()[]".utf8.contains(byte)
  }

  private static let yearUnits = ["年版", "年", "г"].map { Array($0.utf8) }

  /// Digits, spaces and dashes.
  private static func isPartOfYears(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x20 || byte == 0x2D || byte == 0xE2 || (0x80...0x95).contains(byte)
  }

  /// A date without the brackets and marks that its parts bring, and a year without 年.
  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let width = edge(bytes[start..<end], fromStart: true) { start += width }
    while start < end, let width = edge(bytes[start..<end], fromStart: false) { end -= width }
    if let unit = yearUnits.first(where: { bytes[start..<end].suffix($0.count).elementsEqual($0) }),
      bytes[start..<(end - unit.count)].allSatisfy(isPartOfYears)
    {
      end -= unit.count
      while start < end, bytes[end - 1] == 0x20 { end -= 1 }
    }
    return start..<end
  }

  private static let marks = ["（", "）", "，", "：", "；", "。", "．", "［", "］", "〔", "〕", "\u{A0}"].map { Array($0.utf8) }

  /// The width of a mark at the end of a date.
  private static func edge(_ bytes: ArraySlice<UInt8>, fromStart: Bool) -> Int? {
    guard let byte = fromStart ? bytes.first : bytes.last else { return nil }
    if " ()[],.:;/-".utf8.contains(byte) { return 1 }
    return marks.first { fromStart ? bytes.starts(with: $0) : bytes.suffix($0.count).elementsEqual($0) }?.count
  }

  /// Whether a bracket opens, which belongs to what follows.
  private static func opens(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["(", "[", "（", "［", "〔"].contains { bytes.starts(with: $0.utf8) }
  }

  /// Takes the number of the entry away, where it opens the text, with its brackets.
  static func dropCitationNumber(_ citation: inout LabelledCitation) {
    guard let first = citation.fields.first, first.variable == .citationNumber, first.range.lowerBound <= 3 else {
      return
    }
    let bytes = Array(citation.text.utf8)
    var end = first.range.upperBound
    while end < bytes.count, let width = edge(bytes[end...], fromStart: true), !opens(bytes[end...]) { end += width }
    citation.fields.removeFirst()
    guard citation.fields.allSatisfy({ $0.range.lowerBound >= end }) else { return }
    citation.text = String(decoding: bytes[end...], as: UTF8.self)
    for index in citation.fields.indices {
      let range = citation.fields[index].range
      citation.fields[index].range = (range.lowerBound - end)..<(range.upperBound - end)
    }
  }
}
