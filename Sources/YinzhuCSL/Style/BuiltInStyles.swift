import CLocales

extension Style {
  /// File names of the built-in styles without `.csl`: `gb-t-7714-2015-numeric`, ….
  public static var builtInIDs: [String] {
    var out: [String] = []
    while let name = yz_style_at(out.count).name { out.append(String(cString: name)) }
    return out
  }

  /// A built-in style by its file name without `.csl`; nil when there is none of that name.
  public static func builtIn(id: String) -> Style? {
    // The tests compile every built-in style.
    builtInBytes(id: id).flatMap { try? StyleReader.read($0, name: id + ".csl").style }
  }

  /// The file of a built-in style.
  package static func builtInBytes(id: String) -> [UInt8]? {
    guard let index = builtInIDs.firstIndex(of: id) else { return nil }
    let file = yz_style_at(index)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
