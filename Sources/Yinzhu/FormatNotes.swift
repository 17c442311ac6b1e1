/// What the tables of formats can't say: the habits of programs, and where other programs read a file otherwise.
enum FormatNotes {
  /// What holds for all formats of tags, tables and XML.
  static let common = """
    Common to all formats of tags, tables and XML:

    - A name with a comma is `Family, Given, Suffix`; small words before the family name are its particle. A name in Han script
      is whole. Without a comma, `Catarina Barata` is a person and `World Health Organization` is an institution, by its words;
      a comma at the end, EndNote's custom, makes a name whole, and whole names of several words are written so.
    - Nationality and dynasty of authors stand in the note as `nationality: 美`, as Chinese styles of Zotero read them there.
    - Dates are read in all forms that programs write (`2018/06/11/`, `June 2011`, `2018年6月`, `20180611`, `c. 1990`,
      `1990–1992`, `90 BC`); `6/11/2018` stays in words, since nobody knows which is the month.
    - Of several dates the most precise counts; where programs keep only its year or month, we keep the day.
    - ISBN and ISSN are told apart by their digits, whatever tag they stand under; several are joined by commas.
    - A DOI loses `https://doi.org/` and `doi:`; one that stands in a note again is not kept there.
    - Languages become tags of BCP 47 (`eng` → `en`, `中文` → `zh-CN`).
    - A record of CNKI, 万方 or 维普 with a title in Han script is in Chinese, where it says no language.
    - Addresses of authors are no places of publication; they are kept under their tag.
    """

  /// The heading of a format's section.
  static func heading(_ format: RecordFormat) -> String {
    switch format {
    case .biblatex: "Tables of BibTeX and BibLaTeX"
    case .csv: "csv and tsv"
    default: "`\(format.rawValue)`"
    }
  }

  /// Where the rules of a format are written down.
  static func source(_ format: RecordFormat) -> String {
    switch format {
    case .cslJSON: "CSL 1.0.2, `csl-data.json`"
    case .cslYAML: "CSL 1.0.2; YAML 1.2; pandoc’s manual, “Specifying bibliographic data”"
    case .bibtex: "`btxdoc` (1988), and fields that later styles agree on"
    case .biblatex: "BibLaTeX manual 3.19, sections 2.1 and 2.2"
    case .hayagriva: "Hayagriva, “The Hayagriva YAML file format”"
    case .list: "the grammar of citations (`yinzhu parse`)"
    default: format.mapping?.source ?? ""
    }
  }

