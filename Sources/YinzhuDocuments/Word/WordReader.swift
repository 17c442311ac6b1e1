import YinzhuModel
import YinzhuText

/// Reads DOCX (ECMA-376, transitional and strict). Notes are those of the format: nothing is guessed.
enum WordReader {
  private static let vocabularies: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]
  private static let relations: Set<String> = ["http://schemas.openxmlformats.org/package/2006/relationships"]

  static func read(_ archive: ZipArchive, name: String, id: SourceText.ID) throws(DocumentError) -> Document {
    var archive = archive
    let main = try target("/officeDocument", of: "", in: &archive) ?? "word/document.xml"
    guard let tree = try part(main, in: &archive) else {
      throw DocumentError(
        DocumentRules.damaged, "this is no Word document: it has no \(main); save it as .docx in its program")
    }
    guard let body = tree.first("body") else {
      throw DocumentError(DocumentRules.damaged, "\(main) has no body; open the file in Word and save it anew")
    }
    let settings = try target("/settings", of: main, in: &archive) ?? "word/settings.xml"
    let sections = sections(tree, body: body, settings: try part(settings, in: &archive))
    let sources = try sources(of: main, in: &archive)
    var walker = WordWalker(
      tree: tree, assembly: TextAssembly(),
      state: WordState(
        footnotes: WordCounter(sections: sections.map(\.footnotes)),
        endnotes: WordCounter(sections: sections.map(\.endnotes))), sources: sources, isNote: false)
    walker.blocks(tree[body])
    var (assembly, state) = (walker.assembly, walker.state)
    for (kind, prefix) in [("footnote", "f"), ("endnote", "e")] {
      let path = try target("/\(kind)s", of: main, in: &archive) ?? "word/\(kind)s.xml"
      guard let notes = try part(path, in: &archive) else { continue }
      write(notes, kind: kind, prefix: prefix, sources, assembly: &assembly, state: &state)
    }
    guard assembly.bytes.contains(where: { $0 > 0x20 }) else {
      throw DocumentError(DocumentRules.empty, "the document has no text")
    }
    return assembly.document(name: name, id: id)
  }

  // MARK: Notes

  private static func write(
    _ tree: MarkupTree, kind: String, prefix: String, _ sources: WordSources, assembly: inout TextAssembly,
    state: inout WordState
  ) {
    // In the order of the body; those that nothing calls come last. Separators are no notes.
    var order: [String: Int] = [:]
    for (index, marker) in assembly.markers.enumerated() where order[marker.key] == nil { order[marker.key] = index }
    let notes = tree.nodes.filter { node in
      node.name == kind
        && !["separator", "continuationSeparator", "continuationNotice"].contains(node[attribute: "type"])
    }
    let keyed = notes.enumerated().map { (key: prefix + ($1[attribute: "id"] ?? ""), node: $1, place: $0) }
    let sorted = keyed.sorted { (order[$0.key] ?? Int.max, $0.place) < (order[$1.key] ?? Int.max, $1.place) }
    for note in sorted {
      let isCalled = order[note.key] != nil
      // What deleting a note leaves in the file: no call, no text.
      if !isCalled, !hasText(note.node, tree) { continue }
      let mark = assembly.marker(of: note.key)?.label
      assembly.note(
        key: note.key, label: nil, evidence: "the document links marker and \(kind)"
      ) { assembly in
        let start = assembly.bytes.count
        var walker = WordWalker(tree: tree, assembly: assembly, state: state, sources: sources, isNote: true)
        // The walker alone holds the text: it is not copied for every note.
        assembly = TextAssembly()
        walker.blocks(note.node)
        let own = walker.ownLabel
        assembly = walker.assembly
        assembly.dropLabel(from: start, at: own, symbol: own == nil ? mark?.symbol : nil)
      }
    }
  }

  private static func hasText(_ node: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    node.children.contains { index in
      let child = tree[index]
      if child.name == "t" { return tree.text(of: index).contains { !$0.isWhitespace } }
      return child.name != "del" && hasText(child, tree)
    }
  }

  // MARK: Sections

  private struct Section {
    var footnotes = WordNumbering()
    var endnotes = WordNumbering()

    init() { endnotes.format = "lowerRoman" }

    mutating func read(_ node: MarkupTree.Node, in tree: MarkupTree) {
      if let properties = tree.child(node, "footnotePr") { footnotes.read(properties, in: tree) }
      if let properties = tree.child(node, "endnotePr") { endnotes.read(properties, in: tree) }
    }
  }

  /// The numbering of each section: a section's properties stand at its end.
  private static func sections(_ tree: MarkupTree, body: Int, settings: MarkupTree?) -> [Section] {
    var standard = Section()
    if let settings, let root = settings.nodes.first { standard.read(root, in: settings) }
    return tree.nodes.filter { node in
      guard node.name == "sectPr", node.parent >= 0 else { return false }
      // Not the former properties inside sectPrChange.
      return node.parent == body || tree[node.parent].name == "pPr"
    }.map { node in
      var section = standard
      section.read(node, in: tree)
      return section
    }.ifEmpty([standard])
  }

  // MARK: Parts

  private static func part(_ path: String, in archive: inout ZipArchive) throws(DocumentError) -> MarkupTree? {
    guard let bytes = try archive.entry(path) else { return nil }
    do throws(MarkupProblem) {
      return try MarkupParser.xml(bytes, vocabularies: vocabularies)
    } catch {
      throw DocumentError(part: path, problem: error)
    }
  }

  /// Where the first relationship of a type leads.
  private static func target(
    _ type: String, of part: String, in archive: inout ZipArchive
  ) throws(DocumentError) -> String? {
    try targets(type, of: part, in: &archive).first
  }

  /// Where relationships of a part lead; types differ between the transitional and the strict form, ends don't.
  private static func targets(
    _ type: String, of part: String, in archive: inout ZipArchive
  ) throws(DocumentError) -> [String] {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<cut])
    let path = "\(folder)_rels/\(part[cut...]).rels"
    guard let bytes = try archive.entry(path) else { return [] }
    let tree: MarkupTree
    do throws(MarkupProblem) {
      tree = try MarkupParser.xml(bytes, vocabularies: relations)
    } catch {
      throw DocumentError(part: path, problem: error)
    }
    return tree.nodes.filter { node in
      node.name == "Relationship" && (node[attribute: "Type"] ?? "").hasSuffix(type)
        && node[attribute: "TargetMode"] != "External"
    }.compactMap { $0[attribute: "Target"] }.map { resolved($0, in: folder) }
  }

  /// The path of a target: from the root of the archive, or from the folder of the part, perhaps upwards.
  private static func resolved(_ target: String, in folder: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step != ".." { parts.append(step) } else if !parts.isEmpty { parts.removeLast() }
    }
    return parts.joined(separator: "/")
  }

  /// The sources of Word's own citations. A damaged part of customXml is no reason to refuse a document: what is missing
  /// is said where a citation calls it.
  private static func sources(of main: String, in archive: inout ZipArchive) throws(DocumentError) -> WordSources {
    var out = WordSources()
    for path in try targets("/customXml", of: main, in: &archive) {
      guard let bytes = try archive.entry(path),
        let tree = try? MarkupParser.xml(bytes, vocabularies: WordSources.vocabularies)
      else { continue }
      out.add(tree)
    }
    return out
  }
}

extension DocumentError {
  /// What is wrong with a part of an archive.
  init(part: String, problem: MarkupProblem) {
    self.init(
      problem.isUnsafe ? DocumentRules.unsafeArchive : DocumentRules.damaged,
      problem.isUnsafe
        ? "\(part), line \(problem.line): \(problem.message), which no such file needs; it is refused"
        : "\(part), line \(problem.line): \(problem.message); open the file in its program and save it anew")
  }
}

extension Array {
  fileprivate func ifEmpty(_ other: [Element]) -> [Element] { isEmpty ? other : self }
}
