import YinzhuModel

extension Style {
  /// How a note style numbers its notes.
  public struct NoteMarker: Sendable, Hashable {
    /// ①, [1], 1 ….
    public var form: NoteLabel.Form
    /// Where the numbers begin again.
    public var restart: NoteLabel.Restart

    /// A form and where it begins again.
    public init(form: NoteLabel.Form, restart: NoteLabel.Restart) {
      self.form = form
      self.restart = restart
    }
  }
}

/// What a style asks of the processor that CSL has no attribute for: `yz:output` in `cs:info`.
///
///     <info xmlns:yz="https://yinzhu.dev/csl">
///       <yz:output punctuation-width="full" apostrophes="straight" identifiers-in-url="omitted"/>
///       <yz:note-marker form="circled" restart="page"/>
///     </info>
///
/// Other processors skip elements of other namespaces.
package struct OutputOptions: Sendable, Hashable {
  package enum Apostrophes: String, CaseIterable { case straight }
  package enum Identifiers: String, CaseIterable { case omitted }
  package enum SerialRanges: String, CaseIterable { case emDash = "em-dash" }
  package enum GivenNames: String, CaseIterable { case omitted }
  package enum TitleMarks: String, CaseIterable { case nested }
  package enum FirstEdition: String, CaseIterable { case omitted }
  package enum Particles: String, CaseIterable { case initials }

  /// `punctuation-width`: the width of all punctuation; nil leaves it as style and records have it.
  package var width: PunctuationWidth?
  /// `apostrophes="straight"`: quotation marks and apostrophes of records don't become typographic ones.
  package var straightApostrophes = false
  /// `identifiers-in-url="omitted"`: a DOI or CSTR that the URL shows isn't printed again (GB/T 7714—2015 8.7, 2025 7.9).
  package var omitsIdentifiersInURL = false
  /// `serial-ranges="em-dash"`: volumes of a serial from … to (GB/T 7714—2025 8.4).
  package var serialRangesHaveEmDash = false
  /// `translated-given-names="omitted"`: of Western names in Chinese only the family name (GB/T 7714—2025 7.1.1).
  package var omitsTranslatedGivenNames = false
  /// `book-title-marks="nested"`: 《》 of a title become 〈〉, since the style sets 《》 around titles (GB/T 15834 4.15.3.3).
  package var nestsTitleMarks = false
  /// `first-edition="omitted"`: an edition that is 1 isn't printed (GB/T 7714—2015 8.3, 2025 7.4).
  package var omitsFirstEdition = false
  /// `version-prefix="V"`: stands before a version that begins with a digit (GB/T 7714—2025 8.14).
  package var versionPrefix = ""
  /// `particles="initials"`: particles behind the given names, shortened like them: `Veen P H v d` (GB/T 7714—2025 8.5.3).
  package var shortensParticles = false
}

extension StyleReader {
  /// The values of our elements among the children of `cs:info`.
  static func metadata(
    _ parts: [XMLTree.Element], _ attributes: inout AttributeReader
  ) -> (output: OutputOptions, marker: Style.NoteMarker?) {
    var output = OutputOptions()
    var marker: Style.NoteMarker?
    for part in parts {
      if part.name == "output" {
        output.width = attributes.value(part, "punctuation-width", PunctuationWidth.self)
        output.straightApostrophes = attributes.value(part, "apostrophes", OutputOptions.Apostrophes.self) != nil
        output.omitsIdentifiersInURL =
          attributes.value(part, "identifiers-in-url", OutputOptions.Identifiers.self) != nil
        output.serialRangesHaveEmDash = attributes.value(part, "serial-ranges", OutputOptions.SerialRanges.self) != nil
        output.omitsTranslatedGivenNames =
          attributes.value(part, "translated-given-names", OutputOptions.GivenNames.self) != nil
        output.nestsTitleMarks = attributes.value(part, "book-title-marks", OutputOptions.TitleMarks.self) != nil
        output.versionPrefix = part[attribute: "version-prefix"] ?? ""
        output.omitsFirstEdition = attributes.value(part, "first-edition", OutputOptions.FirstEdition.self) != nil
        output.shortensParticles = attributes.value(part, "particles", OutputOptions.Particles.self) != nil
      } else if part.name == "note-marker", let form = part[attribute: "form"].flatMap(NoteLabel.Form.init) {
        let restart = part[attribute: "restart"].flatMap(NoteLabel.Restart.init)
        marker = Style.NoteMarker(form: form, restart: restart ?? .document)
      }
    }
    return (output, marker)
  }
}
