import Foundation

/// Places of files that tests read.
enum PackageRoot {
  /// The folder of Package.swift.
  static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The article that is part of the package.
  static let seed = url.appending(path: "seeds/000_0ca077e0b089f7db.txt")

  /// Other people's data, used in place; nil where it is absent.
  static let shared: URL? = {
    let path = ProcessInfo.processInfo.environment["YINZHU_SHARED"]
    let folder =
      path.map { URL(filePath: $0, relativeTo: url) } ?? url.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()
}
