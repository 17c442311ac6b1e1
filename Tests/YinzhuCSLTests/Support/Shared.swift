import Foundation
import YinzhuText

/// Other people's data, tested in place.
enum Shared {
  static let root: String = {
    if let path = ProcessInfo.processInfo.environment["YINZHU_SHARED"] { return path }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  /// The bytes of a file there; nil, with the reason printed, when it is absent.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: root + "/" + path) else {
      print("skipped: no \(root)/\(path); set YINZHU_SHARED")
      return nil
    }
    return Array(data)
  }

  /// Names of the files of a folder, sorted.
  static func files(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? []).sorted()
  }
}
