import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let texts: [Variable] = [
    .title, .titleShort, .containerTitle, .containerTitleShort, .collectionTitle, .publisher, .publisherPlace, .edition,
    .genre, .eventTitle,
  ]

  /// R033
  static let htmlEntity = CheckRule(
    DiagnosticRule(
      code: "R033", severity: .warning, title: "A value holds an HTML entity",
      explanation: """
        `&amp;`, `&lt;`, `&quot;`, `&#39;` are written by web pages and are printed as they stand.

        Example: `title = {Law &amp; Society}`

        What to do: `yinzhu fix` writes the character (`\\&` in BibTeX).

        Source: JabRef's check of HTML encoding.
        """), chinese: "字段中有HTML实体",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in texts {
        guard let text = record.text(variable), text.contains("&") else { continue }
        for (entity, plain) in entities where text.contains(entity) || record.printed(variable).contains(entity) {
          let replacement =
            record.origin == .bibtex && plain == "&"
            ? "\\&" : record.origin == .cslJSON && plain == "\"" ? "\\\"" : plain
          let place = record.place(of: entity, in: variable)
          findings.add(
            "“\(entity)” stands for “\(plain)”", "“\(entity)”应为“\(plain)”", at: place ?? record.span(variable),
            fix: place.map { .safe($0, replacement) })
        }
      }
    })

  private static let entities: [(String, String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&#38;", "&"),
    ("&apos;", "'"),
  ]

  /// R034
  static let lostCharacter = CheckRule(
    DiagnosticRule(
      code: "R034", severity: .warning, title: "A character was lost in conversion",
      explanation: """
        The value holds a character of the private use area, the replacement character, or signs that come of reading UTF-8 as
        Latin-1 (`Ã©`, `â€™`).

        Example: `title = {Caf\u{C3}\u{A9}}`, U+E5E5

        What to do: write the character of the source.
        """), chinese: "字段中有乱码",
    .record { record, findings in
      for variable in texts + [.author, .editor, .abstract, .note] where record.isOwn(variable) {
        let text =
          record.reference.text(variable) ?? record.reference.names(variable).map(\.displayed).joined(separator: "; ")
        guard let sign = lost(text) else { continue }
        findings.add(
          "“\(sign)” is no text: a character was lost in conversion", "“\(sign)”是乱码，转换时丢失了字符", at: record.span(variable)
        )
      }
    })

  private static func lost(_ text: String) -> String? {
    let scalars = text.scalarValues
    for (index, scalar) in scalars.enumerated() {
      if (0xE000...0xF8FF).contains(scalar) || scalar == 0xFFFD {
        return "U+" + String(scalar, radix: 16, uppercase: true)
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : 0
      // Ã followed by a sign of the upper half of Latin-1, â followed by a euro sign.
      if scalar == 0xC3 && (0xA0...0xBF).contains(next)
        || scalar == 0xC2 && (0xA0...0xBF).contains(next) && next != 0xB0
        || scalar == 0xE2 && next == 0x20AC
      {
        return String(String.UnicodeScalarView([Unicode.Scalar(scalar), Unicode.Scalar(next)].compactMap { $0 }))
      }
    }
    return nil
  }

  /// R035
  static let titleEdge = CheckRule(
    DiagnosticRule(
      code: "R035", severity: .warning, title: "A value begins or ends with a mark or space that is no part of it",
      explanation: """
        Titles and names carry no full stop or comma at the end, nor spaces at the edges: the style sets them, and they would
        be printed twice. Ellipses, abbreviations and question marks are left alone.

        Example: `title = {Theory of International Politics.}`, `title = {《近代中国外交史》}`

        What to do: `yinzhu fix` takes the mark away.

        Source: JabRef's checks of titles; CSL 1.0.2.
        """), chinese: "字段首尾有多余标点或空格",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in [Variable.title, .containerTitle, .publisher, .publisherPlace] {
        guard let text = record.text(variable), let last = text.last, text.count > 2 else { continue }
        if last == "." || last == "," || last == "，" || last == "。" || last == ";" || last == ":" || last == "：" {
          // `Inc.`, `U.S.`, `…` are abbreviations and ellipses.
          let word = text.dropLast().reversed().prefix { $0.isLetter || $0 == "." }
          if last == ".",
            variable != .title && !text.hasHan || word.count <= 4 || word.contains(".") || text.hasSuffix("..")
          {
            continue
          }
          let place = record.lastPlace(of: String(last), in: variable)
          findings.add(
            "“\(text.shortened)” ends with “\(last)”", "“\(text.shortened)”末尾的“\(last)”多余", at: record.span(variable),
            fix: place.map { .safe($0, "") })
        } else if text.first == "《", last == "》", variable == .title || variable == .containerTitle,
          text.count(where: { $0 == "《" }) == 1
        {
          let place = record.place(of: text, in: variable)
          findings.add(
            "the title stands in 《》, which the style prints", "题名不必加书名号，由样式添加", at: record.span(variable),
            fix: place.map { .safe($0, String(text.dropFirst().dropLast())) })
        }
      }
    })

  /// R036
  static let codeInTitle = CheckRule(
    DiagnosticRule(
      code: "R036", severity: .warning, title: "The title holds a type code",
      explanation: """
        The code of GB/T 7714 is set by the style from the type of the record; in the title it is printed twice.

        Example: `title = {论改革[J]}`

        What to do: `yinzhu fix` takes it out.

        Source: GB/T 7714—2015 Annex B.
        """), chinese: "题名中带有文献类型标识",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in [Variable.title, .containerTitle] {
        guard let title = record.text(variable), title.last == "]" || title.last == "］" else { continue }
        let text = ScalarText(title)
        guard let code = TypeCode.all(in: text).last, code.range.upperBound == text.count else { continue }
        let printed = text.string(code.range)
        let place = record.place(of: printed, in: variable)
        findings.add(
          "the title ends with the type code “\(printed)”", "题名末尾的“\(printed)”由样式添加，应删", at: record.span(variable),
          fix: place.map { .safe($0, "") })
      }
    })

  /// R037
  static let decomposed = CheckRule(
    DiagnosticRule(
      code: "R037", severity: .info, title: "Letters and accents are separate characters",
      explanation: """
        An accented letter is written as a letter and a combining accent (Unicode form NFD). It looks the same, but sorts and is
        found otherwise.

        What to do: convert the file to form NFC.

        Source: Unicode Standard Annex 15; JabRef's check of NFC.
        """), chinese: "字母与附加符号未合成（非NFC）",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in texts + [.author, .editor] where record.isOwn(variable) {
        let text = record.reference.text(variable) ?? record.reference.names(variable).map(\.displayed).joined()
        guard text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { continue }
        findings.add("letters and accents are separate characters", "字母与附加符号未合成（NFD）", at: record.span(variable))
      }
    })

  /// R038
  static let unbalancedField = CheckRule(
    DiagnosticRule(
      code: "R038", severity: .warning, title: "A bracket or quotation mark of a value has no partner",
      explanation: """
        The value opens a bracket, a quotation mark or a book-title mark and doesn't close it, or the reverse.

        Example: `title = {论《资本论的方法}`

        What to do: look at the title.

        Source: JabRef's check of brackets; GB/T 15834—2011.
        """), chinese: "字段中括号、引号不成对",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in texts {
        guard let text = record.text(variable) else { continue }
        let scalars = ScalarText(text)
        guard let slip = PairedMarks.slips(scalars).first else { continue }
        let mark = scalars.string(slip.index..<slip.index + 1)
        findings.add("“\(mark)” has no partner", "“\(mark)”不成对", at: record.span(variable))
      }
    })
}
