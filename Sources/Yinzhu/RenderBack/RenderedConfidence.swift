import YinzhuModel

/// How sure a reading is once it was written back (docs/confidence.md).
enum RenderedConfidence {
  static func of(_ item: CitationItem, _ rendering: Rendering) -> Double {
    item.parse.confidence
  }
}
