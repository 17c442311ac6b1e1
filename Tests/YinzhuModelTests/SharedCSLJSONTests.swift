import Foundation
import Testing
import YinzhuModel
import YinzhuText

/// Records of other programs, read in place: nothing is lost on the way through the model.
@Suite("CSL-JSON: records of other programs")
struct SharedCSLJSONTests {
  static let shared = ProcessInfo.processInfo.environment["YINZHU_SHARED"] ?? "../shared"

  /// The texts of all files, or an empty list with a printed reason.
  static func texts() -> [(name: String, text: String)] {
    var out: [(String, String)] = []
    for (folder, suffix) in [("csl-zh/items", ".json"), ("csl-test-suite", ".txt")] {
      let path = "\(shared)/\(folder)"
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        print("skipped: \(path) is not there (set YINZHU_SHARED)")
        continue
      }
      for name in names.sorted() where name.hasSuffix(suffix) {
        guard let text = try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) else { continue }
        if suffix == ".json" {
          out.append((name, text))
        } else if let start = text.range(of: "= INPUT ="), let open = text[start.upperBound...].range(of: "\n"),
          let end = text[open.upperBound...].range(of: "\n<<")
        {
          out.append((name, String(text[open.upperBound..<end.lowerBound])))
        }
      }
    }
    return out
  }

  @Test func nothingIsLost() throws {
    var records = 0
    var keys = 0
    for (name, text) in Self.texts() {
      let source = SourceText(name: name, text: text)
      let (references, diagnostics) = CSLJSON.read(source)
      #expect(!diagnostics.contains { $0.severity == .error }, "\(name): \(diagnostics.map(\.message))")
      let original = try JSONReader.value(source.bytes)
      let items = original["items"]?.array ?? original.array ?? [original]
      let bytes = CSLJSON.write(references)
      let back = try JSONReader.value(bytes).array ?? []
      #expect(items.count == back.count, "\(name)")
      for (item, other) in zip(items, back) {
        records += 1
        for member in item.members ?? [] {
          keys += 1
          let key = Variable(key: member.key).map { other[$0.rawValue] == nil ? member.key : $0.rawValue } ?? member.key
          let value = other[key]
          #expect(
            value.map { Self.plain($0, key) } == Self.plain(member.value, key), "\(name): \(member.key)")
        }
      }
      let again = CSLJSON.read(SourceText(name: name, bytes: bytes)).references
      #expect(references.map(Self.withoutPlaces) == again.map(Self.withoutPlaces), "\(name)")
    }
    print("CSL-JSON read and written: \(records) records, \(keys) keys")
  }

  /// What a value says, apart from spellings that mean the same: numbers as strings, an empty date beside its words.
  static func plain(_ value: JSONValue, _ key: String) -> JSONValue {
    switch value {
    case .number(let text): return .string(Int(text).map(String.init) ?? text)
    case .string(let text):
      if key == "date-parts" { return text.isEmpty ? .null : .string(Int(text).map(String.init) ?? text) }
      return .string(Variable(key: key)?.kind == .text ? RichText(markup: text).markup : text)
    case .bool(true): return .string("1")
    case .null, .bool: return value
    case .array(let elements):
      let inner = elements.map { plain($0, key) }
      return .array(key == "date-parts" ? inner.filter { $0 != .string("0") && $0 != .null } : inner)
    case .object(let members):
      let inner = members.map { JSONValue.Member(key: $0.key, value: plain($0.value, $0.key)) }
        .filter { $0.key != "date-parts" || $0.value != .array([]) || members.count == 1 }
        .sorted { $0.key < $1.key }
      return .object(inner)
    }
  }

  static func withoutPlaces(_ reference: Reference) -> Reference {
    var out = reference
    out.span = nil
    for (variable, field) in out.fields {
      var value = field.value
      if case .names(var list) = value {
        for index in list.names.indices { list.names[index].spans = [] }
        value = .names(list)
      }
      out.fields[variable] = Field(value, .edited)
    }
    for index in out.custom.indices { out.custom[index].provenance = .edited }
    for index in out.foreign.indices { out.foreign[index].span = SourceSpan(start: 0, end: 0) }
    out.foreign.sort { $0.key < $1.key }
    return out
  }
}
