import YinzhuModel

extension TaggedFormat {
  /// MEDLINE (`.nbib`), as PubMed exports it; read only.
  public static let medline = TaggedFormat(
    MEDLINEMapping.mapping, syntax: .medline, keyTag: nil, habits: MEDLINEMapping.readHabits)
}

/// The tables between CSL and MEDLINE.
///
/// Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions".
enum MEDLINEMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  static let mapping = mapping(format: "nbib", title: "MEDLINE")

  /// The table under the name of another form of the same data.
  static func mapping(format: String, title: String) -> FormatMapping {
    FormatMapping(
      format: format, title: title, source: "NLM, “MEDLINE/PubMed Data Element (Field) Descriptions”", types: types,
      fallbackType: "Journal Article", fields: fields)
  }

  private static let types: [TypeRow] = [
    TypeRow(.articleJournal, "Journal Article"), TypeRow(.chapter, "Book Chapter"), TypeRow(.book, "Book"),
    TypeRow(.book, "Monograph"), TypeRow(.articleNewspaper, "Newspaper Article"),
    TypeRow(.thesis, "Academic Dissertation"),
    TypeRow(.report, "Technical Report"), TypeRow(.review, "Book Review"), TypeRow(.dataset, "Dataset"),
    TypeRow(.paperConference, "Congress"), TypeRow(.paperConference, "Congresses"),
    TypeRow(.legislation, "Legislation"),
    TypeRow(.legalCase, "Legal Case"), TypeRow(.article, "Preprint"), TypeRow(.interview, "Interview"),
    TypeRow(.webpage, "Webcast"), TypeRow(.articleJournal, "Review"), TypeRow(.articleJournal, "Letter"),
    TypeRow(.articleJournal, "Editorial"), TypeRow(.articleJournal, "Comment"),
    TypeRow(.articleJournal, "Case Reports"),
    TypeRow(.articleJournal, "News"), TypeRow(.articleJournal, "Historical Article"),
  ]

  private static let fields: [FieldRow] = [
    FieldRow(.author, "FAU", "CN"), FieldRow(.editor, "FED", "ED"), FieldRow(.title, "TI", "BTI"),
    FieldRow(.containerTitle, "JT", "BTI", "CTI", "TA"), FieldRow(.containerTitleShort, "TA"),
    FieldRow(.collectionTitle, "CTI"), FieldRow(.originalTitle, "TT"),
    FieldRow(.issued, "DP", "DEP"), FieldRow(.volume, "VI"), FieldRow(.issue, "IP"), FieldRow(.page, "PG"),
    FieldRow(.edition, "EN"), FieldRow(.publisherPlace, "PL"), FieldRow(.publisher, "PB"), FieldRow(.isbn, "ISBN"),
    FieldRow(.issn, "IS"), FieldRow(.doi, "LID", "AID", form: .marked("[doi]")), FieldRow(.pmid, "PMID"),
    FieldRow(.pmcid, "PMC"), FieldRow(.language, "LA"), FieldRow(.abstract, "AB"), FieldRow(.keyword, "MH", "OT"),
    FieldRow(.note, "GN"),
  ]

  /// Names stand twice, in full and short; a record has several types, of which the last says least.
  @Sendable static func readHabits(_ record: inout TaggedRecord) {
    for (full, short) in [("FAU", "AU"), ("FED", "ED")] {
      if record.text(full) != nil {
        record.values.removeAll { $0.tag == short }
      } else {
        record.rename(short, to: full)
      }
    }
    let kinds = record.values.filter { $0.tag == "PT" }.map(\.text)
    let special = kinds.first { kind in
      mapping.type(named: kind).map { $0 != .articleJournal } ?? false
    }
    record.type =
      special
      ?? (kinds.contains("Journal Article") ? "Journal Article" : kinds.first { mapping.type(named: $0) != nil })
    if record.type == nil, !kinds.isEmpty || record.text("JT") != nil { record.type = "Journal Article" }
    if let type = record.type, let index = record.values.firstIndex(where: { $0.tag == "PT" && $0.text == type }) {
      record.values.remove(at: index)
    }
  }
}
