import YinzhuModel

/// Makes a list of works out of citations.
public enum Bibliography {
  /// The works that the items cite in full, each once, in the order of their first citation.
  ///
  /// Two records are one work when type, title, host, authors and date are equal; the fields that only the later one
  /// has are not added, so that every field stands where the record says.
  public static func merged(_ items: [CitationItem]) -> [Reference] {
    var seen: Set<Key> = []
    return items.compactMap { item in
      guard let reference = item.reference, item.form == .full, seen.insert(Key(reference)).inserted else { return nil }
      return reference
    }
  }

  private struct Key: Hashable {
    var type: ReferenceType
    var texts: [String?]
    var authors: [String]
    var issued: DateValue?

    init(_ reference: Reference) {
      type = reference.type
      texts = [.title, .containerTitle, .publisher, .volume, .issue, .edition, .url].map { reference.text($0) }
      authors = (reference.names(.author) + reference.names(.editor)).map(\.displayed)
      issued = reference.date(.issued)
    }
  }
}
