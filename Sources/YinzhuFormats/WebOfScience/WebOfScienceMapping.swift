import YinzhuModel

extension TaggedFormat {
  /// Web of Science's tagged export (`.ciw`, `.isi`); read only.
  public static let webOfScience = TaggedFormat(
    WebOfScienceMapping.mapping, syntax: .webOfScience, keyTag: nil, habits: WebOfScienceMapping.readHabits)
}

/// The tables between CSL and Web of Science.
///
/// Source: Clarivate, "Web of Science Core Collection Field Tags".
enum WebOfScienceMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = FormatMapping(
    format: "wos", title: "Web of Science", source: "Clarivate, “Web of Science Core Collection Field Tags”",
    types: types,
    fallbackType: "J", fields: fields)

  private static let types: [TypeRow] = [
    TypeRow(.articleJournal, "J"), TypeRow(.book, "B"), TypeRow(.articleJournal, "S"), TypeRow(.patent, "P"),
    TypeRow(.paperConference, "C"), TypeRow(.chapter, chapter), TypeRow(.articleJournal, "Journal"),
    TypeRow(.paperConference, "Conference"), TypeRow(.book, "Book"), TypeRow(.articleMagazine, "Magazine"),
    TypeRow(.standard, "Standard"),
  ]

  /// What a book of which the record is a part is called here.
  static let chapter = "B (part)"

  private static let papers: Set<ReferenceType> = [.paperConference]

  private static let fields: [FieldRow] = [
    FieldRow(.author, "AF", "AU", "GP", "CA"), FieldRow(.organizer, "GP (group)"),
    FieldRow(.containerAuthor, "BF", "BA"), FieldRow(.editor, "BE", "ED"),
    FieldRow(.title, "TI"), FieldRow(.title, "SO", types: [.book]), FieldRow(.containerTitle, "SO", "JO"),
    FieldRow(.containerTitleShort, "JI", "J9"),
    FieldRow(.collectionTitle, "SE"), FieldRow(.eventTitle, "CT"), FieldRow(.eventPlace, "CL"),
    FieldRow(.eventDate, "CY"), FieldRow(.issued, "PD", "PY", form: .date(year: "PY", .plain)), FieldRow(.volume, "VL"),
    FieldRow(.issue, "IS"), FieldRow(.page, "BP", form: .pageRange(last: "EP")),
    FieldRow(.page, "PS", "AR", isReadOnly: true),
    FieldRow(.number, "PN", types: [.patent]), FieldRow(.number, "AR"), FieldRow(.numberOfPages, "PG"),
    FieldRow(.publisher, "PU"), FieldRow(.publisherPlace, "PI", "PA"), FieldRow(.isbn, "BN"),
    FieldRow(.issn, "SN", "EI"),
    FieldRow(.doi, "DI", "D2"), FieldRow(.pmid, "PM"), FieldRow(.archiveLocation, "UT", "AN"),
    FieldRow(.language, "LA"),
    FieldRow(.abstract, "AB"), FieldRow(.keyword, "DE", "ID"), FieldRow(.genre, "DT"), FieldRow(.url, "UR", "UL"),
  ]

  @Sendable static func readHabits(_ record: inout TaggedRecord) {
    for (full, short) in [("AF", "AU"), ("BF", "BA")] where record.text(full) != nil {
      record.values.removeAll { $0.tag == short }
    }
    // A group beside authors organised the work.
    if record.text("AF") != nil || record.text("AU") != nil { record.rename("GP", to: "GP (group)") }
    // An address behind a name: `Medvedeff, Cassandra A. (medvedeff22@ufl.edu)`.
    for index in record.values.indices where ["AU", "AF", "BE"].contains(record.values[index].tag) {
      let text = record.values[index].text
      if text.hasSuffix(")"), let open = text.firstIndex(of: "("), text[open...].contains("@") {
        record.values[index].content = .text(DateText.trimmed(String(text[..<open])))
      }
    }
    let isMeeting = record.text("CT") != nil || record.text("DT")?.contains("Proceedings Paper") == true
    if record.type == "B", isMeeting { record.type = "C" }
    if record.type == "B", record.text("TI") != nil, record.text("SO") != nil { record.type = chapter }
  }
}
