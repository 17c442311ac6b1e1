import ArgumentParser
import CitationCorpus
import Foundation
import YinzhuCitations

/// Trains the label model on citations that our own processor makes, and writes its weights.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains the weights and writes them. Takes about ten minutes and four gigabytes.")

  @OptionGroup var corpus: CorpusOptions
  @Option(help: "How many citations.") var count = 200_000
  @Option(help: "Passes over them.") var epochs = 4
  @Option(help: "How often a feature that names a word is left out of a step.") var dropout: Float = 0.6
  @Option(help: "How often any other feature is.") var sparsity: Float = 0.3
  @Option(help: "Rows that stay in the model.") var rows = 70_000
  @Option(help: "The same for types.") var typeRows = 4_000
  @Option(help: "Features seen less often than this stay out.") var least: UInt32 = 80
  @Option(help: "Where the weights go.") var output = "Sources/CLexicons/weights/labels.yzl"

  func run() throws {
    let clock = ContinuousClock()
    var began = clock.now
    func say(_ text: String) {
      print("\(clock.now - began): \(text)")
      began = clock.now
      fflush(nil)
    }
    var citations: [(text: ChainText, labels: [FieldLabel])] = []
    var typed: [(keys: [UInt32], type: Int)] = []
    citations.reserveCapacity(count)
    for citation in try corpus.citations(count) {
      let text = ChainText(citation.text)
      guard text.chain.count > 1, text.chain.count < 300 else { continue }
      let labels = GoldLabels.labels(citation, text)
      citations.append((text, labels))
      if let type = EntryTypes.all.firstIndex(of: citation.type) {
        typed.append((TypeFeatures.read(text.chain, labels), type))
      }
    }
    say("\(citations.count) citations")
    let set = TrainingSet(citations, least: least)
    citations.removeAll()
    say("\(set.keys.count) features, \(set.features.count) places")
    let trainer = Trainer(set: set, gaps: LabelModel.gapClasses, seed: corpus.seed)
    trainer.dropout = dropout
    trainer.sparsity = sparsity
    let held = set.entries.count / 50
    for epoch in 1...max(1, epochs) {
      trainer.rate = epoch == 1 ? 0.2 : epoch < epochs ? 0.15 : 0.05
      let loss = trainer.epoch(held..<set.entries.count)
      say("pass \(epoch): loss \(loss) a word")
      if epoch == max(1, epochs - 2) { trainer.prune(keep: rows) }
    }
    let types = TypeTrainer(typed, least: 8, keep: typeRows, epochs: 3)
    say("\(types.keys.count) features of types")
    let bytes = ModelFile(transitions: trainer.transitions, words: trainer.table(), types: types.table).bytes
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    say("\(bytes.count) bytes written to \(output)")
    if let model = LabelModel(bytes: bytes) { measure(model) }
  }

  /// How many words of citations that training has not seen get their label.
  private func measure(_ model: LabelModel) {
    let labeller = Labeller(model: model)
    var right = 0
    var words = 0
    var whole = 0
    var entries = 0
    for citation in (try? corpus.unseen(2000)) ?? [] {
      let text = ChainText(citation.text)
      let gold = GoldLabels.labels(citation, text)
      let found = labeller.label(text.chain).labels
      let same = zip(gold, found).count { $0 == $1 }
      right += same
      words += gold.count
      entries += 1
      if same == gold.count { whole += 1 }
    }
    print("unseen: words \(Double(right) / Double(max(1, words))), whole \(Double(whole) / Double(max(1, entries)))")
  }
}
