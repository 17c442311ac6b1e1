import Foundation
import YinzhuCSL
import YinzhuModel

/// The styles that records are printed in. Each is compiled when it is first asked for, once.
package struct StyleShelf: Sendable {
  /// What sort of list or note a style makes.
  enum Sort: Hashable, CaseIterable {
    /// A bibliography in a style of any language.
    case list
    /// The citations of a note style.
    case note
    /// The same of styles made for Chinese.
    case chineseList
    case chineseNote
  }

  private struct Key: Hashable {
    var path: String
    var language: String?
  }

  private let paths: [Sort: [String]]
  private let locales: LocaleSet
  private var styles: [String: Style?] = [:]
  private var processors: [Key: Processor] = [:]

  /// Reads the names of the styles of some folders.
  ///
  /// - Parameters:
  ///   - limit: how many styles are taken, drawn at random; styles for Chinese are all taken.
  ///   - locales: a folder of locale files besides those built in; one that isn't there adds none.
  package init(folders: [String], locales: String, limit: Int, seed: UInt64) {
    var dice = Dice(seed: seed)
    var found: [Sort: [String]] = [:]
    let files = folders.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".csl") }.sorted().map { "\(folder)/\($0)" }
    }
    var others = 0
    for path in files.shuffled(using: &dice) {
      guard let data = FileManager.default.contents(atPath: path), let summary = StyleSummary.read(Array(data)),
        summary.parent == nil
      else { continue }
      let isChinese = StyleShelf.isChinese(summary)
      if !isChinese {
        if others >= limit { continue }
        others += 1
      }
      if summary.class == "note" { found[isChinese ? .chineseNote : .note, default: []].append(path) }
      found[isChinese ? .chineseList : .list, default: []].append(path)
    }
    paths = found
    var set = LocaleSet.builtIn
    let names = (try? FileManager.default.contentsOfDirectory(atPath: locales)) ?? []
    for name in names.sorted() where name.hasSuffix(".xml") {
      guard let data = FileManager.default.contents(atPath: "\(locales)/\(name)") else { continue }
      // Terms that can't be read are those of English.
      _ = try? set.add(Array(data), name: name)
    }
    self.locales = set
  }

  /// Whether a style is made for Chinese, be it in one of its layouts.
  private static func isChinese(_ summary: StyleSummary) -> Bool {
    let languages = summary.parts.flatMap { $0.languages.joined() } + [summary.defaultLocale ?? ""]
    return languages.contains { $0.hasPrefix("zh") } || summary.title.unicodeScalars.contains(where: \.isHan)
  }

  /// Whether there is no style at all.
  package var isEmpty: Bool { paths.isEmpty }

  func paths(_ sort: Sort) -> [String] { paths[sort] ?? [] }

  /// The processor for a style; nil for a file that is no style.
  ///
  /// - Parameter language: the language of the terms; nil leaves it to the style.
  mutating func processor(_ path: String, language: String?) -> Processor? {
    let key = Key(path: path, language: language)
    if let known = processors[key] { return known }
    guard let style = style(path) else { return nil }
    let processor = Processor(style: style, locales: locales, language: language)
    processors[key] = processor
    return processor
  }

  private mutating func style(_ path: String) -> Style? {
    if let known = styles[path] { return known }
    let data = FileManager.default.contents(atPath: path) ?? Data()
    let style = (try? StyleReader.read(Array(data), name: path))?.style
    styles[path] = .some(style)
    return style
  }
}
