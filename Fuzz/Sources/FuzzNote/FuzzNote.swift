import FuzzDriver
import Yinzhu

// A note or an entry of a list, of whatever bytes. Places lie inside it.
let parser = CitationParser()

fuzz { bytes, count in
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let length = text.utf8.count
  for item in parser.parse(text).citation.items {
    var spans = item.spans
    for field in item.reference?.fields.values ?? [:].values { spans += field.provenance.spans }
    for span in spans where span.start < 0 || span.end > length || span.end < span.start {
      fatalError("a place outside")
    }
    if item.parse.confidence.isNaN { fatalError("no confidence") }
  }
  _ = parser.explain(MappedText(text))
  return 0
}
