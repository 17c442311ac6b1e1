import YinzhuText

/// Reads and writes CSL-JSON (CSL 1.0.2, `csl-data.json`), the form in which all other tools take records.
///
/// What the data model has no place for is kept in `Reference.foreign` and comes back when the record is written.
/// A member of a name or a date that the model doesn't know is kept under a path: `author/0/isInstitution`.
public enum CSLJSON {
  /// The name of the format in provenance and foreign keys.
  public static let format = "csl-json"

  /// The member of `custom` that holds keys of other formats, by format.
  static let foreignKey = "foreign"

  /// Reads an array of items, one item, `{"items": […]}`, or JSON Lines with an item a line.
  ///
  /// Nothing stops the reading: an element that is no JSON is reported with its place and the others are read.
  public static func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var file = CSLJSONFile(source)
    file.read()
    return (file.references, file.diagnostics)
  }

  /// The record of one item; nil when the value is no JSON object.
  ///
  /// - Parameters:
  ///   - value: an item.
  ///   - span: where it stands, in bytes of the decoded source; the members of `value` carry their own places.
  ///   - ordinal: its ordinal in the file, from 1; names an item without an id (`item-3`).
  public static func reference(
    _ value: JSONValue, span: SourceSpan?, ordinal: Int = 1
  ) -> (reference: Reference, diagnostics: [Diagnostic])? {
    guard let members = value.members else { return nil }
    var item = CSLJSONItem(members: members, span: span, ordinal: ordinal)
    item.read()
    return (item.reference, item.diagnostics)
  }

  /// The file: an array with two-space indent and a final line break.
  ///
  /// - Parameter jobs: how many cores may work on it.
  public static func write(_ references: [Reference], jobs: Int = 1) -> [UInt8] {
    var stream = CSLJSONStream(jobs: jobs)
    stream.append(references)
    return stream.finish()
  }

  /// The item of a record, its keys in the order that `CSLJSON.order` tells.
  public static func item(_ reference: Reference) -> JSONValue {
    .object(CSLJSONItemWriter(reference).members())
  }

  /// The order in which variables are written after `id` and `type`. `custom` follows, then variables that aren't
  /// listed here in the order of `Variable.allCases`, then foreign keys.
  public static let order: [Variable] = [
    .title, .titleShort, .partTitle, .volumeTitle,
    .author, .editor, .translator, .compiler, .collectionEditor, .containerAuthor, .originalAuthor, .reviewedAuthor,
    .director, .composer, .performer, .producer, .interviewer, .recipient, .illustrator, .contributor,
    .containerTitle, .containerTitleShort, .collectionTitle, .collectionNumber, .eventTitle, .event, .eventPlace,
    .eventDate, .genre, .edition, .publisherPlace, .publisher, .authority, .jurisdiction, .issued, .volume,
    .numberOfVolumes, .issue, .supplement, .number, .chapterNumber, .part, .section, .page, .pageFirst,
    .numberOfPages, .version, .medium, .originalTitle, .originalPublisherPlace, .originalPublisher, .originalDate,
    .archivePlace, .archive, .archiveCollection, .archiveLocation, .callNumber, .source, .isbn, .issn, .pmid, .pmcid,
    .doi, .url, .accessed, .language, .abstract, .keyword, .note,
  ]

  /// All variables in the order in which they are written.
  static let fullOrder: [Variable] = {
    let listed = Set(order)
    return order + Variable.allCases.filter { !listed.contains($0) }
  }()

  /// The place of each variable in that order, by its ordinal.
  private static let ranks: [UInt8] = {
    var out = [UInt8](repeating: 0, count: Variable.allCases.count)
    for (rank, variable) in fullOrder.enumerated() { out[variable.ordinal] = UInt8(clamping: rank) }
    return out
  }()

  /// Whether a variable stands before `custom`.
  static func isListed(_ variable: Variable) -> Bool { Int(ranks[variable.ordinal]) < order.count }

  /// Where the fields of a record stand in its dictionary, in the order in which they are written. These are sorted, not the
  /// fields, which are large.
  static func places(_ fields: [Variable: Field]) -> [(rank: UInt8, index: Dictionary<Variable, Field>.Index)] {
    var places: [(rank: UInt8, index: Dictionary<Variable, Field>.Index)] = []
    places.reserveCapacity(fields.count)
    for index in fields.indices { places.append((ranks[fields.keys[index].ordinal], index)) }
    places.sort { $0.rank < $1.rank }
    return places
  }

  /// The fields of a record in the order in which they are written.
  static func ordered(_ fields: [Variable: Field]) -> [(variable: Variable, field: Field)] {
    places(fields).map { (fields.keys[$0.index], fields.values[$0.index]) }
  }
}
