/// A record written back in a note style and laid beside the text that it was read from.
///
/// Nothing of it goes into the record: it says how far the style agrees with the reading, and where not.
public struct Rendering: Sendable, Hashable {
  /// A stretch where text and rendering part.
  public struct Difference: Sendable, Hashable {
    /// Where in the citation.
    public enum Place: Sendable, Hashable {
      /// Inside a variable.
      case variable(Variable)
      /// In the marks and words between two variables; nil stands for the beginning and the end.
      case between(Variable?, Variable?)
    }

    /// Where.
    public var place: Place
    /// What the citation has, folded; empty where the rendering alone has something.
    public var printed: String
    /// What the style prints, folded.
    public var rendered: String

    /// A difference.
    public init(place: Place, printed: String, rendered: String) {
      self.place = place
      self.printed = printed
      self.rendered = rendered
    }
  }

  /// The style's id.
  public var style: String
  /// What the style prints of the record.
  public var text: String
  /// From 0 to 1: 1 where text and rendering are equal but for widths, spaces and sorts of marks.
  public var agreement: Double
  /// Where they are not, in the order of the text.
  public var differences: [Difference]

  /// A rendering.
  public init(style: String, text: String, agreement: Double, differences: [Difference]) {
    self.style = style
    self.text = text
    self.agreement = agreement
    self.differences = differences
  }
}

extension Rendering.Difference.Place: CustomStringConvertible {
  /// `container-title`; `the mark between title and publisher`.
  public var description: String {
    switch self {
    case .variable(let variable): variable.rawValue
    case .between(nil, nil): "the text"
    case .between(nil, let after?): "what stands before \(after.rawValue)"
    case .between(let before?, nil): "what stands behind \(before.rawValue)"
    case .between(let before?, let after?): "what stands between \(before.rawValue) and \(after.rawValue)"
    }
  }
}
