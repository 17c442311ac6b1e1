import ArgumentParser
import Yinzhu

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Lists the formats that are read and written.",
    discussion: """
      EXAMPLES
        yinzhu formats
        yinzhu formats --markdown         for each format its types, its fields and what it loses
      """)

  @Flag(help: "Print the page docs/formats.md.")
  var markdown = false

  @Option(name: [.short, .customLong("output")], help: "Write to this file instead of standard output.")
  var output: String?

  func run() throws {
    try Output.write(markdown ? FormatsPage.markdown() : Self.table, to: output)
  }

  private static var table: String {
    let others = [
      ("documents", true, false, "text, Markdown, PDF, DOCX, HTML, LaTeX with their notes (extract)"),
      ("lines", true, false, "one note or citation a line (parse)"),
    ]
    let formats = RecordFormat.allCases.map { ($0.rawValue, $0.isRead, $0.isWritten, $0.title) }
    let width = (formats + others).map { $0.0.count }.max() ?? 0
    func row(_ name: String, _ reads: String, _ writes: String, _ title: String) -> String {
      func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      return "\(padded(name, width))  \(padded(reads, 5))  \(padded(writes, 6))  \(title)\n"
    }
    return row("format", "reads", "writes", "")
      + (formats + others).map { row($0.0, $0.1 ? "yes" : "no", $0.2 ? "yes" : "no", $0.3) }.joined()
  }
}
