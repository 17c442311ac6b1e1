import YinzhuModel
import YinzhuText

/// Formats the names of one variable: how many are shown, what stands between them.
struct NameListFormatter {
  let options: NameOptions
  let name: Element.Name?
  let etAl: Element.EtAl?
  let locale: Locale
  let style: Style.Options
  let isSorting: Bool
  let isSubsequent: Bool
  /// How many names disambiguation shows; nil for as many as the options say.
  var distinctCount: Int?
  /// Whether `distinctCount` may show fewer than the options do.
  var isAmbiguityCheck = false
  /// How much of each given name is printed, where that differs from what the options say.
  var givens: [Distinction.Given?] = []
  /// The record's language.
  var language: String?
  var hasInstitution = false

  private var minimum: Int? { isSubsequent ? options.etAlSubsequentMin ?? options.etAlMin : options.etAlMin }
  private var useFirst: Int? {
    isSubsequent ? options.etAlSubsequentUseFirst ?? options.etAlUseFirst : options.etAlUseFirst
  }

  /// How many names are printed. A list is cut only where both `et-al-min` and `et-al-use-first` are given.
  func shownCount(_ list: NameList) -> Int {
    let all = list.names.count
    if isAmbiguityCheck, let distinctCount { return min(max(1, distinctCount), all) }
    guard let minimum, let useFirst, all >= minimum else { return all }
    var count = max(0, useFirst)
    if let distinctCount, distinctCount > useFirst {
      count = distinctCount
      if options.etAlUseLast ?? false { count = max(1, min(count, minimum - 2)) }
    }
    return min(count, all)
  }

  func format(_ list: NameList, of variable: Variable) -> OutputNode {
    let shown = shownCount(list)
    guard shown > 0 else { return OutputNode(.plain, children: []) }
    let saysOthers = list.hasOthers || list.names[..<shown].contains(where: NameListFormatter.saysOthers)
    let delimiter = options.delimiter ?? ", "
    var nodes: [OutputNode] = []
    for index in 0..<shown {
      nodes.append(formatted(list, variable, index))
    }
    var children: [OutputNode] = []
    let cut = shown < list.names.count
    let usesLast = cut && (options.etAlUseLast ?? false) && list.names.count > shown + 1
    let and = usesLast || cut || saysOthers || isSorting ? nil : andWord
    for (index, node) in nodes.enumerated() {
      if index > 0 {
        if index == shown - 1, let and {
          children.append(OutputNode(.delimiter, text: joiner(and, list, count: shown, delimiter)))
        } else {
          children.append(OutputNode(.delimiter, text: delimiter))
        }
      }
      children.append(node)
    }
    if usesLast {
      let index = list.names.count - 1
      children.append(OutputNode(.delimiter, text: delimiter + "… "))
      children.append(formatted(list, variable, index))
    } else if (cut || saysOthers) && !isSorting {
      // Sort keys are without the term (CSL 1.0.2 "Sorting").
      appendEtAl(to: &children, list, shown: shown, delimiter: delimiter)
    }
    return OutputNode(.plain, children: children)
  }

  /// One name; formatting and affixes of `cs:name` are for persons (citeproc-js).
  private func formatted(_ list: NameList, _ variable: Variable, _ index: Int) -> OutputNode {
    let name = list.names[index]
    let node = formatter(at: index).format(name, variable, index, isInverted: isInverted(index, list))
    guard name.literal == nil, let decoration = self.name?.decoration, decoration != Decoration() else { return node }
    return node.decorated(decoration)
  }

  /// What the options say of given names.
  var leastGiven: Distinction.Given {
    if options.form == .short { return .none }
    return options.initializeWith == nil ? .full : .initials
  }

  private func options(at index: Int) -> NameOptions {
    guard index < givens.count, let given = givens[index], given != leastGiven else { return options }
    var out = options
    out.form = given == .none ? .short : .long
    if given == .full { out.initializeWith = nil }
    return out
  }

  /// Whole names have no order to invert.
  private func isInverted(_ index: Int, _ list: NameList) -> Bool {
    guard index >= 0, index < list.names.count, list.names[index].literal == nil else { return false }
    return isInverted(index)
  }

  private func isInverted(_ index: Int) -> Bool {
    switch options.nameAsSortOrder {
    case .all: true
    case .first: index == 0
    case nil: false
    }
  }

  private func formatter(at index: Int) -> NameFormatter {
    NameFormatter(
      options: options(at: index), name: name, style: style, isSorting: isSorting, language: language,
      hasInstitution: hasInstitution)
  }

  // MARK: and, et al.

  private var andWord: String? {
    switch options.and {
    case .text: locale.text("and")
    case .symbol: locale.text("and", form: .symbol)
    case nil: nil
    }
  }

  /// Words of scripts that are written with spaces stand between spaces; 和 and 等 don't, and no comma comes before.
  private func joiner(_ word: String, _ list: NameList, count: Int, _ delimiter: String) -> String {
    guard Romanesque.begins(word) else {
      return count == 2 && options.delimiterPrecedesLast == .always ? delimiter + word : word
    }
    return (precedesLast(list, count: count) ? delimiter : " ") + word + " "
  }

  /// `Doe, John, et al.` in the record itself.
  private static func saysOthers(_ name: Name) -> Bool {
    guard let given = name.given, given.utf8.contains(UInt8(ascii: ",")), name.literal == nil else { return false }
    return NameParts(name).hasOthers
  }

  private func precedesLast(_ list: NameList, count: Int) -> Bool {
    // Whole names are joined as institutions, which the option is not for (citeproc-js).
    if list.names.prefix(count).allSatisfy({ $0.literal != nil }) { return count > 2 }
    return switch options.delimiterPrecedesLast ?? .contextual {
    case .contextual: count > 2
    case .always: true
    case .never: false
    case .afterInvertedName: isInverted(count - 2, list)
    }
  }

  private func appendEtAl(to children: inout [OutputNode], _ list: NameList, shown: Int, delimiter: String) {
    let term = locale.text(etAl?.term ?? "et-al")
    guard !term.isEmpty else { return }
    let withDelimiter =
      switch options.delimiterPrecedesEtAl ?? .contextual {
      case .contextual: shown > 1
      case .always: true
      case .never: false
      case .afterInvertedName: isInverted(shown - 1, list)
      }
    if withDelimiter {
      children.append(OutputNode(.delimiter, text: delimiter))
    } else if Romanesque.begins(term) {
      children.append(OutputNode(.delimiter, text: " "))
    }
    children.append(OutputNode(.etAl, text: term).decorated(etAl?.decoration ?? Decoration()))
  }
}
