import ArgumentParser
import Foundation
import Yinzhu

/// Writes records in a format or a style.
struct RecordOutput {
  let target: Target
  let style: String?
  let options: SharedOptions
  var locale: String?
  var localeFolder: String?
  var links = false

  /// The text; losses and warnings go to standard error.
  func text(_ references: [Reference], name: String) throws -> String {
    if let record = target.record {
      let named = record == .cslJSON ? KeyedReferences.named(references, keys: options.citationKeys) : references
      let (text, diagnostics) = record.write(named, keys: options.citationKeys)
      for diagnostic in diagnostics {
        options.printer.print(diagnostic, source: nil, name: name)
      }
      return text
    }
    let format = target.output ?? .text
    return format.bibliography(try processor().bibliography(references, format: format).map(\.text))
  }

  /// What writes records back: in the style that the user names for that, or in the built-in ones.
  func renderBack() throws -> RenderBack {
    guard let style, target == .report || target == .jsonl else { return RenderBack() }
    let (compiled, processor) = try styled()
    return RenderBack(styles: CandidateStyles(id: style, style: compiled, processor: processor))
  }

  /// The processor of the style.
  func processor() throws -> Processor { try styled().processor }

  /// The style and its processor.
  func styled() throws -> (style: Style, processor: Processor) {
    let library = StyleLibrary(executable: Bundle.main.executablePath)
    let name = style ?? "gb-t-7714-2015-numeric"
    return try StyleFailure.reported(name, options.printer) {
      let (style, warnings, source) = try library.compiled(name)
      options.printer.print(warnings, source: source)
      let locales = try library.locales(for: style, language: locale, folder: localeFolder)
      var processor = Processor(style: style, locales: locales, language: locale)
      processor.linksIdentifiers = links
      processor.punctuationWidth = options.width.width
      return (style, processor)
    }
  }
}

/// Why a style can't be used, said to the user.
enum StyleFailure {
  /// What `body` gives; its failures are printed, and end the command.
  static func reported<Result>(_ name: String, _ printer: DiagnosticPrinter, _ body: () throws -> Result) throws
    -> Result
  {
    do {
      return try body()
    } catch let error as StyleLibrary.MissingPath {
      printer.print(
        Diagnostic(FileRules.missing, "there is no such file or folder", span: nil), source: nil, name: error.path)
      throw ExitCode(1)
    } catch let error as StyleLibrary.NotFound {
      let hint =
        error.nearest.isEmpty
        ? "`yinzhu styles list` shows those at hand" : "did you mean \(error.nearest.joined(separator: ", "))?"
      let asked = error.name == name ? "“\(name)”" : "“\(error.name)”, which “\(name)” points to"
      Output.message("error: there is no style \(asked); \(hint)")
      throw ExitCode(error.name == name ? 2 : 1)
    } catch let error as StyleError {
      Output.message("\(error)")
      throw ExitCode(1)
    }
  }
}
