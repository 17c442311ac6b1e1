/// One or more HTML files as one tree, with the places that links lead to.
struct WebPages {
  private(set) var tree = MarkupTree()
  /// Elements by `file#id`.
  private var targets: [String: Int] = [:]
  /// The first node of each file, and its path.
  private var files: [(start: Int, path: String)] = []
  /// The top of each file.
  private(set) var roots: [Int] = []

  mutating func add(_ page: MarkupTree, path: String) {
    let start = tree.nodes.count
    guard !page.nodes.isEmpty else { return }
    files.append((start, path))
    for (index, node) in page.nodes.enumerated() {
      var node = node
      node.children = node.children.map { $0 + start }
      if node.parent < 0 { roots.append(index + start) } else { node.parent += start }
      tree.nodes.append(node)
      for name in [node[attribute: "id"], node.name == "a" ? node[attribute: "name"] : nil] {
        if let name, !name.isEmpty, targets["\(path)#\(name)"] == nil { targets["\(path)#\(name)"] = index + start }
      }
    }
  }

  /// The element that a link leads to, where it is in these pages.
  func target(of link: String, at index: Int) -> Int? {
    guard let sharp = link.firstIndex(of: "#") else { return nil }
    let path = files.last { $0.start <= index }?.path ?? ""
    var file = path
    if sharp != link.startIndex {
      let name = String(link[..<sharp])
      guard !name.contains(":") else { return nil }
      file = WebPages.resolve(name, beside: path)
    }
    let id = String(link[link.index(after: sharp)...])
    return targets["\(file)#\(id)"] ?? targets["\(file)#\(WebPages.unescaped(id))"]
  }

  /// A path relative to that of another file.
  static func resolve(_ link: String, beside path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in unescaped(link).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// `%E6%B3%A8` as characters.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        out.append(value)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
