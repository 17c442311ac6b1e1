// swift-tools-version: 6.3
import PackageDescription

/// Who may import whom is a rule of the architecture (docs/architecture.md); `make test` enforces it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "yinzhu",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Yinzhu", targets: ["Yinzhu"]),
    .executable(name: "yinzhu", targets: ["YinzhuCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries, found by pkg-config.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),

    // Data files, compiled in with #embed: Swift's own embedding takes 40 s for 100 KB.
    .target(name: "CLexicons", exclude: ["lexicons", "weights"]),
    .target(name: "CLocales", exclude: ["locales"]),

    .target(name: "YinzhuText", swiftSettings: settings),
    .target(name: "YinzhuModel", dependencies: ["YinzhuText"], swiftSettings: settings),
    .target(
      name: "YinzhuDocuments", dependencies: ["YinzhuText", "YinzhuModel", "CLibXML2", "CZip"], swiftSettings: settings),
    .target(name: "YinzhuNotes", dependencies: ["YinzhuText", "YinzhuModel"], swiftSettings: settings),
    .target(
      name: "YinzhuCitations", dependencies: ["YinzhuText", "YinzhuModel", "CLexicons"], swiftSettings: settings),
    .target(
      name: "YinzhuCSL", dependencies: ["YinzhuText", "YinzhuModel", "CLibXML2", "CICU", "CLocales"],
      swiftSettings: settings),
    .target(
      name: "YinzhuFormats", dependencies: ["YinzhuText", "YinzhuModel", "CLibXML2", "CYAML"], swiftSettings: settings),
    .target(
      name: "YinzhuChecks", dependencies: ["YinzhuText", "YinzhuModel", "CLexicons"], swiftSettings: settings),
    .target(
      name: "Yinzhu",
      dependencies: [
        "YinzhuText", "YinzhuModel", "YinzhuDocuments", "YinzhuNotes", "YinzhuCitations", "YinzhuCSL", "YinzhuFormats",
        "YinzhuChecks",
      ], swiftSettings: settings),
    .executableTarget(
      name: "YinzhuCommand",
      dependencies: ["Yinzhu", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),

    // Tools for ourselves, not installed: the CSL test suite and styles in use, run in place.
    .target(
      name: "CSLSuite", dependencies: ["YinzhuCSL", "YinzhuModel", "YinzhuText"], swiftSettings: settings),
    .executableTarget(
      name: "csl-suite",
      dependencies: [
        "CSLSuite", "Yinzhu", "YinzhuCSL", "YinzhuModel", "YinzhuText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Sources/CSLSuiteCommand", exclude: ["expected-failures.tsv"], swiftSettings: settings),

    // Files of formats with the records expected, and every format into every other.
    .target(
      name: "FormatSuite",
      dependencies: ["CitationCorpus", "Yinzhu", "YinzhuFormats", "YinzhuModel", "YinzhuText"], swiftSettings: settings),
    .executableTarget(
      name: "format-suite",
      dependencies: [
        "FormatSuite", "CitationCorpus", "Yinzhu", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Sources/FormatSuiteCommand", swiftSettings: settings),

    // Citations of our own making, and the weights that are trained on them.
    .target(
      name: "CitationCorpus", dependencies: ["YinzhuCSL", "YinzhuModel", "YinzhuText"], exclude: ["words"],
      swiftSettings: settings),
    .executableTarget(
      name: "citation-corpus",
      dependencies: ["CitationCorpus", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Sources/CitationCorpusCommand", swiftSettings: settings),
    .executableTarget(
      name: "citation-training",
      dependencies: [
        "CitationCorpus", "YinzhuCitations", "YinzhuModel", "YinzhuText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Sources/CitationTraining", swiftSettings: settings),

    .testTarget(
      name: "CitationCorpusTests", dependencies: ["CitationCorpus", "YinzhuCSL", "YinzhuModel", "YinzhuText"],
      swiftSettings: settings),
    .testTarget(name: "YinzhuTextTests", dependencies: ["YinzhuText"], swiftSettings: settings),
    .testTarget(name: "YinzhuModelTests", dependencies: ["YinzhuModel", "YinzhuText"], swiftSettings: settings),
    .testTarget(
      name: "YinzhuDocumentsTests",
      dependencies: ["Yinzhu", "YinzhuDocuments", "YinzhuModel", "YinzhuText", "CZip"],
      swiftSettings: settings),
    .testTarget(
      name: "YinzhuNotesTests", dependencies: ["YinzhuNotes", "YinzhuDocuments", "YinzhuModel", "YinzhuText"],
      swiftSettings: settings),
    .testTarget(
      name: "YinzhuCitationsTests", dependencies: ["YinzhuCitations", "YinzhuModel", "YinzhuText"],
      swiftSettings: settings),
    .testTarget(
      name: "YinzhuCSLTests", dependencies: ["CSLSuite", "YinzhuCSL", "YinzhuModel", "YinzhuText"],
      swiftSettings: settings),
    .testTarget(
      name: "YinzhuFormatsTests", dependencies: ["YinzhuFormats", "YinzhuModel", "YinzhuText"],
      swiftSettings: settings),
    .testTarget(
      name: "YinzhuChecksTests", dependencies: ["YinzhuChecks", "Yinzhu", "YinzhuModel", "YinzhuText"],
      swiftSettings: settings),
    .testTarget(
      name: "YinzhuTests",
      dependencies: ["CitationCorpus", "FormatSuite", "Yinzhu", "YinzhuCSL", "YinzhuModel", "YinzhuText"],
      swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
