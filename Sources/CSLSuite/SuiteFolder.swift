import Foundation
import YinzhuCSL

/// A folder of fixtures of the CSL test suite, run in place.
public struct SuiteFolder: Sendable {
  /// The folder.
  public let path: String

  /// A folder.
  public init(path: String) { self.path = path }

  /// Names of the fixtures, without `.txt`.
  public var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// Locale files of a folder over the built-in ones.
  public static func locales(in folder: String) throws -> LocaleSet {
    var set = LocaleSet.builtIn
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasPrefix("locales-") && name.hasSuffix(".xml") {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(name)") { try set.add(Array(data), name: name) }
    }
    return set
  }

  /// Runs fixtures, all if none are named.
  public func run(_ names: [String]? = nil, locales: LocaleSet) -> [SuiteResult] {
    (names ?? self.names).map { name in
      guard let data = FileManager.default.contents(atPath: "\(path)/\(name).txt") else {
        return SuiteResult(name: name, wanted: "", output: "the fixture can't be read", isRight: false)
      }
      let fixture = SuiteFixture(name: name, bytes: Array(data))
      do {
        let output = try SuiteRun(fixture, locales: locales).output()
        return SuiteResult(
          name: name, wanted: fixture.result, output: SuiteFixture.trimmed(output), isRight: fixture.accepts(output))
      } catch {
        return SuiteResult(name: name, wanted: fixture.result, output: "\(error)", isRight: false)
      }
    }
  }
}
