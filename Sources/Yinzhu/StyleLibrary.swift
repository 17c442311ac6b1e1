import Foundation
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Finds styles and locales: built in, installed beside the command, the user's own, Zotero's, Debian's.
public struct StyleLibrary: Sendable {
  /// Folders that are searched, the first one that has the style wins.
  public let folders: [String]
  /// Folders of locale files, searched the same way.
  public let localeFolders: [String]

  /// The usual folders; `executable` is the path of the command, for styles that were installed with it.
  public init(executable: String?) {
    let data = DataFolders.named("styles", executable: executable)
    let locales = DataFolders.named("locales", executable: executable)
    self.init(
      folders: [data.installed].compactMap { $0 } + [
        data.own, "\(DataFolders.home)/Zotero/styles", "\(DataFolders.home)/Zotero/styles/hidden",
        "/usr/share/citation-style-language/styles", "/usr/share/citation-style-language/styles/dependent",
      ],
      localeFolders: [locales.installed].compactMap { $0 } + [
        locales.own, "\(DataFolders.home)/Zotero/locales", "/usr/share/citation-style-language/locales",
      ])
  }

  /// A library of these folders, and of what is built in.
  public init(folders: [String], localeFolders: [String] = []) {
    self.folders = folders
    self.localeFolders = localeFolders
  }

  /// Names of all styles at hand, as their files are called without `.csl`; sorted.
  public var ids: [String] {
    var out = Set(Style.builtInIDs)
    for folder in folders { out.formUnion(StyleLibrary.names(in: folder)) }
    return out.sorted()
  }

