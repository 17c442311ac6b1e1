import YinzhuModel
import YinzhuText

/// Records for tests, from CSL-JSON.
enum Records {
  static func read(_ bytes: [UInt8]) -> [Reference] {
    CSLJSON.read(SourceText(name: "records.json", bytes: bytes)).references
  }

  /// One record, from the text of a JSON object.
  static func one(_ json: String) throws -> Reference {
    guard let first = read(Array(json.utf8)).first else { throw NoRecord() }
    return first
  }

  struct NoRecord: Error {}
}
