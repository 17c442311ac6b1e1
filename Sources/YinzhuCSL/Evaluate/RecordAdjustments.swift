import YinzhuModel
import YinzhuText

/// What a style's `yz:output` changes in a record before it is printed.
extension OutputOptions {
  /// The record as the style wants it.
  func applied(to reference: Reference) -> Reference {
    var out = reference
    if omitsIdentifiersInURL, let url = reference.text(.url)?.lowercased() {
      for variable in [Variable.doi, .cstr] {
        if let id = reference.text(variable)?.lowercased(), !id.isEmpty, url.contains(id) { out[variable] = nil }
      }
    }
    if omitsFirstEdition, reference.text(.edition) == "1" { out[.edition] = nil }
    if !versionPrefix.isEmpty, let field = reference[.version], let text = field.plainText,
      let first = text.unicodeScalars.first, CharacterClass.isDigit(first.value)
    {
      out[.version] = Field(.number(versionPrefix + text), field.provenance)
    }
    if serialRangesHaveEmDash, reference.type == .periodical, let field = reference[.volume],
      let text = field.plainText
    {
      out[.volume] = Field(.number(Self.emDashed(text)), field.provenance)
    }
    if nestsTitleMarks {
      for variable in [Variable.title, .titleShort, .containerTitle, .eventTitle] {
        guard let field = out[variable], case .text(let text) = field.value, text.plain.contains("《") else { continue }
        let nested = text.markup.replacing("《", with: "〈").replacing("》", with: "〉")
        out[variable] = Field(.text(RichText(markup: nested)), field.provenance)
      }
    }
    if omitsTranslatedGivenNames || shortensParticles {
      for (variable, field) in reference.fields {
        guard case .names(var list) = field.value, list.names.contains(where: mayChange) else { continue }
        for index in list.names.indices { adjust(&list.names[index]) }
        out[variable] = Field(.names(list), field.provenance)
      }
    }
    return out
  }

  /// Whether a name has what is omitted or shortened; most have not.
  private func mayChange(_ name: Name) -> Bool {
    guard let given = name.given else { return false }
    if name.nonDroppingParticle != nil || name.droppingParticle != nil { return true }
    if omitsTranslatedGivenNames, (name.family?.utf8.first ?? 0) >= 0xE3 { return true }
    return given.utf8.contains(UInt8(ascii: " "))
  }

  private func adjust(_ name: inout Name) {
    if omitsTranslatedGivenNames, let given = name.given, let family = name.family,
      family.unicodeScalars.contains(where: { CharacterClass.isHan($0.value) }),
      !given.unicodeScalars.contains(where: { CharacterClass.isEastAsian($0.value) })
    {
      name.given = nil
    }
    guard shortensParticles, let given = name.given else { return }
    // `Veen, Jan van der`: behind given names, words in lower case are particles too.
    let words = given.split(separator: " ")
    let names = words.prefix(words.count - words.reversed().prefix { $0.first?.isLowercase == true }.count)
    var particles = [name.droppingParticle, name.nonDroppingParticle].compactMap { $0 }
    if !names.isEmpty, names.count < words.count {
      name.given = names.joined(separator: " ")
      particles.insert(words.dropFirst(names.count).joined(separator: " "), at: 0)
    }
    guard !particles.isEmpty else { return }
    name.nonDroppingParticle = nil
    name.droppingParticle = particles.flatMap { $0.split(separator: " ") }
      .compactMap { $0.first.map(String.init) }.joined(separator: " ")
  }

  /// A hyphen behind a number or bracket is one between two parts, or to an open end.
  private static func emDashed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isRange = scalar == "-" || scalar == "–"
      out.append(isRange && (out.last.map { $0 == ")" || CharacterClass.isDigit($0.value) } ?? false) ? "—" : scalar)
    }
    return String(out)
  }
}
