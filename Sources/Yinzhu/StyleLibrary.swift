import Foundation
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Finds styles and locales: built in, installed beside the command, the user's own, Zotero's, Debian's.
public struct StyleLibrary: Sendable {
  /// Folders that are searched, the first one that has the style wins.
  public let folders: [String]

  /// The usual folders; `executable` is the path of the command, for styles that were installed with it.
  public init(executable: String?) {
    let data = DataFolders.named("styles", executable: executable)
    folders =
      [data.installed].compactMap { $0 } + [
        data.own, "\(NSHomeDirectory())/Zotero/styles", "/usr/share/citation-style-language/styles",
        "/usr/share/citation-style-language/styles/dependent",
      ]
  }

  /// Ids of the styles that are at hand without a search through Debian's thousands: built in and in the own folders.
  public var ids: [String] {
    var out = Set(Style.builtInIDs)
    for folder in folders.prefix(3) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where name.hasSuffix(".csl") { out.insert(String(name.dropLast(4))) }
    }
    return out.sorted()
  }

  /// The style of an id or a path.
  ///
  /// - Throws: `StyleError` for a file that is no style; `MissingPath` for a path where no file can be read; `NotFound` for
  ///   an unknown id, with the nearest ones.
  public func style(_ name: String) throws -> (style: Style, warnings: [Diagnostic]) {
    if name.contains("/") || name.hasSuffix(".csl") {
      guard let data = FileManager.default.contents(atPath: name) else { throw MissingPath(path: name) }
      return try StyleReader.read(Array(data), name: name)
    }
    for folder in folders {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(name).csl") {
        return try StyleReader.read(Array(data), name: "\(folder)/\(name).csl")
      }
    }
    if let style = Style.builtIn(id: name) { return (style, []) }
    throw NotFound(name: name, nearest: Nearest.words(to: name, among: ids))
  }

  /// The built-in locales, with the files of a folder over them.
  ///
  /// - Throws: `MissingPath` where there is no such folder; `StyleError` for a file that is no locale.
  public func locales(folder: String?) throws -> LocaleSet {
    var out = LocaleSet.builtIn
    guard let folder else { return out }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw MissingPath(path: folder)
    }
    for name in names.sorted() where name.hasPrefix("locales-") && name.hasSuffix(".xml") {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      try out.add(Array(data), name: "\(folder)/\(name)")
    }
    return out
  }

  /// No file or folder can be read there.
  public struct MissingPath: Error, Sendable {
    /// The path.
    public let path: String
  }

  /// No style has the name.
  public struct NotFound: Error, Sendable {
    /// What was asked for.
    public let name: String
    /// Names that are nearly the same.
    public let nearest: [String]
  }
}

/// Words that differ from a mistyped one by little.
public enum Nearest {
  /// At most three words, the nearest first; none that differs by more than half.
  public static func words(to word: String, among candidates: [String]) -> [String] {
    candidates.map { ($0, distance(Array(word.lowercased().utf8), Array($0.lowercased().utf8))) }
      .filter { $0.1 <= max(2, word.utf8.count / 2) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
  }

  /// The three codes that are nearest; codes are short, so that even a far one may be what was meant.
  public static func codes(to code: String, among candidates: [String]) -> [String] {
    candidates.map { ($0, distance(Array(code.lowercased().utf8), Array($0.lowercased().utf8))) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
