import YinzhuModel

/// Why a stretch of a note was read as it was: the patterns that can read it, best first.
public struct ParseExplanation: Sendable {
  /// What one pattern made of the stretch.
  public struct Reading: Sendable {
    /// The pattern.
    public var pattern: PatternID
    /// Its total; the highest wins.
    public var score: Float
    /// The parts that slots read, in order of the text.
    public var parts: [Part]
  }

  /// The text that one slot read.
  public struct Part: Sendable {
    /// What the slot looks for.
    public var shape: String
    /// The variable that it fills; nil where the shape fills several of its own, or none.
    public var variable: Variable?
    /// What stands there, widths folded.
    public var text: String
    /// How much it looks like what the slot looks for.
    public var score: Float
    /// Where weights decided: the answers about its first word that spoke most for it, with their weights.
    public var reasons: [(question: String, weight: Float)] = []
  }

  /// The stretch, widths folded.
  public var text: String
  /// The readings, best first.
  public var readings: [Reading]
  /// Why the best reading was not taken as a citation; nil where it was.
  public var refusal: String?

  init(text: TokenizedText, range: Range<Int>, matches: [Match]) {
    self.text = text.string(range)
    readings = matches.sorted { $0.score > $1.score }.map { match in
      Reading(
        pattern: match.pattern.id, score: match.score,
        parts: match.filled.map { filled in
          Part(
            shape: String(describing: filled.slot.shape), variable: filled.slot.variable,
            text: text.string(filled.range), score: filled.score)
        })
    }
  }

  /// What the label model made of an entry: one part for each run of words with one label.
  init(_ reader: LabelledReader, _ labeller: Labeller, _ labels: Labeller.Labels, refusal: String?) {
    self.refusal = refusal
    let text = reader.chain.text
    self.text = text.string(reader.chain.range)
    var word = 0
    let parts = reader.runs(labels.labels).map { run in
      let first = word
      while word < reader.chain.count, run.range.contains(reader.chain.links[word].token) { word += 1 }
      return Part(
        shape: String(describing: run.label), variable: nil, text: text.string(run.range), score: 0,
        reasons: labeller.reasons(reader.chain, labels.labels, word: first).prefix(3).map {
          (String(describing: $0.template), $0.weight)
        })
    }
    readings = [Reading(pattern: LabelledReader.pattern, score: labels.logProbability, parts: parts)]
  }
}
