import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let people: [Variable] = [.author, .editor, .translator]

  /// R020
  static let joinedNames = CheckRule(
    DiagnosticRule(
      code: "R020", severity: .warning, title: "Several persons stand in one name",
      explanation: """
        A name of the file holds a comma or another mark between two Chinese names. BibTeX parts persons by `and`; with a
        comma, 张三, 李四 becomes a person with the family name 张三.

        Example: `author = {张三, 李四}`, `author = {张三、李四}`

        What to do: write `张三 and 李四`; `yinzhu fix` does it in BibTeX files.

        Source: btxdoc 4; BibLaTeX manual 2.3.3.
        """), chinese: "多个责任者误作一人",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in people {
        for name in record.reference.names(variable) {
          let joined: [String]
          if let family = name.family, let given = name.given, family.hasHan, given.hasHan, family.count >= 2,
            given.count >= 2,
            !compound.contains(family)
          {
            joined = [family, given]
          } else if let literal = name.literal ?? name.family, literal.hasHan {
            joined = literal.split(whereSeparator: { "、，,；;".contains($0) }).map { String($0).trimmingSpaces }
          } else {
            continue
          }
          guard joined.count > 1, joined.allSatisfy({ (2...6).contains($0.count) }) else { continue }
          let printed = record.printed(variable)
          let fix: Diagnostic.Fix? = record.origin == .bibtex ? mend(joined, printed, record, variable) : nil
          findings.add(
            "“\(joined.joined(separator: ", "))” is read as one person", "“\(joined.joined(separator: "、"))”会被当作一个人",
            at: record.span(variable), fix: fix)
        }
      }
    })

  private static let compound: Set<String> = [
    "欧阳", "司马", "诸葛", "上官", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "长孙", "宇文", "端木",
  ]

  private static func mend(_ names: [String], _ printed: String, _ record: CheckedRecord, _ variable: Variable)
    -> Diagnostic.Fix?
  {
    for separator in [", ", ",", "，", "、", "；", ";", "; ", "， "] {
      let text = names.joined(separator: separator)
      if printed.contains(text), let place = record.place(of: text, in: variable) {
        return .unsafe(place, names.joined(separator: " and "))
      }
    }
    return nil
  }

  /// R021
  static let repeatedName = CheckRule(
    DiagnosticRule(
      code: "R021", severity: .warning, title: "A person is named twice in one list",
      explanation: """
        The same name stands twice among the authors (or editors, or translators) of one work.

        Example: `王明、王明：《近代中国外交史》`

        What to do: look at the title page: a name was copied twice, or another one is meant.
        """), chinese: "责任者重复",
    .record { record, findings in
      guard record.isSure else { return }
      for variable in people where record.isOwn(variable) {
        var seen: Set<String> = []
        for name in record.reference.names(variable) {
          let text = name.displayed
          guard !text.isEmpty, !seen.insert(text.comparable).inserted else { continue }
          findings.add("“\(text)” is named twice", "“\(text)”重复出现", at: record.span(variable))
        }
      }
    })

  /// R022
  static let badName = CheckRule(
    DiagnosticRule(
      code: "R022", severity: .warning, title: "A name holds what is no name",
      explanation: """
        A name has digits, `et al.`, 等, a role word or a number of marks in it. `others` stands for et al. in BibTeX, and
        roles have fields of their own.

        Example: `author = {Smith, J. and et al.}`, `author = {张三等}`, `author = {李四 译}`

        What to do: write `and others`, and put translators into `translator`.

        Source: btxdoc 4; GB/T 7714—2015 8.1.2.
        """), chinese: "责任者中混入其他文字",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in people {
        for name in record.reference.names(variable) {
          let text = name.displayed
          guard let part = foreignPart(text, isWhole: name.literal != nil || text.hasHan) else { continue }
          findings.add(
            "“\(text.shortened)” holds “\(part)”, which is no name", "责任者“\(text.shortened)”中的“\(part)”不是姓名",
            at: record.span(variable))
        }
      }
    })

  private static func foreignPart(_ text: String, isWhole: Bool) -> String? {
    let lower = text.lowercased()
    for word in ["et al.", "et al", "et. al."] where lower.hasSuffix(word) { return word }
    if text.hasHan, text.count >= 3 {
      for word in ["等著", "等编", "等译", "等", "主编", " 译", " 著", " 编"] where text.hasSuffix(word) {
        return word.trimmingSpaces
      }
    }
    // Bodies have numbers (第三中学, Group 7); persons don't.
    if !isWhole, let digit = text.first(where: { $0.isASCII && $0.isNumber }) { return String(digit) }
    return nil
  }

  /// R023
  static let mixedOthers = CheckRule(
    DiagnosticRule(
      code: "R023", severity: .warning, title: "等 stands after Western names, or et al. after Chinese ones",
      explanation: """
        The word for more authors follows the language of the item: `et al.` after Western names, 等 after Chinese ones.

        Example: `Smith J, 等. Theory of…`, `张三, 李四, et al. 论…`

        What to do: write the word of the item's language.

        Source: GB/T 7714—2015 8.1.2.
        """), chinese: "“等”与et al.用错语种",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      for place in text.places(of: "等".scalarValues) {
        guard let comma = text.before(place.lowerBound), comma == 0x2C || comma == 0xFF0C else { continue }
        var at = place.lowerBound - 1
        while let scalar = text[at], !CharacterClass.isAlphabetic(scalar), !CharacterClass.isEastAsian(scalar) {
          at -= 1
        }
        let after = text.after(place.upperBound)
        guard let letter = text[at], CharacterClass.isLatin(letter),
          after == 0x2E || after == 0x2C || after == 0xFF0C || after == 0x3A
        else { continue }
        findings.add("等 stands after a Western name", "西文责任者之后应作et al.，不作“等”", at: note.span(text.bytes(place)))
      }
      for place in text.places(of: "et al".scalarValues) {
        var at = place.lowerBound - 1
        while let scalar = text[at], !CharacterClass.isAlphabetic(scalar), !CharacterClass.isEastAsian(scalar) {
          at -= 1
        }
        guard let letter = text[at], CharacterClass.isHan(letter) else { continue }
        findings.add("et al. stands after a Chinese name", "中文责任者之后应作“等”，不作et al.", at: note.span(text.bytes(place)))
      }
    })

  /// R024
  static let translatorMissing = CheckRule(
    DiagnosticRule(
      code: "R024", severity: .info, title: "A foreign author's Chinese book names no translator",
      explanation: """
        The author stands with a foreign country, the title is Chinese, and no translator is named. Some foreign authors write
        Chinese, so this is a hint.

        Example: `［德］韦伯：《新教伦理》，商务印书馆1999年版`

        What to do: add the translator from the title page.

        Source: GB/T 7714—2015 8.1; rules of 中国社会科学.
        """), chinese: "外国作者的中文图书缺译者",
    .record { record, findings in
      guard record.isSure, let item = record.item, item.form == .full,
        record.reference.type == .book || record.reference.type == .chapter,
        record.reference.names(.translator).isEmpty, record.reference.text(.title)?.hasHan == true,
        record.isOwn(.publisher), let author = record.reference.names(.author).first, let country = author.nationality,
        !["中", "民国", "台", "港"].contains(country)
      else { return }
      guard !author.displayed.isEmpty else { return }
      findings.add(
        "［\(country)］\(author.displayed): no translator is named", "［\(country)］\(author.displayed)：未著录译者",
        at: record.span(.author))
    })
}
