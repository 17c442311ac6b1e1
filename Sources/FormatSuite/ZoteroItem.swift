import YinzhuModel
import YinzhuText

/// Items of Zotero's API, as far as the expected records have them.
enum ZoteroItem {
  private static let types: [String: ReferenceType] = [
    "journalArticle": .articleJournal, "newspaperArticle": .articleNewspaper, "magazineArticle": .articleMagazine,
    "book": .book, "bookSection": .chapter, "thesis": .thesis, "conferencePaper": .paperConference, "patent": .patent,
    "standard": .standard, "report": .report, "webpage": .webpage, "statute": .legislation,
  ]

  private static let fields: [String: Variable] = [
    "title": .title, "publicationTitle": .containerTitle, "proceedingsTitle": .containerTitle,
    "bookTitle": .containerTitle,
    "conferenceName": .eventTitle, "volume": .volume, "issue": .issue, "pages": .page, "ISSN": .issn, "ISBN": .isbn,
    "DOI": .doi,
    "url": .url, "university": .publisher, "publisher": .publisher, "thesisType": .genre, "language": .language,
    "place": .publisherPlace, "number": .number, "patentNumber": .number, "numPages": .numberOfPages,
    "journalAbbreviation": .containerTitleShort, "abstractNote": .abstract, "edition": .edition,
    "series": .collectionTitle,
  ]

  static func reference(_ item: JSONValue) -> Reference {
    var out = Reference(id: "x", type: types[item["itemType"]?.string ?? ""] ?? .document)
    for member in item.members ?? [] {
      guard let variable = fields[member.key], let text = member.value.scalarText, !text.isEmpty else { continue }
      out.set(variable, text: text)
    }
    if let text = (item["date"] ?? item["issueDate"])?.string {
      if let date = EDTF.date(text) { out.set(.issued, date: date) }
    }
    var names: [Variable: [Name]] = [:]
    for creator in item["creators"]?.array ?? [] {
      let kind = creator["creatorType"]?.string ?? "author"
      let variable = kind == "inventor" ? Variable.author : Variable(rawValue: kind) ?? .contributor
      let family = creator["lastName"]?.string ?? ""
      let given = creator["firstName"]?.string ?? ""
      names[variable, default: []].append(given.isEmpty ? Name(literal: family) : Name(family: family, given: given))
    }
    for (variable, list) in names { out.set(variable, names: list) }
    return out
  }
}
