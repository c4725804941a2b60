// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A target of the library or the tool, with the settings that all of them share.
func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func testTarget(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "anwen",
  products: [
    .library(name: "Anwen", targets: ["Anwen"]),
    .executable(name: "anwen", targets: ["AnwenTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // The language, from text to rows; each may import only those that it names.
    target("AnwenDiagnostics"),
    target("AnwenTypes", ["AnwenDiagnostics"]),
    target("AnwenSyntax", ["AnwenDiagnostics"]),
    target("AnwenPlan", ["AnwenTypes", "AnwenDiagnostics"]),
    target("AnwenBinder", ["AnwenSyntax", "AnwenPlan", "AnwenTypes", "AnwenDiagnostics"]),
    target("AnwenColumns", ["AnwenTypes"]),
    target("AnwenBinder", ["AnwenSyntax", "AnwenPlan", "AnwenTypes", "AnwenDiagnostics"]),
    target("Anwen", ["AnwenTypes"]),
    testTarget("AnwenTypesTests", ["AnwenTypes"]),
    testTarget("AnwenSyntaxTests", ["AnwenSyntax", "AnwenDiagnostics"]),
    testTarget("AnwenBinderTests", ["AnwenBinder", "AnwenSyntax", "AnwenTypes", "AnwenDiagnostics"]),
  ],
  swiftLanguageModes: [.v6]
)
