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
    let format: OutputFormat = target == .html ? .html : .text
    let entries = try processor().bibliography(references, format: format)
    return entries.map { $0.text + "\n" }.joined()
  }

  /// The processor of the style.
  func processor() throws -> Processor {
    let library = StyleLibrary(executable: Bundle.main.executablePath)
    let name = style ?? "gb-t-7714-2015-numeric"
    do {
      let (style, warnings) = try library.style(name)
      for warning in warnings { options.printer.print(warning, source: nil, name: name) }
      var processor = Processor(style: style, locales: try library.locales(folder: localeFolder), language: locale)
      processor.punctuationWidth = options.width.width
      return processor
    } catch let error as StyleLibrary.MissingPath {
      let diagnostic = Diagnostic(FileRules.missing, "there is no such file or folder", span: nil)
      options.printer.print(diagnostic, source: nil, name: error.path)
      throw ExitCode(1)
    } catch let error as StyleLibrary.NotFound {
      let hint =
        error.nearest.isEmpty
        ? "`yinzhu styles list` shows those at hand" : "did you mean \(error.nearest.joined(separator: ", "))?"
      Output.message("error: there is no style “\(name)”; \(hint)")
      throw ExitCode(2)
    } catch let error as StyleError {
      Output.message("\(error)")
      throw ExitCode(1)
    }
  }
}
