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
    guard let index = builtInIDs.firstIndex(of: id) else { return nil }
    let file = yz_style_at(index)
    let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    // The tests compile every built-in style.
    return try? StyleReader.read(bytes, name: id + ".csl").style
  }
}
