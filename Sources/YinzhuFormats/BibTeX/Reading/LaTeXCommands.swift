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
    "d": Accent("\u{323}", "AẠaạBḄbḅDḌdḍEẸeẹHḤhḥIỊiịKḲkḳLḶlḷMṂmṃNṆnṇOỌoọRṚrṛSṢsṣTṬtṭUỤuụVṾvṿWẈwẉYỴyỵZẒzẓ"),
    "b": Accent("\u{331}", "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕ"),
    "G": Accent("\u{30F}", "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
    "U": Accent("\u{30E}", ""),
    "f": Accent("\u{311}", "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
    "h": Accent("\u{309}", "AẢaảEẺeẻIỈiỉOỎoỏUỦuủYỶyỷ"),
    "textcommabelow": Accent("\u{326}", "SȘsșTȚtț"),
    "textogonekcentered": Accent("\u{328}", "AĄaąEĘeęOǪoǫ"),
    "textdotbelow": Accent("\u{323}", ""),
    "textcircled": Accent("\u{20DD}", "1①2②3③4④5⑤6⑥7⑦8⑧9⑨"),
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
    "ng": "ŋ", "NG": "Ŋ", "SS": "ẞ", "ij": "ĳ", "IJ": "Ĳ", "textmu": "µ", "texttimes": "×", "textdiv": "÷",
    "textpm": "±", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "textordfeminine": "ª", "textordmasculine": "º",
    "textexclamdown": "¡", "textquestiondown": "¿", "textsection": "§", "textparagraph": "¶", "textyen": "¥",
    "textcent": "¢", "textdagger": "†", "textdaggerdbl": "‡", "dag": "†", "ddag": "‡", "textnumero": "№",
    "textdollar": "$", "textasteriskcentered": "*", "textasciiacute": "´", "textasciigrave": "`", "textquotedbl": "\"",
    "textbrokenbar": "¦", "textlnot": "¬", "textcurrency": "¤", "textvisiblespace": "␣", "textohm": "Ω",
    "textcelsius": "℃", "textminus": "−", "textrightarrow": "→", "textleftarrow": "←", "textinfinity": "∞",
    "textsurd": "√", "guilsinglleft": "‹", "guilsinglright": "›", "flqq": "«", "frqq": "»", "glqq": "„", "grqq": "“",
    "textschwa": "ə", "textcopyleft": "🄯", "textperthousand": "‰", "nobreakspace": "\u{A0}",
    "space": " ", "textalpha": "α", "textbeta": "β", "textgamma": "γ", "textdelta": "δ", "textepsilon": "ε",
    "textzeta": "ζ", "texteta": "η", "texttheta": "θ", "textiota": "ι", "textkappa": "κ", "textlambda": "λ",
    "textnu": "ν", "textxi": "ξ", "textpi": "π", "textrho": "ρ", "textsigma": "σ", "texttau": "τ", "textupsilon": "υ",
    "textphi": "φ", "textchi": "χ", "textpsi": "ψ", "textomega": "ω", "textGamma": "Γ", "textDelta": "Δ",
    "textTheta": "Θ", "textLambda": "Λ", "textXi": "Ξ", "textPi": "Π", "textSigma": "Σ", "textPhi": "Φ",
    "textPsi": "Ψ", "textOmega": "Ω", "ayn": "ʿ", "hamza": "ʾ",
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
