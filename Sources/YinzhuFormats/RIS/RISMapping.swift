import YinzhuModel

/// The tables between CSL and RIS: read from left to right by the writer, from right to left by a reader.
///
/// Source: the tag lists of Research Information Systems (RIS format specifications, 2001 and 2011); where programs
/// disagree, what Zotero and EndNote both read.
package enum RISMapping {
  /// One relation of types; the first row of a tag is what a reader takes.
  package struct TypeRow: Sendable, Hashable {
    /// The type in CSL.
    package let type: ReferenceType
    /// What `TY` says.
    package let tag: String

    init(_ type: ReferenceType, _ tag: String) {
      self.type = type
      self.tag = tag
    }
  }

  /// One relation of a variable and a tag.
  package struct FieldRow: Sendable, Hashable {
    /// The variable in CSL.
    package let variable: Variable
    /// The tag.
    package let tag: String
    /// The types that the row holds for; empty for all. Of several rows of a variable, the first that holds counts.
    package let types: Set<ReferenceType>

    init(_ variable: Variable, _ tag: String, types: Set<ReferenceType> = []) {
      self.variable = variable
      self.tag = tag
      self.types = types
    }

    func holds(for type: ReferenceType) -> Bool { types.isEmpty || types.contains(type) }
  }

  /// Types.
  package static let types: [TypeRow] = [
    TypeRow(.articleJournal, "JOUR"), TypeRow(.articleMagazine, "MGZN"), TypeRow(.articleNewspaper, "NEWS"),
    TypeRow(.book, "BOOK"), TypeRow(.chapter, "CHAP"), TypeRow(.paperConference, "CPAPER"), TypeRow(.thesis, "THES"),
    TypeRow(.report, "RPRT"), TypeRow(.webpage, "ELEC"), TypeRow(.postWeblog, "BLOG"), TypeRow(.patent, "PAT"),
    TypeRow(.standard, "STAND"), TypeRow(.legislation, "STAT"), TypeRow(.bill, "BILL"), TypeRow(.legalCase, "CASE"),
    TypeRow(.hearing, "HEAR"), TypeRow(.map, "MAP"), TypeRow(.manuscript, "MANSCPT"), TypeRow(.pamphlet, "PAMP"),
    TypeRow(.dataset, "DATA"), TypeRow(.software, "COMP"), TypeRow(.motionPicture, "MPCT"),
    TypeRow(.broadcast, "VIDEO"), TypeRow(.song, "SOUND"), TypeRow(.musicalScore, "MUSIC"), TypeRow(.graphic, "ART"),
    TypeRow(.figure, "FIGURE"), TypeRow(.personalCommunication, "PCOMM"), TypeRow(.entryDictionary, "DICT"),
    TypeRow(.entryEncyclopedia, "ENCYC"), TypeRow(.classic, "CLSWK"), TypeRow(.periodical, "JFULL"),
    TypeRow(.document, "GEN"), TypeRow(.review, "JOUR"), TypeRow(.reviewBook, "JOUR"), TypeRow(.entry, "ENCYC"),
    TypeRow(.post, "ELEC"), TypeRow(.regulation, "STAT"),
  ]

  /// Variables and tags, in the order in which they are written.
  package static let fields: [FieldRow] = [
    FieldRow(.author, "AU"), FieldRow(.editor, "A2"), FieldRow(.collectionEditor, "A3"), FieldRow(.translator, "A4"),
    FieldRow(.title, "TI"), FieldRow(.titleShort, "ST"), FieldRow(.containerTitle, "T2"),
    FieldRow(.containerTitleShort, "JO"), FieldRow(.eventTitle, "T2"), FieldRow(.collectionTitle, "T3"),
    FieldRow(.issued, "PY"), FieldRow(.volume, "VL"), FieldRow(.issue, "IS"), FieldRow(.number, "M1"),
    FieldRow(.page, "SP"), FieldRow(.numberOfPages, "SP", types: [.book, .thesis, .report, .pamphlet]),
    FieldRow(.numberOfVolumes, "NV"), FieldRow(.edition, "ET"), FieldRow(.section, "SE"), FieldRow(.genre, "M3"),
    FieldRow(.publisherPlace, "CY"), FieldRow(.publisher, "PB"), FieldRow(.isbn, "SN"), FieldRow(.issn, "SN"),
    FieldRow(.doi, "DO"), FieldRow(.url, "UR"), FieldRow(.accessed, "Y2"), FieldRow(.language, "LA"),
    FieldRow(.archive, "DP"), FieldRow(.archiveLocation, "AV"), FieldRow(.callNumber, "CN"),
    FieldRow(.abstract, "AB"), FieldRow(.keyword, "KW"), FieldRow(.note, "N1"),
  ]
}
