import YinzhuChecks
import YinzhuDocuments
import YinzhuModel
import YinzhuText

/// A file with its safe fixes made.
public struct FixedSource: Sendable {
  /// The text before, as it was decoded.
  public var source: SourceText
  /// The text afterwards.
  public var bytes: [UInt8]
  /// Findings that were mended.
  public var applied: [Finding]
  /// Findings with a mend that was left, as it overlaps with another or would break the file.
  public var left: [Finding]

  /// Whether anything changed.
  public var isChanged: Bool { bytes != source.bytes }
}

/// Why a file can't be fixed.
public enum FixRefusal: Error, Sendable {
  /// The file can't be read.
  case unreadable(DocumentError)
  /// The text isn't what the file holds byte by byte: archives, pages, other encodings.
  case notPlainText(String)
}

/// Applies the fixes of findings to reference files and to text, Markdown and LaTeX documents.
public struct FileFix: Sendable {
  private let check: FileCheck
  private let allowsUnsafe: Bool

  /// A mend may show another; after so many rounds nothing more is expected.
  private static let rounds = 8

  /// - Parameters:
  ///   - check: What finds the slips.
  ///   - allowsUnsafe: Whether fixes that a person should look at are applied too.
  public init(check: FileCheck, allowsUnsafe: Bool = false) {
    self.check = check
    self.allowsUnsafe = allowsUnsafe
  }

  /// The file with its fixes made, so that fixing it again changes nothing.
  ///
  /// A round that makes errors (a reader that no longer understands the file) is taken back.
  public func fix(_ bytes: [UInt8], name: String) throws(FixRefusal) -> FixedSource {
    let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    let text = Array(bytes[mark.count...])
    var checked = try read(text, name: name)
    guard checked.source.bytes == text else {
      throw .notPlainText(
        checked.source.encoding == .utf8
          ? "this format isn't mended in place"
          : "the file is \(checked.source.encoding.rawValue); convert it to UTF-8 first")
    }
    var out = FixedSource(source: checked.source, bytes: text, applied: [], left: [])
    for _ in 0..<Self.rounds {
      let plan = FixPlan(checked.findings, allowsUnsafe: allowsUnsafe, sourceCount: checked.source.bytes.count)
      out.left = plan.left
      guard !plan.edits.isEmpty else { break }
      let changed = plan.applied(to: out.bytes)
      let next = try read(changed, name: name)
      if Self.errors(next.findings) > Self.errors(checked.findings) {
        out.left = plan.applied + plan.left
        break
      }
      out.bytes = changed
      out.applied += plan.applied
      checked = next
    }
    out.bytes = mark + out.bytes
    out.source = SourceText(name: name, bytes: mark + text)
    return out
  }

  private static func errors(_ findings: [Finding]) -> Int { findings.count { $0.severity == .error } }

  private func read(_ bytes: [UInt8], name: String) throws(FixRefusal) -> CheckedSource {
    do throws(DocumentError) {
      return try check.check(bytes, name: name)
    } catch {
      throw .unreadable(error)
    }
  }
}
