import YinzhuDocuments
import YinzhuModel
import YinzhuNotes
import YinzhuText

/// A dump written in the test: what `NoteFinder` says of it, one line a note.
func found(_ text: String) throws -> [String] {
  let document = try DocumentReader.read(Array(text.utf8), name: "test.txt")
  return NoteFinder.find(in: document).notes.map { note in
    let marker = note.marker.map { "at \($0.span.start)" } ?? "no marker"
    let text = note.text.map { "“\($0.string)”" } ?? "no text"
    return "\(note.id) \(marker) \(text)"
  }
}
