import Yinzhu
import YinzhuFormats
import YinzhuModel
import YinzhuText

/// Every format into every other: what is lost, and whether it was said.
package struct Matrix: Sendable {
  /// One conversion.
  package struct Cell: Sendable {
    package var from: RecordFormat
    package var to: RecordFormat
    /// Fields of the records as the first format gives them.
    package var fields = 0
    /// Fields that the second one doesn't give back, with a word about it.
    package var reported = 0
    /// Fields that it doesn't give back, without one.
    package var silent: [String] = []
    /// Records that it doesn't give back.
    package var missing = 0
  }

  /// The formats that are read and written.
  package static let formats = RecordFormat.allCases.filter { $0.isRead && $0.isWritten }

  package let references: [Reference]

  package init(references: [Reference]) { self.references = references }

  private static let keys = CitationKeys(pattern: .hanzi, own: .identifiers)

  /// The records as the file of a format gives them.
  private func records(of format: RecordFormat) -> [Reference] {
    let text = format.write(references, keys: Self.keys).text
    return format.read(SourceText(name: "matrix", text: text)).references
  }

  /// The conversions from a format into all.
  package func row(_ from: RecordFormat) -> [Cell] {
    let before = records(of: from)
    return Self.formats.map { cell(before, from: from, to: $0) }
  }

  private func cell(_ before: [Reference], from: RecordFormat, to: RecordFormat) -> Cell {
    var cell = Cell(from: from, to: to)
    let (text, diagnostics) = to.write(before, keys: Self.keys)
    let after = to.read(SourceText(name: "matrix", text: text)).references
    var losses: [String: [Diagnostic.Loss]] = [:]
    for case let loss? in diagnostics.map(\.loss) { losses[loss.entry, default: []].append(loss) }
    let keys = to.writesIDs ? before.map(\.id.rawValue) : Self.keys.keys(for: before)
    if after.count != before.count { cell.missing = abs(before.count - after.count) }
    for (index, reference) in before.enumerated() where index < after.count {
      cell.fields += reference.fields.count + reference.foreign.count + reference.custom.count
      for difference in RecordDifferences.between(reference, after[index]) {
        if RecordDifferences.isReported(difference, by: losses[keys[index]] ?? []) {
          cell.reported += 1
        } else {
          cell.silent.append(
            "\(from.rawValue) → \(to.rawValue), \(keys[index]) (\(reference.type.rawValue)): \(difference.field) “\(difference.before)” → “\(difference.after)”"
          )
        }
      }
    }
    return cell
  }
}
