import YinzhuModel

/// What messages call the variables of a record that was read from a note.
enum FieldNames {
  static func wording(_ variable: Variable) -> Wording {
    switch variable {
    case .author: Wording("author", "责任者")
    case .editor: Wording("editor", "编者")
    case .translator: Wording("translator", "译者")
    case .title: Wording("title", "题名")
    case .containerTitle: Wording("name of the journal or host", "刊名（析出文献出处）")
    case .collectionTitle: Wording("series", "丛书名")
    case .publisher: Wording("publisher", "出版者")
    case .publisherPlace: Wording("place of publication", "出版地")
    case .issued: Wording("date", "日期")
    case .accessed: Wording("date of access", "访问日期")
    case .volume: Wording("volume", "卷")
    case .issue: Wording("issue", "期")
    case .number: Wording("number", "编号")
    case .page: Wording("pages", "页码")
    case .locator: Wording("cited page", "引用页码")
    case .edition: Wording("edition", "版次")
    case .genre: Wording("genre", "类型")
    case .url: Wording("URL", "网址")
    case .doi: Wording("DOI", "DOI")
    case .isbn: Wording("ISBN", "ISBN")
    case .issn: Wording("ISSN", "ISSN")
    default: Wording(variable.rawValue, variable.rawValue)
    }
  }
}
