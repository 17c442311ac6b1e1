import YinzhuModel

/// How a format spells what tokens say; the walk and the quotation marks are the same for all.
protocol TokenWriter {
  /// Whether `&#38;` in a text stays as it is; otherwise it is `&`.
  static var keepsEntities: Bool { get }
  init()
  /// Text as it is to be read: the format escapes it.
  mutating func write(_ text: String)
  mutating func open(_ change: FontChange)
  mutating func close(_ change: FontChange)
  mutating func open(_ display: Display)
  mutating func close(_ display: Display)
  /// What follows leads to an address, which is not escaped yet.
  mutating func openLink(_ address: String)
  mutating func closeLink()
  /// What follows is a variable of the record; no format shows it.
  mutating func openField(_ variable: Variable)
  mutating func closeField()
  /// What was written, complete.
  mutating func finish() -> String
}

extension TokenWriter {
  static var keepsEntities: Bool { false }

  mutating func openField(_ variable: Variable) {}
  mutating func closeField() {}

  static func write(_ tokens: [Token], locale: Locale) -> String {
    var writer = Self()
    writer.take(tokens, locale: locale)
    return writer.finish()
  }

  mutating func take(_ tokens: [Token], locale: Locale) {
    var quotes = QuoteDepth(locale: locale)
    for token in tokens {
      switch token {
      case .text(let text), .body(let text):
        let text = Spaces.doubled(quotes.nested(text))
        write(Self.keepsEntities ? text : text.replacingEntities())
      case .openQuote: write(quotes.open())
      case .closeQuote: write(quotes.close())
      case .open(let change): open(change)
      case .close(let change): close(change)
      case .openDisplay(let display): open(display)
      case .closeDisplay(let display): close(display)
      case .openLink(let address): openLink(address)
      case .closeLink: closeLink()
      case .openField(let variable): openField(variable)
      case .closeField: closeField()
      }
    }
  }
}

/// A format without blocks of its own: what stands in a block has lines of its own, and a margin ends with a space.
protocol LineWriter: TokenWriter {
  /// Takes spaces away from the end.
  mutating func trimEnd()
  /// Parts what stands in the margin from the rest.
  mutating func endMargin()
  /// Begins a new line, unless one has just begun.
  mutating func breakLine()
}

extension LineWriter {
  mutating func open(_ display: Display) {
    switch display {
    case .leftMargin, .rightInline: break
    case .block, .indent: breakLine()
    }
  }

  mutating func close(_ display: Display) {
    trimEnd()
    switch display {
    case .leftMargin: endMargin()
    case .rightInline: break
    case .block, .indent: breakLine()
    }
  }
}

/// Two spaces in a row are meant.
enum Spaces {
  /// The first of two spaces as one that no line breaks at and no HTML swallows, as citeproc-js writes it.
  static func doubled(_ text: String) -> String {
    has(text) ? text.replacing("  ", with: "\u{A0} ") : text
  }

  /// By bytes: a search for a string costs more than all else that a writer does.
  private static func has(_ text: String) -> Bool {
    var wasSpace = false
    for byte in text.utf8 {
      if byte == 0x20, wasSpace { return true }
      wasSpace = byte == 0x20
    }
    return false
  }
}

extension String {
  /// `&#38;` written by a style or record for `&`.
  fileprivate func replacingEntities() -> String {
    utf8.contains(UInt8(ascii: "&")) ? replacing("&#38;", with: "&") : self
  }

  /// Takes spaces and line breaks away from the end.
  mutating func trimEnd() {
    while let last = utf8.last, last == 0x20 || last == 0x0A { unicodeScalars.removeLast() }
  }
}
