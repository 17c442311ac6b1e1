import ArgumentParser
import Foundation
import Yinzhu
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Loads every style of a folder and prints five records in it: nothing may trap, and what warns is named.
struct StyleFolderRun {
  let folder: String
  let every: Int

  func run() throws {
    let library = StyleLibrary(
      folders: [folder, folder + "/dependent", URL(fileURLWithPath: folder).deletingLastPathComponent().path])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csl") }.sorted()
    let records = CSLJSON.read(SourceText(name: "records", bytes: Array(Self.records.utf8))).references
    var warned: [(name: String, codes: [String: Int])] = []
    var loaded = 0
    var failed = 0
    // Thousands of dependent styles share a few parents.
    var compiled: [String: (style: Style, warnings: [Diagnostic])] = [:]
    for (index, name) in names.enumerated() where index % every == 0 {
      do {
        let (style, warnings) = try style("\(folder)/\(name)", library, &compiled)
        try print(records, in: style, library, name)
        loaded += 1
        let codes = Dictionary(grouping: warnings, by: \.code).mapValues(\.count)
        if !codes.isEmpty { warned.append((name, codes)) }
      } catch {
        failed += 1
        Swift.print("\(name): \(error)")
      }
    }
    table(warned)
    Swift.print("\(loaded) passed, \(failed) failed")
    if failed > 0 { throw ExitCode(1) }
  }

  private func style(
    _ path: String, _ library: StyleLibrary, _ compiled: inout [String: (style: Style, warnings: [Diagnostic])]
  ) throws -> (style: Style, warnings: [Diagnostic]) {
    let file = try library.file(path)
    guard let summary = StyleSummary.read(file.bytes), let parent = summary.parent else {
      return try library.style(path)
    }
    var found: (style: Style, warnings: [Diagnostic])
    if let known = compiled[parent] {
      found = known
    } else {
      found = try library.style(parent)
      compiled[parent] = found
    }
    if let language = summary.defaultLocale { found.style.defaultLocale = language }
    return found
  }

  /// Throws where nothing at all is printed.
  private func print(_ records: [Reference], in style: Style, _ library: StyleLibrary, _ name: String) throws {
    let processor = Processor(style: style, locales: try library.locales(for: style), language: nil)
    let clusters = records.enumerated().map { index, record in
      Cluster(noteIndex: index + 1, cites: [Cite(reference: record.id), Cite(reference: records[0].id)])
    }
    let document = processor.document(records, clusters, format: .html)
    if (document.clusters + document.bibliography.map(\.text)).allSatisfy(\.isEmpty) {
      throw Nothing()
    }
  }

  private struct Nothing: Error, CustomStringConvertible {
    let description = "nothing is printed"
  }

  private func table(_ warned: [(name: String, codes: [String: Int])]) {
    var styles: [String: [String]] = [:]
    for (name, codes) in warned {
      for code in codes.keys { styles[code, default: []].append(name) }
    }
    for (code, names) in styles.sorted(by: { $0.key < $1.key }) {
      Swift.print("\(code) in \(names.count) styles (\(Rules.rule(code)?.title ?? "")):")
      for name in names { Swift.print("  \(name)") }
    }
    Swift.print("\(warned.count) styles with warnings")
  }

  /// Five records of our own: an article, a book, a chapter, a page of the web, a Chinese thesis.
  private static let records = """
    [{"id":"a","type":"article-journal","title":"On rivers and <i>seas</i>","container-title":"Journal of Waters",
      "author":[{"family":"Doe","given":"Jane M."},{"family":"van der Berg","given":"Jan"}],"volume":"3","issue":"2",
      "page":"101-9","issued":{"date-parts":[[2011,5,3]]},"DOI":"10.1000/182"},
     {"id":"b","type":"book","title":"Mountains","author":[{"family":"Doe","given":"John"}],"edition":"2",
      "publisher":"Peak Press","publisher-place":"Oslo","issued":{"date-parts":[[2011]]}},
     {"id":"c","type":"chapter","title":"Springs","container-title":"Waters","author":[{"family":"Roe","given":"R."}],
      "editor":[{"family":"Poe","given":"P."},{"family":"Moe","given":"M."}],"page":"7","publisher":"Peak Press",
      "issued":{"date-parts":[[1999],[2001]]}},
     {"id":"d","type":"webpage","title":"A page","URL":"https://example.org/a?b=1&c=2","accessed":{"date-parts":[[2020,2,29]]},
      "author":[{"literal":"Institute of Waters"}]},
     {"id":"e","type":"thesis","title":"论山","author":[{"family":"王","given":"力"}],"publisher":"山海大学","language":"zh-CN",
      "genre":"博士学位论文","issued":{"date-parts":[[2008,6]]}}]
    """
}
