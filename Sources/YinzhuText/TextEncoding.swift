/// The encodings that scholars' files come in.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "utf-16be"
  /// GB18030, which holds GBK and GB2312.
  case gb18030 = "gb18030"
  /// Big5 with the Hong Kong characters.
  case big5 = "big5"
  /// ISO 8859-1, for old BibTeX files.
  case latin1 = "iso-8859-1"

  /// The encoding of a name as users and files write it (`GBK`, `UTF8`, `Big5-HKSCS`); nil when unknown.
  public init?(name: String) {
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch key {
    case "utf8", "utf8sig", "unicode", "ascii", "usascii": self = .utf8
    case "utf16le", "utf16", "ucs2": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "euccn", "gb": self = .gb18030
    case "big5", "big5hkscs", "cp950": self = .big5
    case "latin1", "iso88591", "cp1252", "windows1252": self = .latin1
    default: return nil
    }
  }
}
