import ArgumentParser
import Foundation
import Yinzhu

struct StylesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles", abstract: "Shows the CSL styles at hand.",
    discussion: """
      EXAMPLES
        yinzhu styles list
      """,
    subcommands: [List.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the ids of styles: built in, installed, your own.")

    func run() throws {
      let library = StyleLibrary(executable: Bundle.main.executablePath)
      Output.standard(library.ids.map { $0 + "\n" }.joined())
    }
  }
}
