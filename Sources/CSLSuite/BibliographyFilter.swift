import YinzhuModel
import YinzhuText

/// `BIBSECTION`: which records a part of a bibliography lists (the manual of citeproc-js, "Selective output").
struct BibliographyFilter {
  private let filter: JSONValue

  init(_ filter: JSONValue) { self.filter = filter }

  func keeps(_ reference: Reference) -> Bool {
    if let quash = filter["quash"]?.array, !quash.isEmpty, quash.allSatisfy({ matches($0, reference) }) { return false }
    if let all = filter["select"]?.array { return all.allSatisfy { matches($0, reference) } }
    if let any = filter["include"]?.array { return any.contains { matches($0, reference) } }
    if let none = filter["exclude"]?.array { return !none.contains { matches($0, reference) } }
    return true
  }

  private func matches(_ condition: JSONValue, _ reference: Reference) -> Bool {
    guard let field = condition["field"]?.string else { return false }
    let wanted = condition["value"]?.scalarText ?? ""
    if field == "type" { return reference.type.rawValue == wanted }
    let item = CSLJSON.item(reference)
    guard let value = item[field] else { return wanted.isEmpty }
    if let list = value.array {
      return wanted.isEmpty ? list.isEmpty : list.contains { $0.scalarText == wanted }
    }
    if field == "keyword" || field == "categories" {
      return value.scalarText?.split(separator: ",").contains { SuiteFixture.trimmed(String($0)) == wanted } ?? false
    }
    return value.scalarText == wanted
  }
}
