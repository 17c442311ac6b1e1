import YinzhuModel

/// What a word of a list entry belongs to. Words that only introduce a field (`In`, `vol.`, 第) carry its label.
package enum FieldLabel: UInt8, Sendable, CaseIterable {
  case other
  case author, editor, translator
  case title, containerTitle, collectionTitle, eventTitle
  case publisher, publisherPlace
  case genre, edition, volume, issue, page, number
  case issued, accessed
  case url, doi, isbn
  case archive, note

  package static let count = allCases.count

  /// The label of a variable; `other` for those that the model doesn't tell apart.
  package init(_ variable: Variable) {
    switch variable {
    case .author: self = .author
    case .editor, .containerAuthor, .collectionEditor: self = .editor
    case .translator: self = .translator
    case .title: self = .title
    case .containerTitle: self = .containerTitle
    case .collectionTitle: self = .collectionTitle
    case .eventTitle: self = .eventTitle
    case .publisher: self = .publisher
    case .publisherPlace: self = .publisherPlace
    case .genre: self = .genre
    case .edition: self = .edition
    case .volume: self = .volume
    case .issue: self = .issue
    case .page, .locator: self = .page
    case .number: self = .number
    case .issued: self = .issued
    case .accessed: self = .accessed
    case .url: self = .url
    case .doi: self = .doi
    case .isbn: self = .isbn
    case .archive: self = .archive
    case .note: self = .note
    default: self = .other
    }
  }
}
