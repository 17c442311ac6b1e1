import ArgumentParser

/// The tool that makes and measures the weights of the citation parser.
@main
struct CitationTraining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "citation-training",
    abstract: "Trains and measures what reads entries of reference lists, on citations of our own making.",
    subcommands: [Train.self, ShowLabels.self, Ablation.self, Confusion.self], defaultSubcommand: Train.self)
}
