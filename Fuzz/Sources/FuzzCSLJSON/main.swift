import FuzzDriver
import Yinzhu

enum Processors {
  static let ours = {
    guard let style = Style.builtIn(id: "gb-t-7714-2015-numeric") else { fatalError("the style is built in") }
    var processor = Processor(style: style, locales: .builtIn, language: "en-US")
    processor.linksIdentifiers = true
    return processor
  }()
}

// Any bytes as records, and as citations of them: read, written, and printed.
fuzz { bytes, count in
  let source = SourceText(name: "fuzz.json", bytes: Array(UnsafeBufferPointer(start: bytes, count: count)))
  let (references, _) = CSLJSON.read(source)
  _ = CSLJSON.write(references)
  let clusters = CitationFile(source, references: references).clusters
  guard references.count <= 50, clusters.count <= 50 else { return 0 }
  for format in [OutputFormat.text, .html, .markdown, .latex, .rtf, .typst] {
    _ = Processors.ours.document(references, clusters, uncited: references.map(\.id), format: format)
  }
  return 0
}
