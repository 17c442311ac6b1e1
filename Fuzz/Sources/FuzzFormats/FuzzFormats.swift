import FuzzDriver
import Yinzhu

private let readers = RecordFormat.allCases.filter(\.isRead)
private let writers = RecordFormat.allCases.filter(\.isWritten)
private let keys = CitationKeys(pattern: .hanzi, own: .identifiers)

// The first two bytes choose a reader and a writer; the others are a file. Records are read, written and read again.
fuzz { bytes, count in
  guard count >= 2 else { return 0 }
  let all = Array(UnsafeBufferPointer(start: bytes, count: count))
  let reader = readers[Int(all[0]) % readers.count]
  let writer = writers[Int(all[1]) % writers.count]
  let source = TextDecoder.decode(Array(all[2...]), name: "fuzz").source
  _ = RecordFormat.guessed(source)
  let (references, diagnostics) = reader.read(source)
  for diagnostic in diagnostics {
    guard (diagnostic.span?.end ?? 0) <= source.bytes.count else { fatalError("a place outside the source") }
  }
  guard references.count <= 200 else { return 0 }
  let (text, _) = writer.write(references, keys: keys)
  guard writer.isRead else { return 0 }
  let back = writer.read(SourceText(name: "back", text: text)).references
  guard back.count == references.count else {
    fatalError("\(reader) → \(writer): \(references.count) records became \(back.count)")
  }
  return 0
}
