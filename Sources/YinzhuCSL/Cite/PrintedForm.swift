import YinzhuModel

/// Records that a style prints nothing of.
enum PrintedForm {
  /// What users of Zotero know for it.
  static let none = "[CSL STYLE ERROR: reference with no printed form.]"
  /// The same for the names of a cite alone.
  static let noNames = "[NO_PRINTED_FORM]"

  static func diagnostic(_ reference: Reference) -> Diagnostic {
    Diagnostic(
      CSLRules.noPrintedForm, "The style prints nothing of “\(reference.id.rawValue)” (\(reference.type.rawValue)).",
      span: nil)
  }
}
