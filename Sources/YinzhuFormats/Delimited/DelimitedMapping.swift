import YinzhuModel

/// The columns of tables: CSL's names are written, those of Zotero's tables and Chinese ones are read too.
package enum DelimitedMapping {
  private typealias TypeRow = FormatMapping.TypeRow
  private typealias FieldRow = FormatMapping.FieldRow

  package static let mapping = FormatMapping(
    format: "csv", title: "table",
    source:
      "RFC 4180; columns are CSL’s variables (CSL 1.0.2, appendix IV), Zotero’s export and Chinese names are read",
    types: ReferenceType.allCases.map { TypeRow($0, $0.rawValue) } + otherTypes, fallbackType: "document",
    fields: CSLJSON.order.map(row) + Variable.allCases.filter { !CSLJSON.order.contains($0) }.map(row),
    hasMarkup: true)

  /// The column of a record's key.
  static let key = "id"
  /// The column of its type.
  static let type = "type"

  /// What a header calls the column; nil for columns that nothing knows.
  package static func column(_ header: String) -> String? { columns[header.lowercased()] }

  private static let columns: [String: String] = {
    var out = [
      "id": key, "key": key, "citation key": key, "citekey": key, "type": type, "item type": type, "类型": type,
      "文献类型": type,
    ]
    for variable in Variable.allCases {
      for name in [variable.rawValue, variable.rawValue.replacing("-", with: " ")] + (aliases[variable] ?? []) {
        if out[name.lowercased()] == nil { out[name.lowercased()] = variable.rawValue }
      }
    }
    // The year alone is used where the date says no more.
    for name in ["year", "publication year", "年", "年份", "出版年", "发表年份"] { out[name] = yearColumn }
    return out
  }()

  /// The tag of a column that holds only the year.
  static let yearColumn = "year"

  private static func row(_ variable: Variable) -> FieldRow {
    let name = variable.rawValue
    switch variable.kind {
    case .names: return FieldRow(variable, name, form: .joinedNames)
    case .date where variable == .issued: return FieldRow(variable, name, yearColumn, form: .date(year: nil, .edtf))
    case .date: return FieldRow(variable, name, form: .date(year: nil, .edtf))
    case .text, .number:
      switch variable {
      case .page: return FieldRow(variable, name, form: .pages)
      case .language: return FieldRow(variable, name, form: .language)
      case .doi: return FieldRow(variable, name, form: .doi)
      default: return FieldRow(variable, name, form: .text)
      }
    }
  }

  private static let aliases: [Variable: [String]] = [
    .title: ["标题", "题名", "篇名", "书名"], .author: ["authors", "作者", "著者", "责任者"], .editor: ["editors", "编者", "主编"],
    .translator: ["译者"], .containerTitle: ["publication title", "journal", "刊名", "来源", "期刊", "文献来源", "book title"],
    .containerTitleShort: ["journal abbreviation"], .titleShort: ["short title"],
    .issued: ["date", "日期", "发表时间", "出版日期"],
    .publisher: ["出版社", "出版者", "单位"], .publisherPlace: ["place", "出版地", "city"], .volume: ["卷", "卷号"],
    .issue: ["期", "期号", "number (issue)"], .page: ["pages", "页码", "页", "起止页码"], .abstract: ["abstract note", "摘要"],
    .keyword: ["keywords", "manual tags", "关键词", "tags"], .numberOfPages: ["num pages", "总页数"],
    .numberOfVolumes: ["number of volumes"], .collectionTitle: ["series", "series title", "丛书"],
    .collectionNumber: ["series number"], .collectionEditor: ["series editor"], .containerAuthor: ["book author"],
    .url: ["url", "link", "链接", "网址"], .doi: ["doi"], .isbn: ["isbn"], .issn: ["issn"],
    .accessed: ["access date", "访问日期"],
    .language: ["语种", "语言"], .genre: ["thesis type"], .edition: ["版次", "版本"], .note: ["extra", "notes", "备注"],
    .source: ["library catalog", "来源库", "src"], .archiveLocation: ["archive location"],
    .callNumber: ["call number", "索书号"],
    .eventTitle: ["conference name", "会议名称"], .eventPlace: ["conference place"], .archive: ["archive"],
    .scriptWriter: ["scriptwriter"], .reviewedAuthor: ["reviewed author"], .number: ["号"],
  ]

  private static let otherTypes: [TypeRow] = [
    TypeRow(.articleJournal, "journalArticle", isReadOnly: true), TypeRow(.articleJournal, "期刊", isReadOnly: true),
    TypeRow(.articleJournal, "期刊文章", isReadOnly: true), TypeRow(.articleJournal, "J", isReadOnly: true),
    TypeRow(.articleMagazine, "magazineArticle", isReadOnly: true),
    TypeRow(.articleNewspaper, "newspaperArticle", isReadOnly: true),
    TypeRow(.articleNewspaper, "报纸", isReadOnly: true),
    TypeRow(.articleNewspaper, "N", isReadOnly: true), TypeRow(.chapter, "bookSection", isReadOnly: true),
    TypeRow(.book, "图书", isReadOnly: true), TypeRow(.book, "专著", isReadOnly: true),
    TypeRow(.book, "M", isReadOnly: true),
    TypeRow(.paperConference, "conferencePaper", isReadOnly: true), TypeRow(.paperConference, "会议论文", isReadOnly: true),
    TypeRow(.paperConference, "C", isReadOnly: true), TypeRow(.thesis, "学位论文", isReadOnly: true),
    TypeRow(.thesis, "D", isReadOnly: true), TypeRow(.report, "R", isReadOnly: true),
    TypeRow(.patent, "P", isReadOnly: true),
    TypeRow(.standard, "S", isReadOnly: true), TypeRow(.postWeblog, "blogPost", isReadOnly: true),
    TypeRow(.entryEncyclopedia, "encyclopediaArticle", isReadOnly: true),
    TypeRow(.entryDictionary, "dictionaryEntry", isReadOnly: true), TypeRow(.legalCase, "case", isReadOnly: true),
    TypeRow(.legislation, "statute", isReadOnly: true), TypeRow(.motionPicture, "film", isReadOnly: true),
    TypeRow(.graphic, "artwork", isReadOnly: true), TypeRow(.speech, "presentation", isReadOnly: true),
    TypeRow(.software, "computerProgram", isReadOnly: true),
    TypeRow(.personalCommunication, "letter", isReadOnly: true),
    TypeRow(.broadcast, "tvBroadcast", isReadOnly: true), TypeRow(.article, "preprint", isReadOnly: true),
  ]
}
