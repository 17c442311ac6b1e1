import YinzhuText

/// The dotted and the dotless i of Turkish and Azerbaijani, which are letters of their own (Unicode, SpecialCasing).
enum TurkicCase {
  static func applies(to language: String) -> Bool {
    let primary = LanguageTag.primary(language)
    return primary == "tr" || primary == "az"
  }

  /// The text with those letters changed already; the rest changes as in other languages.
  static func prepared(_ text: String, for textCase: TextCase) -> String {
    switch textCase {
    case .uppercase: text.contains("i") ? text.replacing("i", with: "İ") : text
    case .lowercase:
      text.contains(where: { $0 == "I" || $0 == "İ" })
        ? text.replacing("I", with: "ı").replacing("İ", with: "i") : text
    case .capitalizeFirst, .capitalizeAll, .sentence, .title: text
    }
  }
}

extension OutputNode {
  /// The node with every text changed.
  func mappingTexts(_ change: (String) -> String) -> OutputNode {
    var out = self
    switch content {
    case .text(let text): out.content = .text(change(text))
    case .children(let children): out.content = .children(children.map { $0.mappingTexts(change) })
    }
    return out
  }
}
