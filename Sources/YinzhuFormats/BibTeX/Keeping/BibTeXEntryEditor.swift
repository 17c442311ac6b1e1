import YinzhuModel
import YinzhuText

/// Changes an entry where its record changed, in the manner that the entry is written in.
struct BibTeXEntryEditor {
  private typealias Edit = (span: SourceSpan, text: String)

  private let entry: BibTeXSyntax.Entry
  private let source: SourceText
  private let dialect: BibTeXWriter.Dialect
  private var edits: [Edit] = []
  /// Fields of the entry that are taken out.
  private var removed: Set<Int> = []
  private var appended: [BibTeXEntry.Written] = []
  /// What the new values lose.
  private(set) var losses: [Diagnostic] = []

  init(_ entry: BibTeXSyntax.Entry, source: SourceText, dialect: BibTeXWriter.Dialect) {
    self.entry = entry
    self.source = source
    self.dialect = dialect
  }

  mutating func change(from before: Reference, to after: Reference) {
    if before.id != after.id { edits.append((entry.key, KeyCharacters.allowed(after.id.rawValue))) }
    var old = BibTeXEntry(before, key: before.id.rawValue, dialect: dialect)
    var new = BibTeXEntry(after, key: after.id.rawValue, dialect: dialect)
    old.fill()
    new.fill()
    let known = Set(old.losses.diagnostics.map(\.message))
    losses = new.losses.diagnostics.filter { !known.contains($0.message) }
    if old.type != new.type { edits.append((entry.type, new.type)) }
    let oldFields = Dictionary(old.fields.map { ($0.name, $0) }) { first, _ in first }
    let newNames = Set(new.fields.map(\.name))
    for field in new.fields where oldFields[field.name]?.value != field.value {
      set(field, sources: sources(of: oldFields[field.name] ?? field, in: before))
    }
    for field in old.fields where !newNames.contains(field.name) {
      removed.formUnion(sources(of: field, in: before))
    }
  }

  /// The entry with its changes.
  func text() -> [UInt8] {
    var edits = edits
    for index in removed.sorted() { edits.append((gap(before: index), "")) }
    if !appended.isEmpty {
      let end = lastEnd
      edits.append((SourceSpan(start: end, end: end), appended.map(inserted).joined()))
    }
    edits.sort { $0.span < $1.span }
    var out: [UInt8] = []
    var at = entry.span.start
    for edit in edits where edit.span.start >= at {
      out.append(contentsOf: source.bytes[at..<edit.span.start])
      out.append(contentsOf: edit.text.utf8)
      at = edit.span.end
    }
    out.append(contentsOf: source.bytes[at..<max(at, entry.span.end)])
    return out
  }

  // MARK: Fields of the entry

  /// The fields of the entry that a written field comes from: `date` from `year` and `month`, `title` with `subtitle`.
  private func sources(of field: BibTeXEntry.Written, in before: Reference) -> [Int] {
    var names: [String] = []
    if let variable = Variable(rawValue: field.source),
      case .imported(_, let key, _)? = before[variable]?.provenance
    {
      names = [key] + (BibTeXAliases.companions[key] ?? [])
    } else {
      names = [field.name]
    }
    return names.compactMap { name in entry.fields.firstIndex { source[$0.name].lowercased() == name } }
  }

  private mutating func set(_ field: BibTeXEntry.Written, sources: [Int]) {
    guard let first = sources.first(where: { !removed.contains($0) }) else {
      appended.append(field)
      return
    }
    removed.formUnion(sources.dropFirst())
    let old = entry.fields[first]
    let name = source[old.name].lowercased()
    let isSame = BibTeXAliases.fields[name] ?? name == BibTeXAliases.fields[field.name] ?? field.name
    if !isSame { edits.append((old.name, field.name)) }
    edits.append((old.span, delimited(field, like: old)))
  }

  /// In quotation marks where the old value stood in them.
  private func delimited(_ field: BibTeXEntry.Written, like old: BibTeXSyntax.Field?) -> String {
    if field.isMacro { return field.value }
    guard let old, case .piece(.quoted) = old.value, !field.value.utf8.contains(UInt8(ascii: "\""))
    else { return "{\(field.value)}" }
    return "\"\(field.value)\""
  }

  /// A field with what stands between it and the field before.
  private func gap(before index: Int) -> SourceSpan {
    let start = index == 0 ? entry.key.end : entry.fields[index - 1].span.end
    return SourceSpan(start: start, end: entry.fields[index].span.end)
  }

  private var lastEnd: Int { entry.fields.last?.span.end ?? entry.key.end }

  /// A new field with the indentation, the column of `=` and the spelling of the last one.
  private func inserted(_ field: BibTeXEntry.Written) -> String {
    guard let last = entry.fields.last else { return ",\n  \(field.name) = {\(field.value)}" }
    let before = source[SourceSpan(start: gap(before: entry.fields.count - 1).start, end: last.name.start)]
    // A remark between fields belongs to the field before it.
    let lead = before.lastIndex(where: \.isNewline).map { "," + before[$0...] } ?? ", "
    let between = source[SourceSpan(start: last.name.end, end: last.span.start)]
    let parts = between.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spaceBefore = parts.first.map { $0.utf8.count } ?? 1
    // One space is no column.
    let isColumn = spaceBefore > 1
    let column = last.name.count + spaceBefore
    let padding = isColumn ? max(1, column - field.name.utf8.count) : spaceBefore
    let name = source[last.name]
    let isCapital = name.first?.isUppercase == true
    let isAllCapitals = isCapital && name == name.uppercased()
    let spelled =
      isAllCapitals
      ? field.name.uppercased() : isCapital ? field.name.prefix(1).uppercased() + field.name.dropFirst() : field.name
    return lead + spelled + String(repeating: " ", count: padding) + "="
      + (parts.count > 1 ? String(parts[1]) : " ") + delimited(field, like: last)
  }
}
