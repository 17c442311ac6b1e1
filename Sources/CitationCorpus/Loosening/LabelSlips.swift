import YinzhuModel

/// Words and brackets that introduce fields, written otherwise or left out.
enum LabelSlips {
  /// `pp. 4` → `4`, `p.4`, `Pp. 4`.
  static func pageLabel(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let labels = ["pp. ", "p. ", "pp.", "p.", "S. ", "Pp. ", "s. ", "pages ", "pág. ", "págs. "]
    let other = dice.pick(["", "", "p. ", "pp ", "pp.", "p.", "Pp. ", "pages "])
    return citation.fields.indices.compactMap { index in
      guard citation.fields[index].variable == .page || citation.fields[index].variable == .locator else { return nil }
      let lead = citation.lead(of: index)
      let text = citation.bytes(lead)
      guard let label = labels.first(where: { text.hasSuffix(" " + $0) || text == $0 }) else { return nil }
      return TextEdit((lead.upperBound - label.utf8.count)..<lead.upperBound, other)
    }
  }

  /// What stands before a DOI or URL.
  static func addressLabel(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let isHan = citation.text.unicodeScalars.contains { $0.isHan }
    let doi = dice.pick([
      "doi:", "doi: ", "DOI: ", "DOI ", "https://doi.org/", "http://dx.doi.org/", "doi.org/", "", "DOI:",
    ])
    let url =
      isHan
      ? dice.pick(["", "网址：", "URL: ", "载", "来源：", "见"])
      : dice.pick([
        "", "Available at: ", "Retrieved from ", "Available from: ", "URL: ", "Online: ", "<", "Available online at ",
      ])
    let stop = dice.pick([". ", ", ", " "])
    return citation.fields.indices.compactMap { index in
      let variable = citation.fields[index].variable
      guard index > 0, variable == .doi || variable == .url else { return nil }
      let lead = citation.lead(of: index)
      let text = citation.bytes(lead)
      // Brackets and dates of access stay closed.
      guard lead.count < 40, !text.contains(where: { "([{<（［〈》”\"“".contains($0) }) else { return nil }
      let closing = text.prefix { ")]）］”’\"".contains($0) }
      return TextEdit(lead, closing + stop + (variable == .doi ? doi : url))
    }
  }

  /// `(2001)` → `2001`.
  static func yearBrackets(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let bytes = Array(citation.text.utf8)
    let comma = dice.chance(0.4)
    for field in citation.fields where field.variable == .issued {
      let (start, end) = (field.range.lowerBound, field.range.upperBound)
      guard start > 0, end < bytes.count, bytes[start - 1] == UInt8(ascii: "("), bytes[end] == UInt8(ascii: ")") else {
        continue
      }
      let follows = end + 1 < bytes.count && " .,:;".utf8.contains(bytes[end + 1])
      return [
        TextEdit((start - 1)..<start, ""),
        TextEdit(end..<(end + 1), follows ? comma && bytes[end + 1] == 0x20 ? "," : "" : ". "),
      ]
    }
    return []
  }

  private static let joiners = [" and ", ", and ", " & ", ", & ", " und ", " et ", " y ", " e "]

  /// `and` → `&`, or the other way.
  static func conjunction(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let other = dice.pick([" and ", ", and ", " & ", ", & ", ", ", "; "])
    return citation.fields.filter { $0.variable.kind == .names }.compactMap { field in
      let text = citation.bytes(field.range)
      // The word in `et al.` joins no names.
      guard !text.contains(" et al"), let joiner = joiners.first(where: { text.contains($0) }),
        let found = text.ranges(of: joiner).last
      else {
        return nil
      }
      let start = field.range.lowerBound + text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return TextEdit(start..<(start + joiner.utf8.count), other)
    }
  }

  /// `et al.` and 等, written otherwise.
  static func others(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let western = dice.pick(["et al", "et. al.", "and others", "et al.", "et alii", "u. a."])
    let chinese = dice.pick(["等人", "等", "等."])
    return citation.fields.filter { $0.variable.kind == .names }.compactMap { field in
      let text = citation.bytes(field.range)
      for (word, other) in [("et al.", western), ("等", chinese)] where text.hasSuffix(word) {
        return TextEdit((field.range.upperBound - word.utf8.count)..<field.range.upperBound, other)
      }
      return nil
    }
  }

  /// `[J]` → nothing, or in other brackets, or parted from the title by a space (GB/T 7714—2015, annex B).
  static func typeCode(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    let form = dice.weighted(
      [
        (("", ""), 6), (("［", "］"), 4), (("〔", "〕"), 2), (("【", "】"), 2), ((" [", "]"), 2), (("[", "] "), 1),
        (("(", ")"), 1),
      ], else: ("", ""))
    let bytes = Array(citation.text.utf8)
    var edits: [TextEdit] = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "[") {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")), (2...6).contains(end - index) else { continue }
      let code = bytes[(index + 1)..<end]
      let isCode = code.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "/") }
      guard isCode, !citation.fields.contains(where: { $0.range.overlaps(index..<(end + 1)) }) else { continue }
      edits.append(
        TextEdit(index..<(end + 1), form.0.isEmpty ? "" : form.0 + String(decoding: code, as: UTF8.self) + form.1))
    }
    return edits
  }

  /// The number of the entry in its list.
  static func number(_ citation: LabelledCitation, _ dice: inout Dice) -> [TextEdit] {
    guard citation.fields.first?.range.lowerBound == 0 else { return [] }
    let number = dice.number(1...150)
    return [
      TextEdit(
        0..<0,
        dice.pick([
          "[\(number)] ", "\(number). ", "[\(number)]", "(\(number)) ", "\(number) ", "［\(number)］", "〔\(number)〕",
        ]))
    ]
  }
}

extension Unicode.Scalar {
  /// Whether it is a Chinese character.
  var isHan: Bool { (0x3400...0x9FFF).contains(value) || (0x20000...0x323AF).contains(value) }
}
