import ArgumentParser
import Foundation
import Yinzhu

struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles", abstract: "Lists, shows and checks CSL styles.",
    discussion: """
      EXAMPLES
        yinzhu styles list chicago
        yinzhu styles show gb-t-7714-2015-numeric
        yinzhu styles lint my-style.csl
      """,
    subcommands: [List.self, Show.self, StylesLintCommand.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the ids of styles: built in, installed, your own, Zotero's, Debian's.")

    @Argument(help: "Only ids that have all of these words in them.")
    var words: [String] = []

    func run() throws {
      let library = StyleLibrary(executable: Bundle.main.executablePath)
      let wanted = words.map { $0.lowercased() }
      let ids = library.ids.filter { id in wanted.allSatisfy { id.lowercased().contains($0) } }
      Output.standard(ids.map { $0 + "\n" }.joined())
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what a style says about itself.",
      discussion: "A style is named by its id, its title or a path.")

    @Argument(help: ArgumentHelp("Ids, titles or files.", valueName: "style"))
    var names: [String]

    func run() throws {
      let library = StyleLibrary(executable: Bundle.main.executablePath)
      for (index, name) in names.enumerated() {
        if index > 0 { Output.standard("\n") }
        let text = try StyleFailure.reported(name, DiagnosticPrinter(isQuiet: false)) {
          try StyleDescription(library.file(name), library).text
        }
        Output.standard(text)
      }
    }
  }
}

/// A style's own words, as a table.
private struct StyleDescription {
  let text: String

  init(_ file: StyleLibrary.File, _ library: StyleLibrary) throws {
    guard let summary = StyleSummary.read(file.bytes) else {
      // The reader says what is wrong with it.
      _ = try StyleReader.read(file.bytes, name: file.path)
      text = ""
      return
    }
    let parent = summary.parent.flatMap { try? library.file($0) }
    let rules = parent ?? file
    let whole = StyleSummary.read(rules.bytes) ?? summary
    let lint = StyleLint.check(rules.bytes, name: rules.path)
    var rows: [(String, String)] = [
      ("id", summary.id), ("title", summary.title), ("short title", summary.shortTitle ?? ""),
      ("found in", file.isBuiltIn ? "built in" : file.path),
      ("points to", summary.parent.map { $0 + (parent == nil ? " (not found)" : "") } ?? ""),
      ("class", whole.class ?? ""), ("citations", summary.citationFormat ?? whole.citationFormat ?? ""),
      ("fields", summary.fields.joined(separator: ", ")),
      ("language", summary.defaultLocale ?? whole.defaultLocale ?? "the reader's"),
    ]
    for part in whole.parts {
      let layouts = part.languages.map { $0.isEmpty ? "all others" : $0.joined(separator: " ") }
      rows.append(
        (part.name, layouts.count == 1 && part.languages == [[]] ? "one layout" : layouts.joined(separator: "; ")))
    }
    if let marker = whole.noteMarker {
      rows.append(("note markers", "\(marker.form), again from the first in each \(marker.restart)"))
    }
    rows.append(("beyond CSL", lint.extensions.joined(separator: ", ")))
    rows.append(("updated", summary.updated ?? ""))
    let filled = rows.filter { !$0.1.isEmpty }
    let width = filled.map(\.0.count).max() ?? 0
    text = filled.map { $0.0.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.1 + "\n" }.joined()
  }
}
