// swift-tools-version: 6.3
import PackageDescription

/// A package of its own, so that users of the library neither see nor build it.
let package = Package(
  name: "yinzhu-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "yinzhu", path: "..")],
  targets: [
    .executableTarget(
      name: "yinzhu-benchmarks", dependencies: [.product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "yinzhu-csl-benchmarks", dependencies: [.product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "yinzhu-formats-benchmarks", dependencies: [.product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
