import YinzhuCSL
import YinzhuFormats
import YinzhuModel
import YinzhuText

/// The formats that records are read from and written to.
public enum RecordFormat: String, Sendable, CaseIterable {
  /// CSL-JSON.
  case cslJSON = "csl-json"
  /// CSL-YAML.
  case cslYAML = "csl-yaml"
  /// BibTeX.
  case bibtex
  /// BibLaTeX.
  case biblatex
  /// RIS.
  case ris
  /// EndNote's Refer.
  case enw
  /// NoteExpress.
  case noteExpress = "noteexpress"
  /// RefWorks, and CNKI in its form.
  case refWorks = "refworks"
  /// EndNote's XML.
  case endNoteXML = "endnote-xml"
  /// Word sources, b:Sources XML.
  case word = "word"
  /// MODS 3.7.
  case mods = "mods"
  /// MEDLINE.
  case nbib
  /// Web of Science.
  case webOfScience = "wos"
  /// PubMed's XML.
  case pubMedXML = "pubmed-xml"
  /// MARC 21 in XML.
  case marcXML = "marcxml"
  /// Ovid.
  case ovid
  /// Inspec.
  case inspec
  /// COPAC.
  case copac
  /// Biblioscape.
  case biblioscape
  /// Hayagriva's YAML.
  case hayagriva
  /// Comma separated values.
  case csv
  /// Tab separated values.
  case tsv
  /// Reference lists and notes as text.
  case list

  /// Whether files of the format are read.
  public var isRead: Bool { self != .hayagriva }

  /// Whether files of the format are written.
  public var isWritten: Bool {
    switch self {
    case .nbib, .webOfScience, .list, .pubMedXML, .marcXML, .ovid, .inspec, .copac, .biblioscape: false
    default: true
    }
  }

  /// Whether the ids of records stand in the file as they are; other formats have citation keys.
  public var writesIDs: Bool {
    switch self {
    case .cslJSON, .cslYAML, .csv, .tsv: true
    default: false
    }
  }

  /// What the format is, for the table of formats.
  public var title: String {
    switch self {
    case .cslJSON: "CSL-JSON (the data model itself; nothing is lost)"
    case .cslYAML: "CSL-YAML (CSL-JSON in YAML, for pandoc; nothing is lost)"
    case .bibtex: "BibTeX"
    case .biblatex: "BibLaTeX (biber)"
    case .ris: "RIS (Reference Manager, Zotero, EndNote, most databases)"
    case .enw: "EndNote Refer, .enw (EndNote, Google Scholar, CNKI)"
    case .noteExpress: "NoteExpress (and what CNKI, 万方, 维普 export for it)"
    case .refWorks: "RefWorks Tagged Format (and what CNKI exports for it)"
    case .endNoteXML: "EndNote XML (EndNote, Zotero)"
    case .word: "Word sources, b:Sources XML (Microsoft Word’s source manager)"
    case .mods: "MODS 3.7 (libraries, Zotero, bibutils)"
    case .nbib: "MEDLINE, .nbib (PubMed)"
    case .webOfScience: "Web of Science, tagged (.ciw, .isi)"
    case .pubMedXML: "PubMed XML"
    case .marcXML: "MARC 21 in XML (library catalogues)"
    case .ovid: "Ovid"
    case .inspec: "Inspec"
    case .copac: "COPAC"
    case .biblioscape: "Biblioscape"
    case .hayagriva: "Hayagriva YAML (typst)"
    case .csv: "tables, comma separated (Excel, Zotero’s CSV; --columns chooses)"
    case .tsv: "tables, tab separated"
    case .list: "one reference a line, such as CNKI’s “GB/T 7714” text (`yinzhu cite` writes such lists)"
    }
  }

  /// What was written is read again: a loss that its writer didn't know of is said too.
  private func checked(
    _ written: (text: String, diagnostics: [Diagnostic]), _ references: [Reference], _ keys: CitationKeys
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let back = read(SourceText(name: "", text: written.text)).references
    let unsaid = RecordDifferences.unsaid(
      references, readBack: back, keys: keys.keys(for: references), said: written.diagnostics,
      format: self == .bibtex ? "BibTeX" : "BibLaTeX")
    return (written.text, written.diagnostics + unsaid)
  }

  private func table(_ columns: [String]?) -> DelimitedFormat {
    var format = self == .tsv ? DelimitedFormat.tsv : .csv
    format.columns = columns
    return format
  }

