import YinzhuModel

/// What names say beyond their parts, as annotations of BibLaTeX (manual, section 3.7): `author+an:nationality = {1="美"; 3="英"}`.
/// biblatex-gb7714 prints those of nationality.
enum NameAnnotations {
  /// The annotations that the data model has a place for, and that place. Others stay fields of the entry.
  static let kinds: [(name: String, path: any WritableKeyPath<Name, String?> & Sendable)] = [
    ("nationality", \.nationality), ("dynasty", \.dynasty), ("role", \.role),
  ]

  /// The fields that a list needs beside its own.
  static func fields(_ list: NameList, of field: String) -> [(name: String, value: String)] {
    kinds.compactMap { kind in
      let values = list.names.enumerated().compactMap { index, name -> String? in
        guard let value = name[keyPath: kind.path], !value.isEmpty else { return nil }
        return "\(index + 1)=\"\(LaTeXText.string(value).filter { $0 != "\"" && $0 != ";" })\""
      }
      return values.isEmpty ? nil : ("\(field)+an:\(kind.name)", values.joined(separator: "; "))
    }
  }

  /// Takes an annotation into the names; false when it says something of names that aren't there, or of their parts.
  static func take(_ source: String, _ path: WritableKeyPath<Name, String?>, into list: inout NameList) -> Bool {
    var names = list.names
    for item in source.split(separator: ";") {
      let sides = item.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let ordinal = Int(sides[0].filter { !$0.isWhitespace }),
        names.indices.contains(ordinal - 1)
      else { return false }
      var value = LaTeXReader.text(String(sides[1])).plain[...]
      if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
      names[ordinal - 1][keyPath: path] = String(value)
    }
    list.names = names
    return true
  }
}
