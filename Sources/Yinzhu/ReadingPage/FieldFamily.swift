import YinzhuModel

/// Fields that are shown alike on the page: colours that stay apart for the colour-blind, and lines that stay apart in
/// print without colour.
enum FieldFamily: String, CaseIterable {
  case person, title, container, imprint, date, number, locator, access

  /// The name in the legend.
  var legend: String {
    switch self {
    case .person: "people"
    case .title: "title"
    case .container: "published in"
    case .imprint: "place, publisher"
    case .date: "date"
    case .number: "volume, issue, edition"
    case .locator: "pages"
    case .access: "archive, address"
    }
  }

  /// The family of a variable.
  init(_ variable: Variable) {
    switch variable {
    case .title, .titleShort, .originalTitle, .partTitle, .reviewedTitle: self = .title
    case .containerTitle, .containerTitleShort, .collectionTitle, .event, .eventTitle, .volumeTitle: self = .container
    case .publisher, .publisherPlace, .originalPublisher, .originalPublisherPlace, .eventPlace, .authority,
      .jurisdiction:
      self = .imprint
    case .page, .pageFirst, .locator: self = .locator
    case .archive, .archiveCollection, .archiveLocation, .archivePlace, .callNumber, .doi, .url, .cstr, .isbn, .issn,
      .source:
      self = .access
    default:
      switch variable.kind {
      case .names: self = .person
      case .date: self = .date
      case .number, .text: self = .number
      }
    }
  }
}
