import Testing
import YinzhuCSL
import YinzhuModel

/// Small styles for tests: one layout, written where it is tested.
enum TestStyle {
  static func xml(
    _ layout: String, macros: String = "", style: String = "", bibliography: String = "", sort: String = "",
    locale: String = "", citation: String = "<text variable=\"title\"/>"
  ) -> String {
    """
    <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US" \(style)>
      <info><id>test</id><title>Test</title></info>
      \(locale)
      \(macros)
      <citation><layout prefix="(" suffix=")" delimiter="; ">\(citation)</layout></citation>
      <bibliography \(bibliography)>\(sort)<layout>\(layout)</layout></bibliography>
    </style>
    """
  }

  /// The entries of records in a style of this layout.
  static func entries(
    _ layout: String, _ records: [String], macros: String = "", style: String = "", bibliography: String = "",
    sort: String = "", locale: String = "", language: String? = nil, format: OutputFormat = .text
  ) throws -> [String] {
    let xml = xml(
      layout, macros: macros, style: style, bibliography: bibliography, sort: sort, locale: locale)
    let style = try StyleReader.read(Array(xml.utf8), name: "test.csl").style
    let processor = Processor(style: style, locales: .builtIn, language: language)
    return processor.bibliography(try records.map(Records.one), format: format).map(\.text)
  }

  /// The entry of one record.
  static func entry(
    _ layout: String, _ record: String, macros: String = "", style: String = "", bibliography: String = "",
    locale: String = "", language: String? = nil, format: OutputFormat = .text
  ) throws -> String {
    try entries(
      layout, [record], macros: macros, style: style, bibliography: bibliography, locale: locale, language: language,
      format: format
    ).first ?? ""
  }
}
