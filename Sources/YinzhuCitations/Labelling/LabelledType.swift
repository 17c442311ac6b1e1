import YinzhuModel

/// The type of an entry by its type code, or by the fields that it has.
struct LabelledType {
  let chain: WordChain
  let text: TokenizedText
  let runs: [LabelledRun]

  var type: ReferenceType {
    let isPart = has(.containerTitle)
    if let code, let type = TypeCode.type(code, pattern: isPart ? .chapter : .book) { return type }
    return byFields(isPart)
  }

  private func has(_ label: FieldLabel) -> Bool { runs.contains { $0.label == label } }

  private func hasWord(_ words: Set<Word>, in labels: Set<FieldLabel>? = nil) -> Bool {
    runs.contains { run in
      (labels?.contains(run.label) ?? true) && run.range.contains { words.contains(text.tokens[$0].word) }
    }
  }

  private var code: String? {
    guard chain.code != 0 else { return nil }
    let shapes = ShapeReader(text: text, lexicons: .builtIn)
    return chain.range.first(where: { shapes.isTypeCode($0) }).map { text.string(($0 + 1)..<($0 + 2)) }
  }

  private func byFields(_ isPart: Bool) -> ReferenceType {
    if hasWord([.degree, .dissertation], in: [.genre, .publisher, .other, .note]) { return .thesis }
    if isPart {
      if hasWord([.conference], in: [.containerTitle, .eventTitle, .genre]) || has(.eventTitle) { return .paperConference }
      if has(.editor) || has(.publisher) || has(.publisherPlace) { return .chapter }
      if hasDay, !has(.volume), !has(.issue) { return has(.page) || !has(.url) ? .articleNewspaper : .webpage }
      if has(.volume) || has(.issue) || has(.page) { return .articleJournal }
      if has(.url) { return .webpage }
      return .articleJournal
    }
    if has(.number) { return has(.publisher) || has(.author) ? .report : .standard }
    if has(.url), !has(.publisher) || has(.accessed), !has(.publisherPlace) { return .webpage }
    return .book
  }

  private var hasDay: Bool {
    runs.contains { run in
      run.label == .issued && LooseDateReader(text: text).read(run.range)?.value.start?.day != nil
    }
  }
}
