import YinzhuText

/// One bibliographic record in the CSL-JSON data model (CSL 1.0.2): the only model there is, for parser, formats and styles.
public struct Reference: Sendable, Hashable {
  /// A key of an imported record that the data model has no variable for, kept so that it comes back on export.
  public struct ForeignField: Sendable, Hashable {
    /// Format it came from: `csl-json`, `bibtex`, ….
    public var format: String
    /// Its key there.
    public var key: String
    /// Its value; text formats give strings.
    public var value: JSONValue
    /// Where it stands.
    public var span: SourceSpan

    /// A foreign key with its value.
    public init(format: String, key: String, value: JSONValue, span: SourceSpan = SourceSpan(start: 0, end: 0)) {
      self.format = format
      self.key = key
      self.value = value
      self.span = span
    }
  }

  /// A member of CSL-JSON's `custom` object, with its places where it was read from a note (`quoted-work`).
  public struct CustomField: Sendable, Hashable {
    /// Key inside `custom`.
    public var key: String
    /// Its value.
    public var value: JSONValue
    /// Where it comes from.
    public var provenance: Provenance

    /// A custom member.
    public init(key: String, value: JSONValue, provenance: Provenance) {
      self.key = key
      self.value = value
      self.provenance = provenance
    }
  }

  /// The id within its list.
  public var id: ReferenceID
  /// The type of the item.
  public var type: ReferenceType
  /// The variables.
  public var fields: [Variable: Field]
  /// Members of `custom`, in order.
  public var custom: [CustomField]
  /// Keys without a variable, in order.
  public var foreign: [ForeignField]
  /// Where the record as a whole stands; nil when it was built by hand.
  public var span: SourceSpan?

  /// A record without fields.
  public init(id: ReferenceID, type: ReferenceType) {
    self.id = id
    self.type = type
    fields = [:]
    custom = []
    foreign = []
  }

  /// The field of a variable.
  public subscript(variable: Variable) -> Field? {
    get { fields[variable] }
    set { fields[variable] = newValue }
  }

  /// The plain text of a variable; nil when it is absent or holds names or a date.
  public func text(_ variable: Variable) -> String? { fields[variable]?.plainText }

  /// The names of a variable; empty when it is absent.
  public func names(_ variable: Variable) -> [Name] { fields[variable]?.names?.names ?? [] }

  /// The date of a variable.
  public func date(_ variable: Variable) -> DateValue? { fields[variable]?.date }

  /// BCP 47 tag of the item's language, as its `language` field says.
  public var language: String? { text(.language) }

  /// Sets a variable to text of unknown origin: for callers that build records by hand.
  public mutating func set(_ variable: Variable, text: String) {
    let value: Field.Value = variable.kind == .number ? .number(text) : .text(RichText(plain: text))
    fields[variable] = Field(value, .edited)
  }

  /// Sets a variable to names of unknown origin.
  public mutating func set(_ variable: Variable, names: [Name], hasOthers: Bool = false) {
    fields[variable] = Field(.names(NameList(names, hasOthers: hasOthers)), .edited)
  }

  /// Sets a variable to a date of unknown origin.
  public mutating func set(_ variable: Variable, date: DateValue) {
    fields[variable] = Field(.date(date), .edited)
  }
}
