import Foundation
import YinzhuCSL
import YinzhuModel
import YinzhuText

/// Prints records in styles of the Citation Style Language, and reads the marks around their fields.
package final class StyleSet {
  private struct Printer {
    var id: String
    var processors: [String: Processor]
    var isNote: Bool
    var hasBibliography: Bool
  }

  private var printers: [Printer] = []
  private var chinese: [Int] = []

  /// Reads the styles of some folders; files that are no styles are left out.
  package init(folders: [String], limit: Int, seed: UInt64) {
    var dice = Dice(seed: seed)
    var paths: [String] = []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      paths += names.filter { $0.hasSuffix(".csl") }.sorted().map { folder + "/" + $0 }
    }
    paths.shuffle(using: &dice)
    for path in paths where printers.count < limit {
      guard let data = FileManager.default.contents(atPath: path),
        let style = try? StyleReader.read(Array(data), name: path).style
      else { continue }
      var processors: [String: Processor] = [:]
      let isChinese = style.defaultLocale?.hasPrefix("zh") ?? false
      for tag in isChinese ? ["zh-CN", ""] : ["zh-CN", "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", ""] {
        var processor = Processor(style: style, locales: .builtIn, language: tag.isEmpty ? nil : tag)
        processor.marksFields = true
        processors[tag] = processor
      }
      if isChinese { chinese.append(printers.count) }
      printers.append(
        Printer(id: path, processors: processors, isNote: style.class == .note, hasBibliography: style.bibliography != nil))
    }
  }

  package var count: Int { printers.count }

  /// The record in one style; nil where the style prints little of it.
  func print(_ record: GeneratedRecord, _ dice: inout Dice) -> LabelledCitation? {
    let all = record.isHan && !chinese.isEmpty && dice.chance(0.55) ? chinese : Array(printers.indices)
    guard let index = all.randomElement(using: &dice) else { return nil }
    let printer = printers[index]
    let tag: String
    switch record.language {
    case "zh": tag = "zh-CN"
    case "de": tag = dice.chance(0.7) ? "de-DE" : ""
    case "fr": tag = dice.chance(0.7) ? "fr-FR" : ""
    case "es": tag = dice.chance(0.7) ? "es-ES" : ""
    case "it": tag = dice.chance(0.7) ? "it-IT" : ""
    default: tag = dice.chance(0.6) ? "en-US" : ""
    }
    guard let processor = printer.processors[tag] ?? printer.processors[""] else { return nil }
    let reference = record.reference(id: "r")
    let marked: String
    var isNote = false
    if printer.isNote, !printer.hasBibliography || dice.chance(0.6) {
      isNote = true
      var cite = Cite(reference: ReferenceID(rawValue: "r"))
      if dice.chance(0.5) {
        cite.locator = Locator(label: .page, value: "\(dice.number(1...500))" + (dice.chance(0.4) ? "-\(dice.number(501...520))" : ""), spans: [])
      }
      marked = processor.citations([Cluster(noteIndex: 1, cites: [cite])], among: [reference]).first ?? ""
    } else {
      guard let entry = processor.bibliography([reference]).first else { return nil }
      marked = entry.text
    }
    guard var citation = FieldMarkReader.read(marked, type: record.type) else { return nil }
    // Locales of today have a word for authors, which nobody prints.
    for word in ["作者", "author", "Auteur", "auteur", "Autor", "autor", "autore"] where citation.text.contains(word) { return nil }
    citation.isNote = isNote
    citation.style = printer.id
    return citation
  }
}

/// Reads the marks that the processor puts around fields.
enum FieldMarkReader {
  static func read(_ marked: String, type: ReferenceType) -> LabelledCitation? {
    var citation = LabelledCitation(type: type)
    // The variable of each byte: the innermost of those around it.
    var stack: [String] = []
    var owners: [String] = []
    var text: [UInt8] = []
    var name = ""
    var inName = false
    for scalar in marked.unicodeScalars {
      switch scalar {
      case FieldMarks.open:
        inName = true
        name = ""
      case FieldMarks.middle:
        inName = false
        stack.append(name)
      case FieldMarks.close: _ = stack.popLast()
      default:
        if inName {
          name.unicodeScalars.append(scalar)
        } else {
          // The title may stand twice, the number of the entry is none of its fields.
          let scalar = scalar == "\n" ? " " : scalar
          let bytes = Array(String(scalar).utf8)
          text += bytes
          owners += Array(repeating: stack.last ?? "", count: bytes.count)
        }
      }
    }
    if let number = owners.firstIndex(of: "citation-number"), number < 3 {
      guard let end = owners.lastIndex(of: "citation-number") else { return nil }
      var cut = end + 1
      while cut < text.count, [0x5D, 0x2E, 0x20, 0x29, 0x09].contains(text[cut]) { cut += 1 }
      // The full-width bracket and space.
      for mark in ["］", "〕", "】", "　", "）"] where text[cut...].starts(with: mark.utf8) { cut += mark.utf8.count }
      text.removeFirst(cut)
      owners.removeFirst(cut)
    }
    citation.text = String(decoding: text, as: UTF8.self)
    guard citation.text.utf8.count == text.count else { return nil }
    var start = 0
    var distinct: Set<String> = []
    while start < owners.count {
      var end = start
      while end < owners.count, owners[end] == owners[start] { end += 1 }
      if !owners[start].isEmpty, let variable = Variable(rawValue: owners[start]) {
        citation.fields.append(LabelledField(variable: variable, range: start..<end))
        distinct.insert(owners[start])
      }
      start = end
    }
    guard distinct.contains("title"), distinct.count >= 3 else { return nil }
    return citation
  }
}
