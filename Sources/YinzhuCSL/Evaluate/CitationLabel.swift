import YinzhuModel
import YinzhuText

/// The label of a reference that brings none: `Doe65`, `RoNo78`, `DEFG26` (CSL 1.0.2 "Standard Variables",
/// `citation-label`).
enum CitationLabel {
  /// Letters of each name, by the number of names.
  private static let letters = [[4], [2, 2], [2, 1, 1], [1, 1, 1, 1]]
  private static let articles = ["a ", "the ", "an "]

  static func text(_ reference: Reference, _ locale: Locale) -> String {
    var label = ""
    let creators: [Variable] = [.author, .editor, .translator, .composer, .director, .illustrator, .interviewer]
    if let names = creators.lazy.map(reference.names).first(where: { !$0.isEmpty }) {
      let counts = letters[min(names.count, letters.count) - 1]
      for (name, count) in zip(names, counts) { label += part(name.family ?? name.literal ?? "", count) }
    } else {
      let words = (reference.text(.title) ?? "").split(separator: " ").filter {
        !TitleCase.stopWords.contains(String($0))
      }
      label = part(words.joined(), letters[0][0])
    }
    let year = String(reference.date(.issued)?.start?.year ?? 0)
    return label + ("00" + year).suffix(2)
  }

  private static func part(_ name: String, _ count: Int) -> String {
    var rest = Substring(name)
    // A particle in lower case isn't part of a label.
    while let space = rest.firstIndex(of: " "), rest[..<space].allSatisfy({ $0.isLowercase || $0 == "'" || $0 == "’" })
    {
      rest = rest[rest.index(after: space)...]
    }
    for article in articles where rest.lowercased().hasPrefix(article) { rest = rest.dropFirst(article.count) }
    let letters = rest.filter { $0.isLetter || $0.isNumber }.prefix(count)
    return letters.prefix(1).uppercased() + letters.dropFirst().lowercased()
  }
}