  /// Notes on a format, a sentence or two each.
  static func notes(_ format: RecordFormat) -> [String] {
    switch format {
    case .cslJSON:
      [
        "Nothing is lost. Keys of other formats stand in `custom.foreign`, by format: `{\"foreign\": {\"enw\": {\"%+\": \"某地\"}}}`.",
        "Roles without a variable (点校) stand in `custom.roles`, lists that end with 等 in `custom.et-al`.",
      ]
    case .cslYAML:
      [
        "CSL-JSON in YAML under `references:`; read and written, nothing changes. pandoc's older dates (`- year: 2018`) are read.",
        "`yes`, `2001-02-03` and `1e5` are text where YAML 1.1 would take them for something else; they are written in marks.",
        "An item that breaks the grammar is reported, read as far as it goes, and costs no other.",
      ]
    case .bibtex:
      ["Its tables are in the next section, beside those of BibLaTeX."]
    case .ris:
      [
        "What `A2`, `A3`, `T2` and `T3` mean depends on the type, as in EndNote and Zotero: `A2` of a book edits its series. A book with `A2` and neither `A3`, `ED` nor a series has editors (the rules of 2001).",
        "`T2` is the journal before `JF`, and `JO`, `J2`, `JA` its abbreviation where they differ; JabRef takes `JO` for the title of the journal.",
        "`M1`, `N1` and `M3` with nothing but the DOI, and `M1  - 0`, say nothing; `M1` of a journal article is no issue.",
        "`SN` of patents, standards and reports is their number. `U1  - 123[pmid]` is PubMed's identifier.",
        "JabRef puts the second editors of `A2` among the authors, and keeps only the last of several `SN` and `UR`.",
      ]
    case .enw:
      [
        "`%8` may lack the year that `%D` has. `%@` is ISBN, ISSN, or the number of a patent, standard or report.",
        "CNKI: newspapers in `%I` or `%J`, schools in `%J`, a standard as a rule with `%~ 国家标准` and its number in `%V`, a yearbook as one with `%~ 年鉴`, the number of pages in a first `%P`, the organiser of a meeting in `%?`, advisers of theses in `%Y`; pages and issues lose zeros at the start; 博士 becomes 博士学位论文.",
        "Without `%0` (refer), a journal makes an article, a host a chapter, a publisher a book.",
        "The translators of Zotero for Chinese databases write the pages and their number as one (`5, 269-273`), an em dash into numbers of standards, and an address of the DOI where there is none; here the values stay as they are.",
      ]
    case .noteExpress:
      [
        "Values in lines of their own, continued without a tag; several names in one value between semicolons.",
        "`{Secondary Title}` is a series for books and the host for all else; advisers of theses are `{Tertiary Author}`.",
      ]
    case .refWorks:
      [
        "CNKI: a tag without the space behind it (`A1林`), in small letters before a number (`vo 49`), `A1` with names between semicolons or commas, pages in `OP` alone with `+` between ranges, the degree in `CL`, advisers of theses in `A3`, lines of an abstract without a tag; `IS` of a thesis is the issue of CNKI's own edition and is kept as such.",
        "The name in `PB` of a conference paper is the publisher here; Zotero's Chinese translator takes it for the organiser.",
      ]
    case .endNoteXML:
      [
        "`style` with italic, bold, superscript and subscript becomes markup and back; small capitals and `nocase` are lost.",
        "`label` is the key. `alt-title` is a short title of the journal, where it is another than the title.",
        "Files are read without a network, entities are refused, and of a file that is cut off all records before the cut are read.",
        "JabRef puts `auth-address` into the address of the publisher and keeps `Jan` beside the year; we keep the address as it is and read the month.",
      ]
    case .word:
      [
        "A thesis is a Report with a `ThesisType`; Word has few types, and the others share them.",
        "A single institution is `b:Corporate`; among persons it has only a last name.",
        "City, state and country are one place. `LCID` 0 is no language (JabRef: English).",
      ]
    case .mods:
      [
        "The type stands in `genre authority=\"csl\"`, beside the word of the marcgt list where that has one; without either, a host makes an article (with ISSN, volume or issue) or a chapter.",
        "`host/` is `relatedItem type=\"host\"`, `series/` the series, `name:edt` a name with that code of the MARC relators.",
        "Elements without a row are kept in the record under their place; MODS that was read is not given back with all its attributes.",
        "JabRef joins all addresses into one, takes the alternative title for the title and the total of pages for pages.",
      ]
    case .nbib:
      [
        "Full names (`FAU`) count before short ones. Pages stay as PubMed shortens them (`454-81`).",
        "Of several `PT`, the most special that CSL knows counts; the others are kept.",
      ]
    case .webOfScience:
      [
        "Full names (`AF`) count before short ones; a group beside authors (`GP`) organised the work.",
        "A book with a title and a source is a part of it; with a meeting (`CT`, “Proceedings Paper”) it is a conference paper.",
        "Zotero's translator puts points into initials and changes capitals; here they stay.",
      ]
    case .hayagriva: ["Written only: typst reads it."]
    case .csv:
      [
        "The first line names the columns: variables of CSL, columns of Zotero's export, or Chinese names (题名, 作者, 刊名, 年, …). Columns that nothing knows are kept and come back. Semicolons and tabs are found out.",
        "Written are `id`, `type` and every variable that some record has, or those that `--columns` names.",
      ]
    case .list:
      [
        "One reference a line, as CNKI exports “GB/T 7714” and articles print their lists; what each line says is parsed as `yinzhu parse` does. To write such lists, use `yinzhu cite --style gb-t-7714-2015-numeric`."
      ]
    case .pubMedXML:
      [
        "The elements of articles and books become the tags of MEDLINE above; titles keep italics, subscript and superscript."
      ]
    case .marcXML:
      [
        "Fields become values at the places of MODS above; fields without one are kept by number and subfield (`035a`).",
        "JabRef makes `@misc` of books without a type of its own; here they are books, and subtitles belong to titles.",
      ]
    case .ovid: ["`Source` is taken apart where it has the form `Title. volume(issue):pages, date.`"]
    case .biblatex, .tsv, .inspec, .copac, .biblioscape: []
    }
  }
}
