import YinzhuModel
import YinzhuText

extension CheckRules {
  /// R030
  static let nearNames = CheckRule(
    DiagnosticRule(
      code: "R030", severity: .warning, title: "A journal or publisher is one character from another one",
      explanation: """
        The name differs by one character from a name that the document or file has several times, or from a publisher or
        paper that is known. Names that begin with another place are left alone (北京大学出版社, 南京大学出版社).

        Example: `《阿拉伯世界硏究》` and `《阿拉伯世界研究》`, `商务印书官`

        What to do: look at the name.

        Source: the names of the document itself; publishers.tsv, newspapers.tsv.
        """), chinese: "刊名或出版者与他处只差一字",
    .document { document, findings in
      names(
        (document.notes + document.list).flatMap { note in
          Checker.records(note, in: document).map { ($0, note.note.id) }
        }, &findings)
    },
    .file { file, findings in names(file.records.map { ($0, $0.reference.id.rawValue) }, &findings) })

  private static let publishers = known(["publishers"])
  private static let serials = known(["newspapers", "periodicals", "serials"])

  private static func known(_ tables: [String]) -> Set<String> {
    var out: Set<String> = []
    for table in tables {
      for row in Serial.rows(table) where row.count >= 2 {
        if row[1] == "name" || table == "serials", row[0].hasHan { out.insert(row[0].comparable) }
      }
    }
    return out
  }

  private static func names(_ records: [(record: CheckedRecord, note: String)], _ findings: inout Findings) {
    for variable in [Variable.containerTitle, .publisher] {
      let known = variable == .publisher ? publishers : serials
      var counts: [String: Int] = [:]
      for (record, _) in records {
        guard let text = record.text(variable), text.hasHan else { continue }
        counts[text.comparable, default: 0] += 1
      }
      // A name with one letter taken out finds all that differ by that letter, without comparing each with each.
      var masks: [String: [String]] = [:]
      let frequent = counts.filter { $0.value >= 2 && $0.key.unicodeScalars.count >= 4 }.map(\.key) + Array(known)
      for name in Set(frequent) { for mask in self.masks(name) { masks[mask, default: []].append(name) } }
      var shorter: [String: String] = [:]
      if variable == .publisher {
        for name in Set(frequent) where name.unicodeScalars.count >= 4 {
          for part in withoutOne(name) { shorter[part] = name }
        }
      }
      for (record, note) in records {
        guard let text = record.text(variable) else { continue }
        let name = text.comparable
        guard name.hasHan, name.unicodeScalars.count >= 3, !known.contains(name), let count = counts[name] else {
          continue
        }
        let near = self.masks(name).flatMap { masks[$0] ?? [] }
          .filter { $0 != name && (known.contains($0) || (counts[$0] ?? 0) >= max(2, count * 2)) && isSlip(name, $0) }
        let shortened = variable == .publisher ? lostLetter(name, shorter) : nil
        guard let other = near.sorted().first ?? shortened else { continue }
        findings.add(
          "“\(text)” is one character from “\(other)”", "“\(text)”与“\(other)”只差一字", at: record.span(variable),
          note: note)
      }
    }
  }

  /// The name that this one is with a letter left out: 人民出社, 中华局.
  private static func lostLetter(_ name: String, _ shorter: [String: String]) -> String? {
    let scalars = Array(name.unicodeScalars)
    if name.hasSuffix("出社") || name.hasSuffix("版社") && !name.hasSuffix("出版社") {
      return String(String.UnicodeScalarView(scalars.dropLast(2))) + "出版社"
    }
    if name.hasSuffix("出版") { return name + "社" }
    return shorter[name]
  }

  private static func withoutOne(_ name: String) -> [String] {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count <= 40 else { return [] }
    return scalars.indices.map { skipped in
      var out = String.UnicodeScalarView()
      for index in scalars.indices where index != skipped { out.append(scalars[index]) }
      return String(out)
    }
  }

  private static func masks(_ name: String) -> [String] {
    let scalars = Array(name.unicodeScalars)
    guard (3...40).contains(scalars.count) else { return [] }
    return scalars.indices.map { skipped in
      var out = String.UnicodeScalarView()
      for index in scalars.indices { out.append(index == skipped ? "?" : scalars[index]) }
      return String(out)
    }
  }

  /// One letter differs, and it isn't that of a place or number.
  private static func isSlip(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard x.count == y.count, let at = x.indices.first(where: { x[$0] != y[$0] }) else { return false }
    if "上中下一二三四五六七八九十东南西北京海江河湖山广".unicodeScalars.contains(where: { $0 == x[at] || $0 == y[at] }) { return false }
    if LookAlikes.areAlike(x[at], y[at]) { return true }
    guard at < 3 else { return true }
    // 南京大学出版社 and 南开大学出版社 differ at their beginning as places and schools do; a publisher that is one word
    // (商务印书馆) has no such beginning.
    let ends = ["大学", "学院", "出版社", "日报", "晚报", "学报", "书局", "书店"]
    return !ends.contains { a.contains($0) }
  }
}

/// Characters that are taken for each other in typing and OCR.
enum LookAlikes {
  private static let groups = [
    "民氏", "末未", "己已巳", "士土", "日曰目", "天夭夫", "干千于", "王玉", "大太犬", "人入八", "今令", "免兔", "治冶", "戊戌戍", "徽微", "籍藉", "折拆",
    "祟崇", "侯候", "即既", "馆官", "院完", "研硏妍", "究穷", "史吏", "论伦", "评坪", "洲州", "汉汊", "师帅", "务条", "社杜", "书节", "版板", "传傅",
    "辨辩辫", "像象", "度渡", "副付", "阀阔", "晴睛", "拔拨", "遣遗", "贷货", "析折", "复覆", "陵棱",
  ]
  private static let table: [Unicode.Scalar: Set<Unicode.Scalar>] = {
    var out: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    for group in groups {
      for scalar in group.unicodeScalars { out[scalar, default: []].formUnion(group.unicodeScalars) }
    }
    return out
  }()

  static func areAlike(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool { table[a]?.contains(b) ?? false }
}
