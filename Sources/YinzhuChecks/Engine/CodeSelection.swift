/// Which codes are wanted: `R006`, `R` or `R0` for all that begin so, `all`.
public struct CodeSelection: Sendable, Hashable {
  /// Codes or their beginnings that are wanted; empty for those that speak by themselves.
  public var selected: [String]
  /// Codes or their beginnings that are not wanted; they win.
  public var ignored: [String]

  /// A selection; the case of letters doesn't matter.
  public init(selected: [String] = [], ignored: [String] = []) {
    self.selected = selected.map { $0.uppercased() }
    self.ignored = ignored.map { $0.uppercased() }
  }

  /// Whether a code is wanted. The longer of two beginnings that fit wins; of equal ones, that which ignores.
  ///
  /// - Parameter isOn: Whether the code speaks when nobody names it.
  public func contains(_ code: String, isOn: Bool) -> Bool {
    let wanted = Self.longest(selected, code)
    let unwanted = Self.longest(ignored, code)
    if let unwanted, unwanted >= wanted ?? 0 { return false }
    if selected.isEmpty { return isOn }
    guard let wanted else { return false }
    // A family gives what is on in it; an opinion is asked for by its code, or with all.
    return isOn || wanted == code.utf8.count || selected.contains("ALL")
  }

  private static func longest(_ beginnings: [String], _ code: String) -> Int? {
    beginnings.filter { $0 == "ALL" || code.hasPrefix($0) }.map { $0 == "ALL" ? 0 : $0.utf8.count }.max()
  }
}
