import YinzhuModel

/// Records that a style prints nothing of.
enum PrintedForm {
  /// What users of Zotero know for it.
  static let none = "[CSL STYLE ERROR: reference with no printed form.]"

  static func diagnostic(_ reference: Reference) -> Diagnostic {
    Diagnostic(
      CSLRules.noPrintedForm, "The style prints nothing of “\(reference.id.rawValue)” (\(reference.type.rawValue)).", span: nil)
  }
}
