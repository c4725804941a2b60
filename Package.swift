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

func testTarget(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// How the program is linked where it is released, so that it starts fast: with a linker that takes
/// the script of `Linking` for the C++ library, and without a table of names for other programs.
let quickStart: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-L", Context.packageDirectory + "/Sources/AnwenTool/Linking",
      "-Xlinker", "--no-export-dynamic",
    ], .when(platforms: [.linux], configuration: .release))
]

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
    target("AnwenColumns", ["AnwenTypes"]),
    target("AnwenFunctions", ["AnwenColumns", "AnwenTypes", "AnwenDiagnostics"]),
    target("AnwenPlan", ["AnwenFunctions", "AnwenTypes", "AnwenDiagnostics"]),
    target(
      "AnwenBinder",
      ["AnwenSyntax", "AnwenPlan", "AnwenFunctions", "AnwenTypes", "AnwenDiagnostics"]),
    target(
      "AnwenEngine",
      ["AnwenPlan", "AnwenFunctions", "AnwenColumns", "AnwenTypes", "AnwenDiagnostics"]),
    target("AnwenData", ["AnwenColumns", "AnwenTypes", "AnwenDiagnostics"]),
    target("AnwenOutput", ["AnwenColumns", "AnwenTypes", "AnwenDiagnostics"]),
    target(
      "Anwen",
      [
        "AnwenSyntax", "AnwenBinder", "AnwenPlan", "AnwenEngine", "AnwenFunctions", "AnwenColumns",
        "AnwenData", "AnwenOutput", "AnwenTypes", "AnwenDiagnostics",
      ]),

    // The tool.
    target("AnwenSample", ["AnwenTypes"]),
    .target(name: "CBuiltInFiles"),
    target("AnwenBuiltIn", ["AnwenData", "CBuiltInFiles"]),
    // Needs libedit-dev. Its module map says what to link, and pkg-config is left out, since that
    // would warn each embedder without libedit, who never builds the tool.
    .systemLibrary(name: "CLibEdit"),
    .target(name: "CEditShim", dependencies: ["CLibEdit"]),
    target("AnwenShell", ["CEditShim", "CLibEdit", "AnwenDiagnostics"]),
    .executableTarget(
      name: "AnwenTool",
      dependencies: [
        "Anwen", "AnwenSyntax", "AnwenFunctions", "AnwenOutput", "AnwenShell", "AnwenBuiltIn",
        "AnwenSample", "AnwenData", "AnwenTypes", "AnwenDiagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Linking"], swiftSettings: settings, linkerSettings: quickStart),

    // Tests.
    .target(
      name: "AnwenTestSupport", dependencies: ["AnwenBinder", "AnwenSyntax", "AnwenDiagnostics"],
      path: "Tests/AnwenTestSupport", swiftSettings: settings),
    testTarget("AnwenDiagnosticsTests", ["AnwenDiagnostics"]),
    testTarget("AnwenTypesTests", ["AnwenTypes"]),
    testTarget("AnwenSyntaxTests", ["AnwenSyntax", "AnwenDiagnostics", "AnwenTestSupport"]),
    testTarget(
      "GrammarTests",
      ["Anwen", "AnwenEngine", "AnwenPlan", "AnwenSyntax", "AnwenDiagnostics", "AnwenTestSupport"]),
    testTarget(
      "AnwenPlanTests", ["AnwenPlan", "AnwenFunctions", "AnwenTypes", "AnwenDiagnostics"]),
    testTarget(
      "AnwenBinderTests",
      ["AnwenBinder", "AnwenSyntax", "AnwenTypes", "AnwenDiagnostics", "AnwenTestSupport"]),
    testTarget("AnwenColumnsTests", ["AnwenColumns", "AnwenTypes"]),
    testTarget(
      "AnwenEngineTests",
      [
        "AnwenEngine", "AnwenPlan", "AnwenFunctions", "AnwenColumns", "AnwenTypes",
        "AnwenDiagnostics",
      ]),
    testTarget("AnwenDataTests", ["AnwenData", "AnwenColumns", "AnwenTypes"]),
    testTarget(
      "AnwenOutputTests", ["AnwenOutput", "AnwenColumns", "AnwenTypes", "AnwenDiagnostics"]),
    testTarget("AnwenSampleTests", ["AnwenSample", "AnwenData", "AnwenColumns", "AnwenTypes"]),
    testTarget("AnwenBuiltInTests", ["AnwenBuiltIn", "AnwenData"]),
    testTarget("AnwenShellTests", ["AnwenShell", "AnwenDiagnostics", "AnwenTestSupport"]),
    testTarget("AnwenToolTests", ["AnwenTool", "AnwenTestSupport"]),
    testTarget(
      "ConformanceTests",
      [
        "Anwen", "AnwenSyntax", "AnwenBinder", "AnwenEngine", "AnwenPlan", "AnwenOutput",
        "AnwenData", "AnwenDiagnostics", "AnwenTypes", "AnwenTestSupport",
      ],
      exclude: [
        "cases", "check-oracle.sh", "oracle.sql", "oracle-library.sql", "oracle-inspectors.sql",
        "oracle-ledger.sql",
      ]),
    testTarget(
      "AnwenTests",
      [
        "Anwen", "AnwenSyntax", "AnwenBinder", "AnwenFunctions", "AnwenData", "AnwenDiagnostics",
        "AnwenTestSupport",
      ]),
    testTarget("TidyTests", []),
  ],
  swiftLanguageModes: [.v6]
)
