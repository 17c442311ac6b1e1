@_exported import YinzhuCSL
@_exported import YinzhuChecks
@_exported import YinzhuCitations
@_exported import YinzhuDocuments
@_exported import YinzhuFormats
@_exported import YinzhuModel
@_exported import YinzhuNotes
@_exported import YinzhuText
