import YinzhuModel
import YinzhuText

/// Records for tests, from CSL-JSON.
enum Records {
  static func read(_ bytes: [UInt8]) throws -> [Reference] {
    let value = try JSONReader.value(bytes)
    return (value.array ?? [value]).compactMap(reference)
  }

  /// One record, from the text of a JSON object.
  static func one(_ json: String) throws -> Reference {
    guard let first = try read(Array(json.utf8)).first else { throw NoRecord() }
    return first
  }

  struct NoRecord: Error {}

  static func reference(_ value: JSONValue) -> Reference? {
    guard let members = value.members else { return nil }
    let id = value["id"]?.scalarText ?? ""
    var out = Reference(
      id: ReferenceID(rawValue: id), type: ReferenceType(rawValue: value["type"]?.string ?? "") ?? .document)
    for member in members {
      guard let variable = Variable(key: member.key) else { continue }
      switch variable.kind {
      case .names: out.set(variable, names: (member.value.array ?? []).map(name))
      case .date: if let date = date(member.value) { out.set(variable, date: date) }
      case .text:
        if let text = member.value.scalarText { out[variable] = Field(.text(RichText(markup: text)), .edited) }
      case .number: if let text = member.value.scalarText { out.set(variable, text: text) }
      }
    }
    return out
  }

  private static func name(_ value: JSONValue) -> Name {
    Name(
      family: value["family"]?.string, given: value["given"]?.string,
      droppingParticle: value["dropping-particle"]?.string, nonDroppingParticle: value["non-dropping-particle"]?.string,
      suffix: value["suffix"]?.string,
      commaSuffix: value["comma-suffix"]?.scalarText == "true" || value["comma-suffix"]?.integer == 1,
      staticOrdering: value["static-ordering"]?.scalarText == "true" || value["static-ordering"]?.integer == 1,
      literal: value["literal"]?.string)
  }

  private static func date(_ value: JSONValue) -> DateValue? {
    var out = DateValue()
    let parts = (value["date-parts"]?.array ?? []).compactMap { $0.array?.compactMap(\.integer) }
    if let first = parts.first, let year = first.first {
      out.start = .init(year: year, month: first.count > 1 ? first[1] : nil, day: first.count > 2 ? first[2] : nil)
    }
    if parts.count > 1, let year = parts[1].first {
      if year == 0 {
        out.isOpenEnded = true
      } else {
        out.end = .init(
          year: year, month: parts[1].count > 1 ? parts[1][1] : nil, day: parts[1].count > 2 ? parts[1][2] : nil)
      }
    }
    out.season = value["season"]?.integer
    out.literal = value["literal"]?.string
    out.raw = value["raw"]?.string
    out.circa = value["circa"].map { $0.scalarText != "false" && $0.integer != 0 } ?? false
    return out
  }
}