  /// The table of a format that has one.
  package var mapping: FormatMapping? {
    switch self {
    case .endNoteXML: EndNoteXML.mapping
    case .word: WordXML.mapping
    case .mods: MODS.mapping
    case .csv, .tsv: DelimitedMapping.mapping
    case .pubMedXML: PubMedXML.mapping
    case .marcXML: MARCXML.mapping
    default: tagged?.mapping
    }
  }

  private var tagged: TaggedFormat? {
    switch self {
    case .ris: .ris
    case .enw: .enw
    case .noteExpress: .noteExpress
    case .refWorks: .refWorks
    case .nbib: .medline
    case .webOfScience: .webOfScience
    case .ovid: .ovid
    case .inspec: .inspec
    case .copac: .copac
    case .biblioscape: .biblioscape
    default: nil
    }
  }

  /// Of BibTeX and BibLaTeX, which of the two.
  public var dialect: BibTeXWriter.Dialect? {
    switch self {
    case .bibtex: .bibtex
    case .biblatex: .biblatex
    default: nil
    }
  }

  /// Reads the records of a source.
  public func read(_ source: SourceText) -> (references: [Reference], diagnostics: [Diagnostic]) {
    switch self {
    case .cslJSON: CSLJSON.read(source)
    case .cslYAML: CSLYAML.read(source)
    case .bibtex: BibTeXReader(dialect: .bibtex).read(source)
    case .biblatex: BibTeXReader(dialect: .biblatex).read(source)
    case .ris, .enw, .noteExpress, .refWorks, .nbib, .webOfScience, .ovid, .inspec, .copac, .biblioscape:
      tagged?.read(source) ?? ([], [])
    case .pubMedXML: PubMedXML.read(source)
    case .marcXML: MARCXML.read(source)
    case .endNoteXML: EndNoteXML.read(source)
    case .word: WordXML.read(source)
    case .mods: MODS.read(source)
    case .csv: DelimitedFormat.csv.read(source)
    case .tsv: DelimitedFormat.tsv.read(source)
    case .list: PrintedReferences.read(source)
    case .hayagriva: ([], [])
    }
  }

  /// Writes records, and says what the format can't hold. Records without a key of their own get one by `keys`.
  ///
  /// - Parameter columns: of tables; nil for all that are used.
  public func write(
    _ references: [Reference], keys: CitationKeys, columns: [String]? = nil
  ) -> (text: String, diagnostics: [Diagnostic]) {
    switch self {
    case .cslJSON: (String(decoding: CSLJSON.write(references), as: UTF8.self), [])
    case .cslYAML: (CSLYAML.write(references), [])
    case .bibtex: checked(BibTeXWriter(dialect: .bibtex, keys: keys).write(references), references, keys)
    case .biblatex: checked(BibTeXWriter(dialect: .biblatex, keys: keys).write(references), references, keys)
    case .ris, .enw, .noteExpress, .refWorks: tagged?.write(references, keys: keys) ?? ("", [])
    case .endNoteXML: EndNoteXML.write(references, keys: keys)
    case .word: WordXML.write(references, keys: keys)
    case .mods: MODS.write(references, keys: keys)
    case .hayagriva: HayagrivaWriter.write(references, keys: keys)
    case .nbib, .webOfScience, .list, .pubMedXML, .marcXML, .ovid, .inspec, .copac, .biblioscape: ("", [])
    case .csv, .tsv: table(columns).write(references)
    }
  }
}

extension RecordFormat {
  /// The format of a name on the command line, or of the ending of its files.
  public init?(named name: String) {
    let aliases: [String: RecordFormat] = [
      "json": .cslJSON, "csljson": .cslJSON, "yaml": .cslYAML, "cslyaml": .cslYAML, "bib": .biblatex, "refer": .enw,
      "endnote": .endNoteXML, "cnki": .refWorks, "ne": .noteExpress,
    ]
    guard let format = RecordFormat(rawValue: name) ?? aliases[name.lowercased()] else { return nil }
    self = format
  }
}

/// Citation keys as ids: records that were read from notes get the key that BibTeX would give them.
public enum KeyedReferences {
  /// The same records with their citation keys as ids.
  public static func named(_ references: [Reference], keys: CitationKeys) -> [Reference] {
    zip(references, keys.keys(for: references)).map { reference, key in
      var reference = reference
      reference.id = ReferenceID(rawValue: key)
      return reference
    }
  }
}
