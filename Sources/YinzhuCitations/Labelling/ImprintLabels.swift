/// Puts the labels of hosts and imprints right where the order and the marks of an entry leave no choice.
struct ImprintLabels {
  let chain: WordChain

  private var text: TokenizedText { chain.text }

  func corrected(_ labels: [FieldLabel]) -> [FieldLabel] {
    var out = labels
    divideHost(&out)
    orderImprint(&out)
    keepLonePlace(&out)
    takePageAfterHost(&out)
    return out
  }

  // MARK: Hosts

  /// `//张建云. 外国出版史. 北京: …`: behind `//` stand who edited the host, and its title.
  private func divideHost(_ labels: inout [FieldLabel]) {
    guard let host = labels.indices.first(where: isHost) else { return }
    let isNamed = labels[host...].contains(.editor)
    let isTitled = labels[host...].contains(.containerTitle)
    let label = labels[host]
    guard label == .editor && !isTitled || label == .containerTitle && !isNamed || label == .publisher && !isTitled
    else { return }
    var end = host
    while end < labels.count, labels[end] == label { end += 1 }
    let period = (host + 1..<max(end, host + 1)).last {
      chain.links[$0].gapClass == .period && chain.isHan($0) && chain.isHan($0 - 1)
    }
    if let period, label != .publisher {
      for index in host..<period { labels[index] = .editor }
      for index in period..<end { labels[index] = .containerTitle }
    } else if label == .publisher, labels[end...].contains(.publisher) {
      for index in host..<end { labels[index] = .containerTitle }
    } else if label == .editor, end < labels.count, labels[end] == .publisher,
      labels[(end + 1)...].contains(.publisher),
      labels[(end + 1)...].contains(.publisherPlace)
    {
      var index = end
      while index < labels.count, labels[index] == .publisher {
        labels[index] = .containerTitle
        index += 1
      }
    }
  }

  /// Whether nothing stronger than `//` or a type code stands before a word.
  private func isHost(_ index: Int) -> Bool {
    let gap = chain.links[index].gapClass
    return index > 0 && (gap == .slash || gap == .code) && chain.isHost(index)
  }

  // MARK: Imprints

  private static let imprint: Set<FieldLabel> = [.publisher, .publisherPlace]

  /// `A: B, 2015` is a place and a publisher, in this order (GB/T 7714—2015 8.4).
  private func orderImprint(_ labels: inout [FieldLabel]) {
    for colon in labels.indices.dropFirst()
    where chain.links[colon].gapClass == .colon && ImprintLabels.imprint.contains(labels[colon])
      && ImprintLabels.imprint.contains(labels[colon - 1])
    {
      let inner: Set<WordChain.GapClass> = [.comma, .space, .none, .dot, .semicolon, .open, .close]
      var low = colon - 1
      while low > 0, ImprintLabels.imprint.contains(labels[low - 1]), inner.contains(chain.links[low].gapClass) {
        low -= 1
      }
      var high = colon + 1
      while high < labels.count, ImprintLabels.imprint.contains(labels[high]) { high += 1 }
      for index in low..<colon { labels[index] = .publisherPlace }
      for index in colon..<high { labels[index] = .publisher }
      return
    }
  }

  /// A publisher that is only the name of a place is one: `London, 1993`, `中国，2021年`.
  private func keepLonePlace(_ labels: inout [FieldLabel]) {
    let words = labels.indices.filter { labels[$0] == .publisher }
    guard words.count == 1, let word = words.first, !labels.contains(.publisherPlace),
      chain.links[word].known & WordChain.Known.place != 0, chain.links[word].known & WordChain.Known.publisher == 0
    else { return }
    labels[word] = .publisherPlace
  }

  /// `4 Public-Access Review 61 (1993)`: the number behind the journal is the first page.
  private func takePageAfterHost(_ labels: inout [FieldLabel]) {
    guard !labels.contains(.page), let host = labels.firstIndex(of: .containerTitle), host > 0,
      labels[host - 1] == .volume, let end = labels[host...].firstIndex(where: { $0 != .containerTitle }),
      labels[end] == .volume, end + 1 == labels.count || labels[end + 1] == .issued
    else { return }
    labels[end] = .page
  }
}
