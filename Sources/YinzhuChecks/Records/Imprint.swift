import YinzhuModel
import YinzhuText

extension CheckRules {
  private static let cities = [
    "北京", "上海", "天津", "重庆", "南京", "武汉", "西安", "成都", "广州", "杭州", "沈阳", "大连", "青岛", "哈尔滨", "长春", "济南", "合肥", "南昌", "长沙",
    "昆明", "贵阳", "福州", "厦门", "苏州", "郑州", "太原", "兰州", "石家庄", "呼和浩特", "乌鲁木齐", "南宁", "海口", "银川", "西宁", "拉萨", "深圳",
  ]

  /// R017
  static let placeOfPublisher = CheckRule(
    DiagnosticRule(
      code: "R017", severity: .warning, title: "Place and publisher don't fit",
      explanation: """
        The publisher's name begins with a city, and the place of publication is another one.

        Example: `北京：上海人民出版社`

        What to do: look at the imprint page. Groups with houses in several cities (集团) are left alone.

        Source: GB/T 7714—2015 8.4.1.
        """), chinese: "出版地与出版者不合",
    .record { record, findings in
      guard record.isSure, let place = record.text(.publisherPlace)?.trimmingSpaces,
        let publisher = record.text(.publisher)?.trimmingSpaces, record.reference.type != .thesis,
        !publisher.contains("集团"), !publisher.contains("公司"), publisher.hasSuffix("出版社") || publisher.hasSuffix("书店"),
        let city = cities.first(where: { publisher.hasPrefix($0) }), !place.contains(city), !city.hasPrefix(place),
        cities.contains(where: { place.hasPrefix($0) })
      else { return }
      findings.add(
        "\(publisher) is in \(city), the place given is \(place)", "\(publisher)在\(city)，而出版地作“\(place)”",
        at: record.span(.publisherPlace))
    })

  /// R018
  static let firstEdition = CheckRule(
    DiagnosticRule(
      code: "R018", severity: .info, title: "The first edition is written out",
      explanation: """
        The number of the edition is given from the second on.

        Example: `edition = {1}`, `1版`

        What to do: leave it out.

        Source: GB/T 7714—2015 8.3; JabRef's check of editions.
        """), chinese: "第1版不必著录",
    .record { record, findings in
      guard let edition = record.text(.edition)?.lowercased().trimmingSpaces,
        ["1", "1版", "第1版", "第一版", "一版", "1st", "1st ed.", "1st edition", "first", "first edition"].contains(edition)
      else { return }
      findings.add("the first edition isn't written", "第1版不必著录版次", at: record.span(.edition))
    })

  /// R019
  static let labelInNumber = CheckRule(
    DiagnosticRule(
      code: "R019", severity: .warning, title: "A number holds its label",
      explanation: """
        Volume, issue and pages of a reference file are numbers; the style prints `vol.`, `no.`, `pp.`, 第…期 itself. With the
        label in the field it is printed twice.

        Example: `volume = {Vol. 3}`, `number = {第6期}`, `pages = {pp. 3--5}`

        What to do: `yinzhu fix` takes the label out.

        Source: BibLaTeX manual 2.2.2; CSL 1.0.2, appendix IV.
        """), chinese: "数字字段带有“卷”“期”“页”等字样",
    .record { record, findings in
      guard record.item == nil else { return }
      for variable in [Variable.volume, .issue, .page] {
        guard let text = record.text(variable)?.trimmingSpaces, let bare = bareNumber(text), bare != text else {
          continue
        }
        findings.add(
          "“\(text)” holds the label of the number, “\(bare)”", "“\(text)”应只写数字“\(bare)”", at: record.span(variable),
          fix: label(text, bare, record, variable))
      }
    })

  /// Takes what stands before and after the number out; the number itself stays as it is written (`3--5`).
  private static func label(_ text: String, _ bare: String, _ record: CheckedRecord, _ variable: Variable) -> Diagnostic
    .Fix?
  {
    if let place = record.place(of: text, in: variable) { return .safe(place, bare) }
    guard let first = bare.first, let at = text.firstIndex(of: first), text.hasSuffix(bare) else { return nil }
    let label = String(text[..<at])
    guard let place = record.place(of: label + String(first), in: variable) else { return nil }
    return .safe(SourceSpan(start: place.start, end: place.end - String(first).utf8.count), "")
  }

  /// The longer ones first.
  private static let labels = [
    "volume", "issue", "pages", "vol.", "vol", "no.", "nr.", "pp.", "no", "pp", "p.", "第", "p",
  ]

  private static func bareNumber(_ text: String) -> String? {
    // Most are plain numbers.
    if let first = text.utf8.first, (0x30...0x39).contains(first), let last = text.utf8.last,
      (0x30...0x39).contains(last)
    {
      return nil
    }
    var rest = Substring(text)
    let lower = text.lowercased()
    if let label = labels.first(where: { lower.hasPrefix($0) }) {
      rest = rest.dropFirst(label.count)
      while rest.first == " " { rest.removeFirst() }
    }
    if let last = rest.last, "卷期页頁".contains(last) { rest.removeLast() }
    guard let first = rest.first, first.isNumber, rest.allSatisfy({ $0.isNumber || "-–—, ".contains($0) }) else {
      return nil
    }
    return String(rest)
  }
}
