import YinzhuText

/// The value of one variable, with the place or the source that it came from.
public struct Field: Sendable, Hashable {
  /// What a variable can hold.
  public enum Value: Sendable, Hashable {
    /// Text, perhaps with markup.
    case text(RichText)
    /// Names.
    case names(NameList)
    /// A date; indirect, since it is many times as large as the others and every field would be as large.
    indirect case date(DateValue)
    /// A number as printed: `12`, `三`, `5/6`, `B1`.
    case number(String)
  }

  /// The value.
  public var value: Value
  /// Where it comes from.
  public var provenance: Provenance

  /// A field of a value and its provenance.
  public init(_ value: Value, _ provenance: Provenance) {
    self.value = value
    self.provenance = provenance
  }

  /// The value as plain text; names and dates have none.
  public var plainText: String? {
    switch value {
    case .text(let text): text.plain
    case .number(let text): text
    case .names, .date: nil
    }
  }

  /// The names, if this field holds names.
  public var names: NameList? {
    if case .names(let list) = value { list } else { nil }
  }

  /// The date, if this field holds one.
  public var date: DateValue? {
    if case .date(let date) = value { date } else { nil }
  }
}
