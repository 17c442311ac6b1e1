import Foundation

/// Where data files stand that were installed with the command, or are the user's own.
enum DataFolders {
  /// The user's folder: `HOME` first, which Foundation passes over.
  static var home: String {
    let named = ProcessInfo.processInfo.environment["HOME"] ?? ""
    return named.isEmpty ? NSHomeDirectory() : named
  }

  /// The folder of a kind (`styles`, `lexicons`) under `PREFIX/share/yinzhu`, found from the path of the command, and the one
  /// under `~/.local/share/yinzhu`.
  static func named(_ kind: String, executable: String?) -> (installed: String?, own: String) {
    let installed = executable.map { path in
      let bin = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent()
      return bin.deletingLastPathComponent().appendingPathComponent("share/yinzhu/\(kind)").path
    }
    return (installed, "\(home)/.local/share/yinzhu/\(kind)")
  }
}
