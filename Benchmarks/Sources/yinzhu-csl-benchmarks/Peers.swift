import Foundation

/// Other CSL processors, as their users run them, on the same records.
struct Peers {
  let bench: String
  let data: String
  private let environment = ProcessInfo.processInfo.environment

  static let names = ["citeproc-js", "pandoc", "typst"]

  /// What runs a peer with a style; a reason where it is not at hand.
  func command(_ peer: String, style: String) -> Result<[String], Absent> {
    switch peer {
    case "citeproc-js":
      guard WholeProcess.executable("node") != nil else { return .failure(Absent(reason: "there is no node")) }
      guard let path = environment["CITEPROC_JS"], access(path, R_OK) == 0 else {
        return .failure(Absent(reason: "CITEPROC_JS doesn't name citeproc_commonjs.js (npm install citeproc)"))
      }
      return .success(["node", "--stack-size=4000", bench + "/citeproc-js-bench.js", style, data, "bib"])
    case "pandoc":
      guard let pandoc = WholeProcess.executable(environment["PANDOC"] ?? "pandoc") else {
        return .failure(Absent(reason: "there is no pandoc; PANDOC names it (make bench-peers)"))
      }
      return .success([
        pandoc, "--citeproc", "--csl", style, "-t", "plain", "--wrap=none", "-o", "/dev/null", "all.md",
      ])
    default:
      guard let python = environment["TYPST_PYTHON"], WholeProcess.executable(python) != nil else {
        return .failure(Absent(reason: "TYPST_PYTHON names no Python with typst (make bench-peers)"))
      }
      let name = (style as NSString).lastPathComponent
      try? FileManager.default.removeItem(atPath: data + "/" + name)
      try? FileManager.default.copyItem(atPath: style, toPath: data + "/" + name)
      return .success([python, bench + "/typst-bench.py", data + "/all.typ", name])
    }
  }

  struct Absent: Error {
    var reason: String
  }
}
