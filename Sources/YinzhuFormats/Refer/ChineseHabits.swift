import YinzhuModel
import YinzhuText

/// What CNKI and its like write in Refer, RefWorks and NoteExpress beside the rules of these formats.
enum ChineseHabits {
  /// Refer: newspapers in `%I`, standards as rules with their number in `%V`, schools in `%J`, the page count in `%P`.
  @Sendable static func refer(_ record: inout TaggedRecord) {
    record.values.removeAll { $0.tag == ReferMapping.pageCount && $0.text == "0" }
    splitNames(["%A", "%E", "%Y", "%H", "%?"], &record)
    stripZeros(["%P", "%N"], &record)
    if let kind = record.text("%~") { readKind(kind, &record) }
    switch record.type {
    case "Newspaper Article":
      if record.text("%J") == nil { record.rename("%I", to: "%J") } else { dropRepeated("%I", of: "%J", &record) }
    case "Thesis":
      if record.text("%I") == nil { record.rename("%J", to: "%I") }
      addDegree("%9", &record)
    case "Conference Proceedings":
      // `%P 5` is the number of pages where `%P 269-273` follows.
      let pages = record.values.indices.filter { record.values[$0].tag == "%P" }
      if pages.count > 1, let first = pages.first, let last = pages.last,
        !record.values[first].text.contains("-"), record.values[last].text.contains("-")
      {
        record.values[first].tag = ReferMapping.pageCount
      }
    case "Standard":
      if record.text("%@") == nil { record.rename("%V", to: "%@") }
    default: break
    }
  }

  /// RefWorks: the degree in `CL`, advisers in `A3`.
  @Sendable static func refWorks(_ record: inout TaggedRecord) {
    splitNames(["A1", "A2", "A3", "A4"], &record)
    stripZeros(["SP", "OP", "IS", "VO"], &record)
    if record.type == "Dissertation/Thesis" {
      addDegree("CL", &record)
      // The month in `IS` is that of CNKI's own edition.
      if record.text("DS") == "CNKI" { record.rename("IS", to: "month of publication") }
      if record.text("T3") == nil { record.rename("A3", to: "A5") }
    }
  }

  /// NoteExpress: several names in one value, the degree in a word.
  @Sendable static func noteExpress(_ record: inout TaggedRecord) {
    splitNames(["Author", "Secondary Author", "Tertiary Author", "Subsidiary Author", "作者"], &record)
    stripZeros(["Pages", "Issue", "Volume", "页码", "期"], &record)
    addDegree("Type of Work", &record)
    addDegree("Thesis Type", &record)
  }

  /// 国家标准 makes a rule a standard, 年鉴 makes it a part of a yearbook.
  private static func readKind(_ kind: String, _ record: inout TaggedRecord) {
    if kind.hasSuffix("标准") || kind.hasSuffix("標準") { record.type = "Standard" }
    if kind == "年鉴" || kind == "年鑒" {
      record.type = "Book Section"
      record.rename("%V", to: "%@")
    }
  }

  /// 博士 and 碩士 as 博士学位论文 and 碩士學位論文.
  private static func addDegree(_ tag: String, _ record: inout TaggedRecord) {
    for index in record.values.indices where record.values[index].tag == tag {
      let text = record.values[index].text
      switch text {
      case "博士", "硕士", "学士": record.values[index].content = .text(text + "学位论文")
      case "碩士", "學士": record.values[index].content = .text(text + "學位論文")
      default: break
      }
    }
  }

  private static func dropRepeated(_ tag: String, of other: String, _ record: inout TaggedRecord) {
    let text = record.text(other)
    record.values.removeAll { $0.tag == tag && $0.text == text }
  }

  /// `0012-0015` and `06`: databases of China fill numbers with zeros.
  private static func stripZeros(_ tags: Set<String>, _ record: inout TaggedRecord) {
    let isChinese = record.values.contains { value in
      value.text.unicodeScalars.contains { CharacterClass.isHan($0.value) }
    }
    guard isChinese else { return }
    for index in record.values.indices where tags.contains(record.values[index].tag) {
      let text = record.values[index].text
      let read = PageText.withoutZeros(text)
      if read != text { record.values[index].content = .text(read) }
    }
  }

  /// `辛宁;陈建康` and `Jaeyoung Choi;Geunho Jeong`: several names in one value.
  private static func splitNames(_ tags: Set<String>, _ record: inout TaggedRecord) {
    record.values = record.values.flatMap { value -> [TaggedRecord.Value] in
      guard tags.contains(value.tag), value.text.utf8.contains(UInt8(ascii: ";")) || value.text.contains("；") else {
        return [value]
      }
      return NameTexts.split(value.text, atSemicolons: true).map {
        TaggedRecord.Value(value.tag, .text($0), span: value.span)
      }
    }
  }
}
