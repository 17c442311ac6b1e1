import FuzzDriver
import Yinzhu

// The first byte chooses what the name says; the rest is a document. PDF is left out: another program reads it.
let names = ["a.txt", "a.md", "a.tex", "a.html", "a.docx", "a.epub"]

fuzz { bytes, count in
  let all = Array(UnsafeBufferPointer(start: bytes, count: count))
  guard let first = all.first, !all.dropFirst().starts(with: "%PDF".utf8) else { return 0 }
  guard let document = try? DocumentReader.read(Array(all.dropFirst()), name: names[Int(first) % names.count]) else {
    return 0
  }
  for note in NoteFinder.find(in: document).notes {
    for span in note.text?.spans ?? [] where span.end > document.source.bytes.count { fatalError("a place outside") }
  }
  return 0
}
