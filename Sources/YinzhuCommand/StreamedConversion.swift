import Yinzhu

/// BibTeX or BibLaTeX → CSL-JSON without all records in memory at once: the way of large libraries.
struct StreamedConversion {
  /// The file as CSL-JSON.
  let text: [UInt8]
  /// What is wrong with the input.
  let diagnostics: [Diagnostic]

  /// Nil where a record must be named, since keys depend on those of all others.
  init?(_ source: SourceText, dialect: BibTeXWriter.Dialect, jobs: Int) {
    struct NeedsKeys: Error {}
    var stream = CSLJSONStream(jobs: jobs)
    do {
      diagnostics = try BibTeXReader(dialect: dialect).read(source, jobs: jobs) { references in
        if references.contains(where: { CitationKeys.isMadeUp($0.id.rawValue) }) { throw NeedsKeys() }
        stream.append(references)
      }
    } catch {
      return nil
    }
    text = stream.finish()
  }
}
