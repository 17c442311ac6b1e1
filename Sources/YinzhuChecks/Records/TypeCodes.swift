import YinzhuModel
import YinzhuText

extension CheckRules {
  /// R031
  static let typeCode = CheckRule(
    DiagnosticRule(
      code: "R031", severity: .warning, title: "The type code doesn't fit the entry",
      explanation: """
        The entry has the code of another type of work than its data: a book code with an issue, a journal code with place
        and publisher, a newspaper without a day.

        Example: `论改革[M]. 文学评论, 2014(6)`, `近代中国外交史[J]. 北京: 人民出版社, 1995`

        What to do: write the code that fits.

        Source: GB/T 7714—2015 Annex B.
        """), chinese: "文献类型标识与著录内容不合",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      let codes = TypeCode.all(in: text)
      guard let code = codes.first, codes.count == 1 else { return }
      let rest = text.string(code.range.upperBound..<text.count)
      let hasImprint = hasPublisher(rest)
      let isIssue = hasIssue(text, from: code.range.upperBound)
      let right: String?
      switch code.type {
      case "M" where isIssue && !hasImprint: right = "J"
      case "J" where hasImprint && !isIssue: right = "M"
      case "N" where isIssue && !hasDay(text, from: code.range.upperBound): right = "J"
      case "J" where !isIssue && !hasImprint && isNewspaper(rest) && hasDay(text, from: code.range.upperBound):
        right = "N"
      case "D" where isIssue && !hasImprint: right = "J"
      default: right = nil
      }
      guard let right else { return }
      let printed = text.string(code.range)
      findings.add(
        "“\(printed)” doesn't fit the data, which are those of [\(right)]", "“\(printed)”与著录内容不合，应为[\(right)]",
        at: note.span(text.bytes(code.range)))
    })

  private static func hasPublisher(_ text: String) -> Bool {
    ["出版社", "书局", "印书馆", "出版公司", "Press", "Publish", "书店"].contains { text.contains($0) }
  }

  private static func isNewspaper(_ text: String) -> Bool {
    ["日报", "晚报", "晨报", "早报"].contains { text.contains($0) }
  }

  /// `2014(6)`, `33(6)`, `2014, 33`
  private static func hasIssue(_ text: ScalarText, from start: Int) -> Bool {
    for index in start..<max(start, text.count) where text[index] == 0x28 || text[index] == 0xFF08 {
      guard let before = text.before(index), ScalarText.digit(before) != nil, let number = text.number(at: index + 1),
        number.range.count < 4
      else { continue }
      // 2013-03-16(1) is the page of a newspaper.
      var at = index - 1
      while let scalar = text[at], ScalarText.digit(scalar) != nil { at -= 1 }
      if text[at] != 0x2D { return true }
    }
    return false
  }

  private static func hasDay(_ text: ScalarText, from start: Int) -> Bool {
    for index in start..<max(start, text.count) {
      guard let year = text.number(at: index), year.range.count == 4, text[year.range.upperBound] == 0x2D,
        let month = text.number(at: year.range.upperBound + 1), text[month.range.upperBound] == 0x2D
      else { continue }
      if text[index - 1] != 0x5B, text[index - 1] != 0x28 { return true }
    }
    return false
  }

  /// R032
  static let carrier = CheckRule(
    DiagnosticRule(
      code: "R032", severity: .warning, title: "Address and carrier code don't fit",
      explanation: """
        An entry with an address or DOI is online, which its code says with /OL; an entry with /OL gives an address.

        Example: `[J]. …. https://…`, `[EB/OL]` without address

        What to do: `yinzhu fix` adds /OL.

        Source: GB/T 7714—2015 4.6 and Annex B.
        """), chinese: "载体标识与网址不合",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      let codes = TypeCode.all(in: text)
      guard let code = codes.first, codes.count == 1 else { return }
      let rest = text.string(code.range.upperBound..<text.count)
      let hasURL = rest.contains("http://") || rest.contains("https://") || rest.contains("www.")
      let hasID = hasURL || rest.lowercased().contains("doi") || rest.contains("CSTR")
      if hasURL, code.carrier == nil {
        let end = code.range.upperBound - 1
        findings.add(
          "the entry has an address, its code lacks /OL", "有网址而文献类型标识缺“/OL”", at: note.span(text.bytes(code.range)),
          fix: note.span(text.bytes(end..<end + 1)).start.insertion("/OL"))
      } else if code.carrier == "OL", !hasID {
        findings.add(
          "the code says /OL, and there is no address", "标识为“/OL”而无网址", at: note.span(text.bytes(code.range)))
      }
    })
}
