import Foundation
import YinzhuCitations

/// Word lists (`.tsv`) and weights (`labels.yzl`) that were installed with the command or are the user's own: a table there replaces the built-in one.
public enum LexiconFolder {
  /// The built-in lexicons with the tables of `PREFIX/share/yinzhu/lexicons`, then of `~/.local/share/yinzhu/lexicons`, over
  /// them; `executable` is the path of the command.
  public static func lexicons(executable: String?) -> Lexicons {
    let data = DataFolders.named("lexicons", executable: executable)
    let folders = [data.installed, data.own].compactMap { $0 }
    var tables: [String: [UInt8]] = [:]
    for folder in folders {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where name.hasSuffix(".tsv") || name.hasSuffix(".yzl") {
        if let data = FileManager.default.contents(atPath: "\(folder)/\(name)") {
          tables[String(name.dropLast(4))] = [UInt8](data)
        }
      }
    }
    return tables.isEmpty ? .builtIn : Lexicons(replacing: tables)
  }
}
