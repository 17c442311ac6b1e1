// swift-tools-version: 6.3
import PackageDescription

/// A package of its own: `make fuzz` builds all of it, the library too, with libFuzzer's instrumentation.
let package = Package(
  name: "yinzhu-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "yinzhu", path: "..")],
  targets: [
    .target(name: "FuzzDriver", swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "FuzzStyle", dependencies: ["FuzzDriver", .product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "FuzzDocument", dependencies: ["FuzzDriver", .product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "FuzzFormats", dependencies: ["FuzzDriver", .product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "FuzzNote", dependencies: ["FuzzDriver", .product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "FuzzCSLJSON", dependencies: ["FuzzDriver", .product(name: "Yinzhu", package: "yinzhu")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
