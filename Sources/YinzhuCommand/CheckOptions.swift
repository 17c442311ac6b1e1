import ArgumentParser
import Foundation
import Yinzhu

/// Options that `check` and `fix` share.
struct CheckOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Compare notes with this style: an id or a file.", valueName: "id"))
  var style: String?

  @Option(
    help: ArgumentHelp(
      "Only these codes, parted by commas; R stands for all that begin with R, all for opinions too.",
      valueName: "codes"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Not these codes.", valueName: "codes"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "The encoding of the input where it is guessed wrong: utf-8, gb18030, big5, utf-16le, utf-16be.",
      valueName: "name"))
  var encoding: TextEncoding?

  @Option(help: ArgumentHelp("The language of messages: zh or en; by the locale where not given.", valueName: "lang"))
  var language: String?

  func validate() throws {
    if let language, Self.language(language) == nil {
      throw ValidationError("--language takes zh or en, not “\(language)”.")
    }
    for code in Self.codes(select) + Self.codes(ignore) { try Self.confirm(code) }
  }

  /// Codes of `--select R001,C --select N`.
  static func codes(_ values: [String]) -> [String] {
    values.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }) }.map { String($0) }
  }

  /// A mistyped code would silence nothing, or everything.
  static func confirm(_ code: String) throws {
    let wanted = code.uppercased()
    if wanted == "ALL" || Rules.all.contains(where: { $0.code.hasPrefix(wanted) }) { return }
    let nearest = Nearest.words(to: wanted, among: Rules.all.map(\.code))
    let hint = nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: ", "))?"
    throw ValidationError("There is no code “\(code)”.\(hint)")
  }

  static func language(_ name: String) -> FindingLanguage? {
    let name = name.lowercased()
    if name.hasPrefix("zh") || name == "chinese" { return .chinese }
    if name.hasPrefix("en") || name == "c" || name == "posix" || name == "english" { return .english }
    return nil
  }

  /// The language that the environment asks for.
  static var localeLanguage: FindingLanguage {
    let environment = ProcessInfo.processInfo.environment
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return value.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  func language(_ settings: CheckSettings) -> FindingLanguage {
    language.flatMap(Self.language) ?? settings.language ?? Self.localeLanguage
  }

  func selection(_ settings: CheckSettings) throws -> CodeSelection {
    for code in (settings.select ?? []) + (settings.ignore ?? []) { try Self.confirm(code) }
    return CodeSelection(
      selected: select.isEmpty ? settings.select ?? [] : Self.codes(select),
      ignored: (settings.ignore ?? []) + Self.codes(ignore))
  }

  /// What checks files under some settings.
  func fileCheck(_ settings: CheckSettings) throws -> FileCheck {
    var renderBack = RenderBack()
    if let name = style ?? settings.style {
      let output = RecordOutput(target: .report, style: name, options: try SharedOptions.parse([]))
      renderBack = try output.renderBack()
    }
    let pipeline = Pipeline(
      lexicons: LexiconFolder.lexicons(executable: Bundle.main.executablePath), renderBack: renderBack)
    return FileCheck(selection: try selection(settings), pipeline: pipeline, today: Self.today)
  }

  private static var today: DateValue.Parts {
    let parts = Foundation.Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return DateValue.Parts(year: parts.year ?? 9999, month: parts.month, day: parts.day)
  }
}
