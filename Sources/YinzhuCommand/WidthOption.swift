import ArgumentParser
import Yinzhu

/// The width of punctuation on the command line.
enum WidthOption: String, ExpressibleByArgument, CaseIterable {
  /// As the style says.
  case style
  case half
  case full

  /// The width; nil where the style decides.
  var width: PunctuationWidth? {
    switch self {
    case .style: nil
    case .half: .half
    case .full: .full
    }
  }
}
