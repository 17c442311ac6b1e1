import ArgumentParser
import Yinzhu

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Lists the formats that are read and written.",
    discussion: """
      EXAMPLES
        yinzhu formats
      """)

  func run() throws {
    var out = "format     reads  writes  \n"
    for format in RecordFormat.allCases {
      let name = format.rawValue + String(repeating: " ", count: max(0, 10 - format.rawValue.count))
      out += "\(name) \(format.isRead ? "yes  " : "no   ")  yes     \(format.title)\n"
    }
    out += "documents  yes    no      plain text and Markdown, with their notes (extract)\n"
    out += "lines      yes    no      one note or citation a line (parse)\n"
    Output.standard(out)
  }
}
