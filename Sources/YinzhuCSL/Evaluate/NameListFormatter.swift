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

  private var minimum: Int? { isSubsequent ? options.etAlSubsequentMin ?? options.etAlMin : options.etAlMin }
  private var useFirst: Int? {
    isSubsequent ? options.etAlSubsequentUseFirst ?? options.etAlUseFirst : options.etAlUseFirst
  }

  /// How many names are printed. A list is cut only where both `et-al-min` and `et-al-use-first` are given.
  func shownCount(_ list: NameList) -> Int {
    guard let minimum, let useFirst, list.names.count >= minimum else { return list.names.count }
    return min(max(1, useFirst), list.names.count)
  }

  func format(_ list: NameList, of variable: Variable) -> OutputNode {
    let shown = shownCount(list)
    let delimiter = options.delimiter ?? ", "
    let formatter = NameFormatter(options: options, name: name, style: style, isSorting: isSorting)
    var nodes: [OutputNode] = []
    for index in 0..<shown {
      nodes.append(formatter.format(list.names[index], variable, index, isInverted: isInverted(index, list)))
    }
    var children: [OutputNode] = []
    let cut = shown < list.names.count
    let usesLast = cut && (options.etAlUseLast ?? false) && list.names.count > shown + 1
    let and = usesLast || cut || list.hasOthers ? nil : andWord
    for (index, node) in nodes.enumerated() {
      if index > 0 {
        if index == shown - 1, let and {
          let comma = precedesLast(list, count: shown) ? delimiter : ""
          children.append(OutputNode(.delimiter, text: joiner(and, after: comma)))
        } else {
          children.append(OutputNode(.delimiter, text: delimiter))
        }
      }
      children.append(node)
    }
    if usesLast, let last = list.names.last {
      let index = list.names.count - 1
      children.append(OutputNode(.delimiter, text: delimiter + "… "))
      children.append(formatter.format(last, variable, index, isInverted: isInverted(index, list)))
    } else if cut || list.hasOthers {
      appendEtAl(to: &children, list, shown: shown, delimiter: delimiter)
    }
    var out = OutputNode(.plain, children: children)
    if let decoration = name?.decoration, decoration != Decoration() { out = out.decorated(decoration) }
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

  // MARK: and, et al.

  private var andWord: String? {
    switch options.and {
    case .text: locale.text("and")
    case .symbol: locale.text("and", form: .symbol)
    case nil: nil
    }
  }

  /// Words of scripts that are written with spaces stand between spaces; 和 and 等 don't.
  private func joiner(_ word: String, after delimiter: String) -> String {
    guard isSpaced(word) else { return delimiter + word }
    let lead = delimiter.hasSuffix(" ") ? delimiter : delimiter + " "
    return lead + word + " "
  }

  private func isSpaced(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return !CharacterClass.isEastAsian(first.value)
  }

  private func precedesLast(_ list: NameList, count: Int) -> Bool {
    switch options.delimiterPrecedesLast ?? .contextual {
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
    } else if isSpaced(term) {
      children.append(OutputNode(.delimiter, text: " "))
    }
    children.append(OutputNode(.etAl, text: term).decorated(etAl?.decoration ?? Decoration()))
  }
}
