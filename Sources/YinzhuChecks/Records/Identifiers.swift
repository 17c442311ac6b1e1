import YinzhuModel
import YinzhuText

/// Check digits of ISBN and ISSN.
enum CheckDigits {
  /// Digits and X only; nil where other signs stand among them.
  static func digits(_ text: String) -> [Int]? {
    var out: [Int] = []
    for scalar in WidthFolding.fold(text).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: out.append(Int(scalar.value - 0x30))
      case 0x58, 0x78: out.append(10)
      case 0x20, 0x2D, 0xA0: continue
      default:
        if CharacterClass.isDash(scalar.value) { continue }
        return nil
      }
    }
    return out
  }

  static func isISBN(_ digits: [Int]) -> Bool {
    if digits.count == 10, !digits.dropLast().contains(10) {
      return zip(digits, stride(from: 10, through: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
    }
    if digits.count == 13, !digits.contains(10) {
      return digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
    }
    return false
  }

  static func isISSN(_ digits: [Int]) -> Bool {
    guard digits.count == 8, !digits.dropLast().contains(10) else { return false }
    return zip(digits, stride(from: 8, through: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
  }
}

extension CheckRules {
  /// R007
  static let isbn = CheckRule(
    DiagnosticRule(
      code: "R007", severity: .error, title: "The ISBN is wrong",
      explanation: """
        An ISBN has 10 or 13 digits, and the last one follows from the others. Here it doesn't, or digits are missing: one
        was mistyped. Several ISBN in one field are looked at one by one.

        Example: `978-7-02-000220-8`

        What to do: look at the book's imprint page.

        Source: GB/T 5795—2006 中国标准书号; ISO 2108.
        """), chinese: "ISBN有误",
    .record { record, findings in
      guard let text = record.text(.isbn) else { return }
      for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "，" || $0 == "；" || $0 == "/" }) {
        // `ISBN 978…(精装)`, `9787020002207: CNY12`
        let bare = part.drop { !$0.isNumber }.prefix { $0.isNumber || "xX-–‐ ".contains($0) }
        let spaced = bare.split(separator: " ").map { String($0) }.filter { $0.count >= 10 }
        for number in spaced.count > 1 ? spaced : [String(bare)] {
          guard let digits = CheckDigits.digits(number), !digits.isEmpty else { continue }
          let printed = number.trimmingSpaces
          if digits.count == 8, CheckDigits.isISSN(digits) {
            findings.add(
              "“\(printed)” is an ISSN in the field of the ISBN", "“\(printed)”是ISSN，不是ISBN", at: record.span(.isbn),
              severity: .warning)
          } else if digits.count != 10 && digits.count != 13 {
            findings.add(
              "“\(printed)” is no ISBN: it has \(digits.count) digits, not 10 or 13",
              "“\(printed)”不是ISBN：共\(digits.count)位，应为10位或13位", at: record.span(.isbn))
          } else if !CheckDigits.isISBN(digits) {
            findings.add(
              "the check digit of the ISBN “\(printed)” is wrong", "ISBN“\(printed)”校验码不符", at: record.span(.isbn))
          }
        }
      }
    })

  /// R008
  static let issn = CheckRule(
    DiagnosticRule(
      code: "R008", severity: .error, title: "The ISSN is wrong",
      explanation: """
        An ISSN has eight digits in two groups, and the last one (which may be X) follows from the others. Here it doesn't.

        Example: `1234-5678`

        What to do: look at the journal.

        Source: GB/T 9999; ISO 3297.
        """), chinese: "ISSN有误",
    .record { record, findings in
      guard let text = record.text(.issn) else { return }
      for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "，" || $0 == " " || $0 == "/" }) {
        let word = String(part)
        // `(Print)`, `ISSN:`
        guard word.contains(where: { $0.isNumber }), let digits = CheckDigits.digits(word) else { continue }
        if digits.count == 13 || digits.count == 10, CheckDigits.isISBN(digits) {
          findings.add(
            "“\(word)” is an ISBN in the field of the ISSN", "“\(word)”是ISBN，不是ISSN", at: record.span(.issn),
            severity: .warning)
        } else if digits.count != 8 {
          findings.add(
            "“\(word)” is no ISSN: it has \(digits.count) digits, not 8", "“\(word)”不是ISSN：共\(digits.count)位，应为8位",
            at: record.span(.issn))
        } else if !CheckDigits.isISSN(digits) {
          findings.add("the check digit of the ISSN “\(word)” is wrong", "ISSN“\(word)”校验码不符", at: record.span(.issn))
        }
      }
    })

  /// R009
  static let doi = CheckRule(
    DiagnosticRule(
      code: "R009", severity: .warning, title: "The DOI is wrong or has more than the DOI in its field",
      explanation: """
        A DOI begins with `10.`, four to nine digits and a slash. The field holds the DOI alone, without the address of the
        resolver and without `DOI:`.

        Example: `https://doi.org/10.1000/182`, `doi:10.1000/182`, `1000/182`

        What to do: `yinzhu fix` takes the prefix away; a DOI of another form has to be looked up.

        Source: DOI Handbook 2; JabRef's check of DOI.
        """), chinese: "DOI有误或带有多余前缀",
    .record { record, findings in
      guard let text = record.text(.doi) else { return }
      let trimmed = text.trimmingSpaces
      var bare = Substring(trimmed)
      for prefix in [
        "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "dx.doi.org/",
        "doi:", "doi：",
      ] {
        if bare.lowercased().hasPrefix(prefix) {
          bare = bare.dropFirst(prefix.count)
          while bare.first == " " { bare.removeFirst() }
          break
        }
      }
      guard isDOI(bare) else {
        findings.add("“\(trimmed.shortened)” is no DOI", "“\(trimmed.shortened)”不是DOI", at: record.span(.doi))
        return
      }
      guard bare.count < trimmed.count, record.item == nil else { return }
      let place = record.place(of: trimmed, in: .doi)
      findings.add(
        "the field of the DOI holds more than the DOI", "DOI字段应只写DOI本身", at: record.span(.doi),
        fix: place.map { .safe(SourceSpan(start: $0.start, end: $0.end - bare.utf8.count), "") })
    })

  /// `10.`, a registrant, a slash, something after it; short DOIs (`10/abcd`) are DOIs too.
  private static func isDOI(_ text: Substring) -> Bool {
    guard text.hasPrefix("10") else { return false }
    var rest = text.dropFirst(2)
    if rest.first == "." {
      rest = rest.dropFirst()
      let registrant = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard registrant.count >= 4 else { return false }
      rest = rest.dropFirst(registrant.count)
    }
    guard rest.first == "/", rest.count > 1 else { return false }
    return !rest.contains(" ")
      && !rest.unicodeScalars.contains { (0x3000...0x303F).contains($0.value) || $0.value > 0xFF00 }
  }

  /// R010
  static let url = CheckRule(
    DiagnosticRule(
      code: "R010", severity: .warning, title: "The address isn't complete or isn't an address",
      explanation: """
        An address needs its scheme (`https://`), has no spaces, and no Chinese mark belongs to it.

        Example: `www.people.com.cn/a.html`, `http://www.x.cn/a。`, `http:/www.x.cn`

        What to do: open the address in a browser and copy it.

        Source: RFC 3986; GB/T 7714—2015 8.7.
        """), chinese: "网址不完整或有误",
    .record { record, findings in
      guard let text = record.text(.url) else { return }
      let trimmed = text.trimmingSpaces
      guard !trimmed.isEmpty else { return }
      let scheme = trimmed.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
      let rest = trimmed.dropFirst(scheme.count)
      let isWeb = ["http", "https", "ftp"].contains(scheme.lowercased())
      if isWeb, !rest.hasPrefix("://") || rest.hasPrefix(":///") {
        findings.add("“\(trimmed.shortened)” lacks //", "“\(trimmed.shortened)”网址格式有误", at: record.span(.url))
      } else if !rest.hasPrefix(":") {
        findings.add(
          "“\(trimmed.shortened)” has no scheme (https://)", "“\(trimmed.shortened)”缺“https://”", at: record.span(.url))
      } else if let mark = trimmed.unicodeScalars.first(where: { badInURL($0.value) }) {
        findings.add(
          "“\(mark)” can't stand in an address", "网址中不能有“\(mark)”", at: record.span(.url))
      } else if isWeb,
        !trimmed.dropFirst(scheme.count + 3).prefix(while: { $0 != "/" }).contains(where: { ".:[".contains($0) })
      {
        findings.add("“\(trimmed.shortened)” names no host", "“\(trimmed.shortened)”没有域名", at: record.span(.url))
      }
    })

  private static func badInURL(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0x300A, 0x300B, 0x201C, 0x201D, 0x3000, 0x3C, 0x3E: true
    default: false
    }
  }

  /// R011
  static let accessDate = CheckRule(
    DiagnosticRule(
      code: "R011", severity: .info, title: "A web page has no date of access",
      explanation: """
        What can change on the web is cited with the day on which it was read. Articles and books with a DOI don't need it.

        Example: `@online{…, url = {https://…}}` without `urldate`

        What to do: add the day on which you read the page.

        Source: GB/T 7714—2015 4.6 (all online sources); 2025 asks for it for web pages, data sets and preprints only.
        """), chinese: "网络资源缺访问日期",
    .record { record, findings in
      guard record.isOwn(.url), record.reference[.accessed] == nil, record.reference[.doi] == nil,
        record.item?.form != .backReference
      else { return }
      switch record.reference.type {
      case .webpage, .post, .postWeblog, .dataset, .document:
        findings.add("the web page has no date of access", "网络资源缺访问日期", at: record.span(.url))
      default: break
      }
    })
}

extension String {
  /// Without spaces and line breaks at both ends.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      CharacterClass.isSpace(scalar.value) || CharacterClass.isLineBreak(scalar.value)
    }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
