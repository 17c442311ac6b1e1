import YinzhuModel

/// The rules of this target, each in a file of its own.
public enum CheckRules {
  /// In the order in which they look.
  public static let all: [CheckRule] = notes + citations + records + files

  /// Those that have pages: the others word again what an earlier stage found.
  public static let pages: [DiagnosticRule] = all.map(\.rule).filter { !$0.explanation.isEmpty }

  /// The Chinese title of a code, of this target or an earlier stage.
  public static func chineseTitle(_ code: String) -> String? {
    all.first { $0.code == code }?.chineseTitle ?? StageTitles.title(code)
  }

  private static let notes: [CheckRule] = [
    textMissing, markerMissing, gap, ambiguous, repeatedNumber, markerOrder, mixedLabels, printedPages, markerPosition,
  ]

  private static let citations: [CheckRule] = [
    brackets, fullAgain, shortFirst, ibidAfterSeveral, ibidAcrossPages, nestedTitle, halfWidthMarks, fullWidthMarks,
    fullWidthDigits, spaces, titleDash, rangeMark, endMark, mixedHostForm, doubledWords, nationalityForm,
    westernPageWord,
    pageCounter, quotedIn, issueForm, dateForm, yearVersion, renderingDiffers, mixedScript, separators, wrongPointer,
    fieldPresence,
    pageNumerals, straightQuotes, westernSpaces,
  ]

  private static let records: [CheckRule] = [
    impossibleDate, futureDate, futureYear, accessBeforeIssue, pageRange, equalPages, citedPageOutside, isbn, issn, doi,
    url,
    accessDate,
    requiredFields, missingAuthor, newspaperDate, newspaperPage, journalIssue, placeOfPublisher, firstEdition,
    labelInNumber,
    joinedNames, repeatedName, badName, mixedOthers, translatorMissing, serialLife, issueNumber, volumeYear, era,
    sameWorkDiffers, nearNames, typeCode, carrier, htmlEntity, lostCharacter, titleEdge, codeInTitle, decomposed,
    unbalancedField, hugePage, fourNames, languageOfTitle,
  ]

  private static let files: [CheckRule] = [
    repeatedKey, repeatedRecord, missingLink, rawMarkup, citedNotListed, listedNotCited, listNumbers, longQuotation,
  ]
}
