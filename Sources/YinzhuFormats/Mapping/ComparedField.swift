import YinzhuModel
import YinzhuText

/// Values as they are compared: what no format of tags and lines can tell apart counts as equal (runs of space, kinds
/// of dashes between page numbers, the marks between keywords, an empty given name and none).
package enum ComparedField {
  static func isEmpty(_ value: Field.Value) -> Bool {
    switch value {
    case .text(let text): text.isEmpty
    case .number(let text): text.isEmpty
    case .names(let list): list.names.isEmpty && !list.hasOthers
    case .date(let date): date == DateValue()
    }
  }

  static func markup(_ value: Field.Value) -> String {
    switch value {
    case .text(let text): text.markup
    case .number(let text): text
    case .names, .date: ""
    }
  }

  /// A text without what doesn't count.
  package static func folded(_ text: String, _ variable: Variable) -> String {
    var out = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    switch variable {
    case .page: out = PageRanges.singleDashed(out).replacing(", ", with: ",")
    case .keyword:
      out = out.split(whereSeparator: { ",;，；".contains($0) }).map { DateText.trimmed(String($0)) }
        .filter { !$0.isEmpty }.joined(separator: ";")
    default: break
    }
    return out
  }

  /// A date without its calendar; words and unread texts are the same.
  package static func folded(_ date: DateValue) -> DateValue {
    var out = date
    out.literal = out.literal ?? out.raw
    out.raw = nil
    out.calendar = .gregorian
    if let literal = out.literal { out.literal = literal.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return out
  }

  /// A name without place and what has losses of its own; a name of one part is whole.
  package static func folded(_ name: Name) -> Name {
    var out = Name(
      family: kept(name.family), given: kept(name.given), droppingParticle: kept(name.droppingParticle),
      nonDroppingParticle: kept(name.nonDroppingParticle), suffix: kept(name.suffix), literal: kept(name.literal))
    if out.literal == nil, out.suffix == nil, out.given == nil || out.family == nil,
      out.droppingParticle == nil, out.nonDroppingParticle == nil
    {
      out = Name(literal: out.family ?? out.given)
    }
    return out
  }

  /// All parts in one text.
  static func joined(_ name: Name) -> String {
    [name.droppingParticle, name.nonDroppingParticle, name.family, name.given, name.suffix, name.literal]
      .compactMap { $0 }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The name with its particles in the family name: formats that have no particles write them there, and styles print
  /// the same.
  static func withParticles(_ name: Name) -> Name {
    var out = folded(name)
    let family = [out.droppingParticle, out.nonDroppingParticle, out.family].compactMap { $0 }.joined(separator: " ")
    out.family = family.isEmpty ? nil : family
    out.droppingParticle = nil
    out.nonDroppingParticle = nil
    return out
  }

  private static func kept(_ text: String?) -> String? {
    guard let text else { return nil }
    let body = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return body.isEmpty ? nil : body
  }
}
