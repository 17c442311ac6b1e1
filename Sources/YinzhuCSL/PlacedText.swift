import YinzhuModel

/// A printed text with the place of everything that the record gave.
package struct PlacedText: Sendable, Hashable {
  /// A variable at a place, without the labels, terms and affixes around it. All names of a variable are one part,
  /// with what stands between them and `et al.` behind them.
  package struct Part: Sendable, Hashable {
    package var variable: Variable
    /// In UTF-8 bytes of the text.
    package var range: Range<Int>

    package init(variable: Variable, range: Range<Int>) {
      self.variable = variable
      self.range = range
    }
  }

  package var text: String
  /// In the order of the text; none is empty, none overlaps another.
  package var parts: [Part]

  package init(text: String, parts: [Part]) {
    self.text = text
    self.parts = parts
  }
}

extension Processor {
  /// The entry of one reference in a bibliography of its own; nil where the style prints none.
  package func placedEntry(_ reference: Reference) -> PlacedText? {
    guard let part = style.bibliography else { return nil }
    let rendered = render(reference, registry([reference]).cite(0), part, .bibliography)
    guard !rendered.tree.isEmpty else { return nil }
    return place(Processor.entry(rendered, part), rendered.locale)
  }

  /// The first citation of one reference; nil where the style prints none.
  package func placedCitation(_ reference: Reference, locator: Locator? = nil) -> PlacedText? {
    let cluster = Cluster(noteIndex: 1, cites: [Cite(reference: reference.id, locator: locator)])
    guard let whole = whole(cluster, [PlacedCite(position: .first)], registry([reference])), !whole.tree.isEmpty else {
      return nil
    }
    return place(whole.tree, whole.locale)
  }

  private func place(_ tree: OutputNode, _ locale: Locale) -> PlacedText {
    PlaceWriter.place(tokens(tree, locale, marksFields: true), locale: locale)
  }
}
