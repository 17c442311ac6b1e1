import ArgumentParser
import Foundation
import Yinzhu

struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Formats records, and citations of them, in a CSL style.",
    discussion: """
      EXAMPLES
        yinzhu cite refs.json --style gb-t-7714-2015-numeric
        yinzhu cite refs.bib --style ./my-style.csl --to html --links
        yinzhu cite refs.json --style chicago-note-bibliography --citations citations.json

      --citations takes a JSON array of CSL citation objects:
        [{"citationItems": [{"id": "a", "locator": "5", "label": "page"}], "properties": {"noteIndex": 1}}]
      """)

  @Argument(help: "Records: CSL-JSON, BibTeX or BibLaTeX.")
  var file = "-"

  @Option(help: ArgumentHelp("The style: an id, a title or a file.", valueName: "style"))
  var style: String

  @Option(help: ArgumentHelp("The language of the terms, such as zh-CN.", valueName: "tag"))
  var locale: String?

  @Option(help: ArgumentHelp("A folder whose locale files win over all others.", valueName: "folder"))
  var locales: String?

  @Option(help: ArgumentHelp("The citations of a document: a JSON array of CSL citation objects.", valueName: "file"))
  var citations: String?

  @Option(
    help: ArgumentHelp("What to write: text, html, markdown, latex, rtf, typst, jsonl.", valueName: "format"))
  var to = "text"

  @Flag(help: "Only the bibliography, no citations.")
  var bibliographyOnly = false

  @Flag(help: "Make DOI, URL, PMID and PMCID links, where the format has links.")
  var links = false

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp(
      "Works that are cited again: ibid (as the style says), short (never “ibid.”), full (as the first time).",
      valueName: "form"))
  var repetition = Repetition.ibid

  @Option(help: ArgumentHelp("How many threads work at the same time; one for each core if not given.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var options: SharedOptions

  private static let targets: [Target] = Target.styled + [.jsonl]

  func validate() throws {
    _ = try Target.named(to, among: Self.targets)
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
  }

  func run() throws {
    let target = try Target.named(to, among: Self.targets)
    guard let source = Input.source(file, encoding: options.encoding) else { throw ExitCode(1) }
    guard let format = RecordFormat.guessed(source) else {
      Output.message("\(source.name): error: neither CSL-JSON nor BibTeX")
      throw ExitCode(1)
    }
    let (references, diagnostics) = format.read(source)
    options.printer.print(diagnostics, source: source)
    var failed = diagnostics.contains { $0.severity == .error }
    var (style, processor) = try RecordOutput(
      target: target, style: style, options: options, locale: locale, localeFolder: locales, links: links
    ).styled()
    processor.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    var clusters: [Cluster]?
    if let citations, !bibliographyOnly {
      let read = try read(citations, references)
      clusters = read.clusters
      failed = failed || read.failed
    }
    let document = CitedDocument(
      references: references, clusters: clusters.map(repetition.applied), style: style, processor: processor,
      isBibliographyOnly: bibliographyOnly)
    try Output.write(target == .jsonl ? document.lines() : document.text(target.output ?? .text), to: options.output)
    if failed { throw ExitCode(1) }
  }

  private func read(_ path: String, _ references: [Reference]) throws -> (clusters: [Cluster], failed: Bool) {
    guard let source = Input.source(path, encoding: nil) else { throw ExitCode(1) }
    let file = CitationFile(source, references: references)
    options.printer.print(file.diagnostics, source: source)
    return (file.clusters, file.diagnostics.contains { $0.severity == .error })
  }
}

/// How works are printed that are cited again.
enum Repetition: String, ExpressibleByArgument, CaseIterable {
  case ibid, short, full

  /// Clusters whose cites carry the position that this asks for.
  func applied(to clusters: [Cluster]) -> [Cluster] {
    guard self != .ibid else { return clusters }
    var seen: Set<ReferenceID> = []
    var out = clusters
    for cluster in out.indices {
      for cite in out[cluster].cites.indices {
        let isFirst = seen.insert(out[cluster].cites[cite].reference).inserted
        out[cluster].cites[cite].position = isFirst || self == .full ? .first : .subsequent
      }
    }
    return out
  }
}

/// Records, and citations of them, as `cite` writes them.
struct CitedDocument {
  let references: [Reference]
  /// Without them each record is cited once where citations are asked for.
  let clusters: [Cluster]?
  let style: Style
  let processor: Processor
  let isBibliographyOnly: Bool

  /// Citations, each on a line of its own, an empty line, and the bibliography.
  ///
  /// Citations are left out where none are given, unless the style has no bibliography.
  func text(_ format: OutputFormat) -> String {
    let wantsCitations = !isBibliographyOnly && (clusters != nil || !style.hasBibliography)
    guard wantsCitations else {
      return format.bibliography(processor.bibliography(references, format: format).map(\.text))
    }
    let document = processor.document(references, clusters ?? eachOnce, format: format)
    let entries = document.bibliography.map(\.text)
    if format == .rtf { return format.bibliography(document.clusters + entries) }
    let citations = format == .text || format == .html ? "\n" : "\n\n"
    return document.clusters.map { $0 + citations }.joined() + (entries.isEmpty || citations == "\n\n" ? "" : "\n")
      + format.bibliography(entries)
  }

  /// JSON Lines: `citation` and `entry` objects, each as text and as HTML.
  func lines() -> String {
    var out = ""
    let entries: [BibliographyEntry]
    let marked: [BibliographyEntry]
    if isBibliographyOnly {
      entries = processor.bibliography(references, format: .text)
      marked = processor.bibliography(references, format: .html)
    } else {
      let cited = clusters ?? eachOnce
      let session = CitationSession(processor: processor, references: references, clusters: cited)
      let html = session.rendered(in: .html)
      for (index, texts) in zip(session.texts, html.clusters).enumerated() {
        out +=
          JSONWriter.string(
            .object([
              "type": .string("citation"), "index": .integer(index), "text": .string(texts.0), "html": .string(texts.1),
            ])) + "\n"
      }
      entries = session.bibliography
      marked = html.bibliography
    }
    for (entry, html) in zip(entries, marked) {
      out +=
        JSONWriter.string(
          .object([
            "type": .string("entry"), "id": .string(entry.id.rawValue), "text": .string(entry.text),
            "html": .string(html.text),
          ])) + "\n"
    }
    return out
  }

  /// A citation for each record, in notes of their own in a note style.
  private var eachOnce: [Cluster] {
    references.enumerated().map { index, reference in
      Cluster(noteIndex: style.class == .note ? index + 1 : 0, cites: [Cite(reference: reference.id)])
    }
  }
}