  static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".csl") }.map { String($0.dropLast(4)) }
  }

  // MARK: Files

  /// A style's file.
  public struct File: Sendable {
    /// The path; for a built-in style its file name.
    public let path: String
    /// Whether the style is part of the library itself.
    public let isBuiltIn: Bool
    /// What stands in it.
    public let bytes: [UInt8]
  }

  /// The file of a path, an id or a title.
  ///
  /// An id is the file's name without `.csl`, or `cs:id` (`http://www.zotero.org/styles/apa`); a title is `cs:title`,
  /// whatever its case.
  ///
  /// - Throws: `MissingPath` for a path where no file can be read; `NotFound` for anything else that names no style, with the
  ///   nearest ids.
  public func file(_ name: String) throws -> File {
    if let file = named(name) { return file }
    let isAddress = name.hasPrefix("http://") || name.hasPrefix("https://")
    if !isAddress, name.hasSuffix(".csl") || name.contains("/") {
      guard let data = FileManager.default.contents(atPath: name) else { throw MissingPath(path: name) }
      return File(path: name, isBuiltIn: false, bytes: Array(data))
    }
    if isAddress, let last = name.split(separator: "/").last, let file = named(String(last)),
      StyleSummary.head(file.bytes.prefix(StyleLibrary.headSize))?.id == name
    {
      return file
    }
    if let file = search({ $0 == name || $1.lowercased() == name.lowercased() }) { return file }
    throw NotFound(name: name, nearest: nearest(name))
  }

  /// Bytes that are read to learn a style's id and title.
  private static let headSize = 4096

  private func named(_ id: String) -> File? {
    guard !id.isEmpty, !id.contains("/"), !id.hasSuffix(".csl") else { return nil }
    for folder in folders {
      let path = "\(folder)/\(id).csl"
      if let data = FileManager.default.contents(atPath: path) {
        return File(path: path, isBuiltIn: false, bytes: Array(data))
      }
    }
    return Style.builtInBytes(id: id).map { File(path: id + ".csl", isBuiltIn: true, bytes: $0) }
  }

  /// The first file whose id and title fit.
  private func search(_ fits: (_ id: String, _ title: String) -> Bool) -> File? {
    for folder in folders {
      for name in StyleLibrary.names(in: folder).sorted() {
        let path = "\(folder)/\(name).csl"
        guard let handle = FileHandle(forReadingAtPath: path) else { continue }
        let start = (try? handle.read(upToCount: StyleLibrary.headSize)) ?? Data()
        try? handle.close()
        guard let head = StyleSummary.head(start), fits(head.id, head.title),
          let data = FileManager.default.contents(atPath: path)
        else { continue }
        return File(path: path, isBuiltIn: false, bytes: Array(data))
      }
    }
    for id in Style.builtInIDs {
      guard let bytes = Style.builtInBytes(id: id),
        let head = StyleSummary.head(bytes.prefix(StyleLibrary.headSize)), fits(head.id, head.title)
      else { continue }
      return File(path: id + ".csl", isBuiltIn: true, bytes: bytes)
    }
    return nil
  }

  private func nearest(_ name: String) -> [String] {
    let ids = ids
    let near = Nearest.words(to: name, among: ids)
    // Part of a name is no typing error, but says as much; of a few letters it says nothing.
    let parts = name.utf8.count < 5 ? [] : ids.filter { $0.lowercased().contains(name.lowercased()) }
    let first = near.filter { Nearest.isSlip(name, for: $0) }
    var seen: Set<String> = []
    return Array((first + parts + near).filter { seen.insert($0).inserted }.prefix(3))
  }

  // MARK: Styles

  /// The style of a path, an id or a title; a dependent style gives its parent, in the dependent style's language.
  ///
  /// - Throws: `StyleError` for a file that is no style; `MissingPath` for a path where no file can be read; `NotFound` for
  ///   a name or a parent that no style has.
  public func style(_ name: String) throws -> (style: Style, warnings: [Diagnostic]) {
    let (style, warnings, _) = try compiled(name)
    return (style, warnings)
  }

  /// The same, with the source that the warnings point into.
  public func compiled(_ name: String) throws -> (style: Style, warnings: [Diagnostic], source: SourceText) {
    let file = try file(name)
    do throws(StyleError) {
      let (style, warnings) = try StyleReader.read(file.bytes, name: file.path)
      return (style, warnings, SourceText(name: file.path, bytes: file.bytes))
    } catch {
      guard let summary = StyleSummary.read(file.bytes), let parent = summary.parent else { throw error }
      let other = try self.file(parent)
      var (style, warnings) = try StyleReader.read(other.bytes, name: other.path)
      if let language = summary.defaultLocale { style.defaultLocale = language }
      style.info = Style.Info(id: summary.id, title: summary.title)
      return (style, warnings, SourceText(name: other.path, bytes: other.bytes))
    }
  }

  // MARK: Locales

  /// The locales that a style needs: those built in, those of the folders for the style's own languages and `language`, and
  /// the files of `folder` over them.
  ///
  /// - Throws: `MissingPath` where there is no such folder; `StyleError` for a file that is no locale.
  public func locales(for style: Style, language: String? = nil, folder: String? = nil) throws -> LocaleSet {
    var out = LocaleSet.builtIn
    var wanted: Set<String> = []
    for tag in style.languages + [language].compactMap({ $0 }) {
      let primary = LanguageTag.primary(tag)
      wanted.formUnion([LanguageTag.normalized(tag), LanguageTag.primaryDialect(primary)])
    }
    for tag in wanted.subtracting(out.languages).sorted() {
      let paths = localeFolders.map { "\($0)/locales-\(tag).xml" }
      guard let path = paths.first(where: { FileManager.default.isReadableFile(atPath: $0) }),
        let data = FileManager.default.contents(atPath: path)
      else { continue }
      try out.add(Array(data), name: path)
    }
    if let folder { try StyleLibrary.add(folder, to: &out) }
    return out
  }

  private static func add(_ folder: String, to set: inout LocaleSet) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw MissingPath(path: folder)
    }
    for name in names.sorted() where name.hasPrefix("locales-") && name.hasSuffix(".xml") {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      try set.add(Array(data), name: "\(folder)/\(name)")
    }
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
