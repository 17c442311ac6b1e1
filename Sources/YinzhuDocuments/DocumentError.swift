import YinzhuModel

/// Why a file gives no document, with what to do about it.
public struct DocumentError: Error, Sendable, Hashable {
  /// The matter, of severity error.
  public let diagnostic: Diagnostic

  /// What is wrong, as a sentence.
  public var message: String { diagnostic.message }
}
