/// A JSON value that keeps what records need kept: the order of keys, duplicate keys, numbers as they were written.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` and `false`.
  case bool(Bool)
  /// A number by its own characters, so that `1.0` and big integers survive.
  case number(String)
  /// A string, unescaped.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object: pairs in their order.
  case object([Member])

  /// One pair of an object.
  public struct Member: Hashable, Sendable {
    /// The key, unescaped.
    public var key: String
    /// Its value.
    public var value: JSONValue
    /// Where the pair stands in the source; empty when it was built by hand.
    public var span: SourceSpan

    /// A pair.
    public init(key: String, value: JSONValue, span: SourceSpan = SourceSpan(start: 0, end: 0)) {
      self.key = key
      self.value = value
      self.span = span
    }

    /// Two pairs are equal by content; where they stood doesn't count.
    public static func == (a: Member, b: Member) -> Bool { a.key == b.key && a.value == b.value }

    /// By content.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  /// An integer.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// An object from pairs without places.
  public static func object(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { Member(key: $0.key, value: $0.value) })
  }

  /// The string, if this is one.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements, if this is an array.
  public var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The pairs, if this is an object.
  public var members: [Member]? {
    if case .object(let value) = self { value } else { nil }
  }

  /// A whole number, or a string that is one.
  public var integer: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    case .null, .bool, .array, .object: nil
    }
  }

  /// A string, or a number as it was written; nil for the rest.
  public var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// The last value of a key, as JavaScript reads duplicates.
  public subscript(key: String) -> JSONValue? {
    members?.last { $0.key == key }?.value
  }
}
