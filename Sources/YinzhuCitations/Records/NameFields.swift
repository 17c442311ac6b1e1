import YinzhuModel
import YinzhuText

extension Draft {
  mutating func addHanNames(_ groups: [NameGroup], fallback: Variable) {
    for group in groups {
      let role = group.role.flatMap { builder.lexicons.roles.indices.contains($0) ? builder.lexicons.roles[$0] : nil }
      let variable = role.flatMap { Variable(rawValue: $0.variable) } ?? fallback
      let people = group.names.compactMap { name($0, role: role) }
      if !people.isEmpty { names.append((variable, NameList(people, hasOthers: group.hasOthers))) }
    }
  }

  /// Names that are known to be names; a role that stands with them says what they did.
  mutating func addNames(_ range: Range<Int>, _ fallback: Variable) {
    var range = range
    // `[德]` before the first name, `)` behind the last.
    if range.lowerBound > 0, case let open = builder.text.tokens[range.lowerBound - 1], open.kind == .open,
      range.contains(Int(open.partner))
    {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    if range.upperBound < builder.text.count, case let close = builder.text.tokens[range.upperBound],
      close.kind == .close,
      range.contains(Int(close.partner))
    {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    let split = NameSplitter(text: builder.text, shapes: builder.shapes).split(range)
    var variable = fallback
    var role: Lexicons.Role?
    if let row = split.role, builder.lexicons.roles.indices.contains(row) {
      role = builder.lexicons.roles[row]
      variable = role.flatMap { Variable(rawValue: $0.variable) } ?? fallback
    }
    let people = split.items.compactMap { item -> Name? in
      switch item {
      case .han(let parsed): name(parsed, role: role)
      case .western(let western): name(western)
      }
    }
    guard !people.isEmpty else { return }
    names.append((variable, NameList(people, hasOthers: split.hasOthers)))
    // The word that says what they did is a part of the evidence.
    roleSpans[variable, default: []] += split.roleWords.flatMap { builder.spans(tokens: $0..<($0 + 1)) }
  }

  mutating func addWesternNames(_ range: Range<Int>, _ variable: Variable) {
    let lists = builder.shapes.nameLists(range.lowerBound, range.upperBound)
    let exact = lists.filter {
      $0.end == range.upperBound || builder.shapes.editorMarkEnd($0.end, range.upperBound) == range.upperBound
    }
    guard let list = exact.max(by: { $0.score < $1.score }) else { return }
    addWestern(list, variable)
    // `, eds.`: the word that says what they did is a part of the evidence.
    let role = list.end..<range.upperBound
    roleSpans[variable, default: []] += role.filter(builder.text.isLatin).flatMap {
      builder.spans(tokens: $0..<($0 + 1))
    }
  }

  private mutating func addWestern(_ list: WesternNameList, _ variable: Variable) {
    let people = list.names.map(name)
    if let first = list.names.first, let given = first.given, given.lowerBound > first.family.lowerBound {
      isListEntry = true
    }
    names.append((variable, NameList(people, hasOthers: list.hasOthers)))
  }

  private func name(_ name: WesternName) -> Name {
    let spans = builder.spans(tokens: name.range)
    if name.isWhole { return Name(literal: string(name.family), spans: spans) }
    return Name(
      family: string(name.family), given: name.given.map { string($0, keepsPeriod: true) },
      suffix: name.suffix.map { string($0, keepsPeriod: true) }, spans: spans)
  }

  private func string(_ range: Range<Int>, keepsPeriod: Bool = false) -> String {
    var range = range
    while let last = range.last, builder.text.isMark(last, keepsPeriod ? [.comma] : [.comma, .period]) {
      if builder.text.isMark(last, .period), last > range.lowerBound, builder.text.length((last - 1)..<last) == 1 {
        break
      }
      range = range.lowerBound..<last
    }
    return builder.text.string(range)
  }

  /// A name in Western letters among those of a Chinese note: `Larke Nahme Huang主编`.
  private func westernName(_ range: Range<Int>) -> Name? {
    let text = builder.text
    guard range.count > 1, range.allSatisfy({ text.isLatin($0) || text.tokens[$0].kind == .mark }) else { return nil }
    let lists = builder.shapes.nameLists(range.lowerBound, range.upperBound)
    guard
      let list = lists.filter({ $0.end == range.upperBound && $0.names.count == 1 }).max(by: { $0.score < $1.score })
    else { return nil }
    return list.names.first.map(name)
  }

  private func name(_ parsed: ParsedName, role: Lexicons.Role?) -> Name? {
    guard !parsed.range.isEmpty else { return nil }
    let text = builder.text
    var person =
      westernName(parsed.range)
      ?? Name(
        literal: text.string(parsed.range), spans: builder.spans(tokens: parsed.range))
    person.role = role.flatMap { $0.isKept ? $0.word : nil }
    if let prefix = parsed.prefix {
      let value = text.string(prefix)
      let bytes = Array(value.utf8)
      if builder.lexicons.dynasties.contains(bytes), !builder.lexicons.nationalities.contains(bytes) {
        person.dynasty = value
      } else {
        person.nationality = value
      }
    }
    return person
  }
}
