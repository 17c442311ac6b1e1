import YinzhuModel

/// Commands of LaTeX that stand in bibliographies.
enum LaTeXCommands {
  /// An accent: its composed letters, and the combining mark for all others.
  struct Accent: Sendable {
    let mark: String
    let composed: [String: String]

    /// `pairs`: base and composed letter in turn.
    init(_ mark: String, _ pairs: String) {
      self.mark = mark
      var table: [String: String] = [:]
      let letters = Array(pairs)
      var at = 0
      while at + 1 < letters.count {
        table[String(letters[at])] = String(letters[at + 1])
        at += 2
      }
      composed = table
    }

    func over(_ letter: String) -> String { composed[letter] ?? letter + mark }
  }

  static let accents: [String: Accent] = [
    "`": Accent("\u{300}", "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ"),
    "'": Accent("\u{301}", "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćNŃnńSŚsśZŹzźLĹlĺRŔrŕ"),
    "^": Accent("\u{302}", "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"),
    "\"": Accent("\u{308}", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
    "~": Accent("\u{303}", "AÃNÑOÕIĨUŨaãnñoõiĩuũ"),
    "=": Accent("\u{304}", "AĀEĒIĪOŌUŪaāeēiīoōuū"),
    ".": Accent("\u{307}", "CĊcċEĖeėGĠgġIİZŻzż"),
    "u": Accent("\u{306}", "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
    "v": Accent("\u{30C}", "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔ"),
    "H": Accent("\u{30B}", "OŐoőUŰuű"),
    "c": Accent("\u{327}", "CÇcçSŞsşTŢtţGĢKĶkķLĻlļNŅnņRŖrŗ"),
    "k": Accent("\u{328}", "AĄaąEĘeęIĮiįUŲuų"),
    "r": Accent("\u{30A}", "AÅaåUŮuů"),
    "d": Accent("\u{323}", "AẠaạEẸeẹHḤhḥIỊiịOỌoọSṢsṣTṬtṭUỤuụ"),
    "b": Accent("\u{331}", ""),
  ]

  static let symbols: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{",
    "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textendash": "–", "textemdash": "—", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textregistered": "®", "texttrademark": "™", "copyright": "©", "textcopyright": "©",
    "pounds": "£", "textsterling": "£", "texteuro": "€", "S": "§", "P": "¶", "textdegree": "°", "textbar": "|",
    "textless": "<", "textgreater": ">", "textperiodcentered": "·", "textbullet": "•", "slash": "/", "LaTeX": "LaTeX",
    "TeX": "TeX", "BibTeX": "BibTeX", "textquotesingle": "'", "guillemotleft": "«", "guillemotright": "»",
    "quotedblbase": "„", "quotesinglbase": "‚", "textunderscore": "_",
    "relax": "", "protect": "",
  ]

  /// Commands with one argument that CSL-JSON has markup for.
  static let styles: [String: RichText.Style] = [
    "textit": .italic, "emph": .italic, "textsl": .italic, "mkbibemph": .italic, "mkbibitalic": .italic,
    "textbf": .bold, "mkbibbold": .bold, "textsuperscript": .superscript, "mkbibsuperscript": .superscript,
    "textsubscript": .subscript, "mkbibsubscript": .subscript, "textsc": .smallCaps, "textnormal": .nodecor,
  ]

  /// Commands with one argument that change nothing of what CSL-JSON knows.
  static let transparent: Set<String> = [
    "textnormal", "textrm", "textup", "text", "mbox", "textsf", "texttt", "url", "nolinkurl", "path", "ensuremath",
  ]

  static let declarations: [(String, RichText.Style)] = [
    ("em", .italic), ("it", .italic), ("itshape", .italic), ("sl", .italic), ("bf", .bold), ("bfseries", .bold),
    ("sc", .smallCaps), ("scshape", .smallCaps),
  ]
}
