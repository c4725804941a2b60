import Testing

/// The rules, tried on small packages that break them.
@Suite("Tidy rules")
struct RuleTests {
  @Test func codeIsWhatIsLeftWithoutCommentsAndTexts() {
    let code = SwiftCode(
      #"""
      // import A
      @testable public import Real.Part  // import B
      /* import C /* nested */
      import D */ import struct Other.Thing; import Third
      let text = "import E \" // no comment"
      let long = """
      import F
      """
      let raw = ##"a "# import G"##
      @_exported package import Last
      """#)
    #expect(code.imports.map(\.module) == ["Real", "Other", "Third", "Last"])
    #expect(code.imports.map(\.line) == [2, 4, 4, 10])
    #expect(code.imports.map(\.isTestable) == [true, false, false, false])
    #expect(!code.text.contains("comment"))
  }

  @Test func manifestsAreReadAsTheyAreWritten() {
    let manifest = PackageManifest(
      #"""
      func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
        .target(name: name, dependencies: dependencies, swiftSettings: settings)
      }
      let package = Package(
        name: "p", products: [.library(name: "L", targets: ["L"])],
        targets: [
          target("Base"),  // target("Ghost")
          target("Upper", ["Base", .product(name: "Other", package: "other-package")]),
          .systemLibrary(name: "CLib", pkgConfig: "lib", providers: [.apt(["lib-dev"])]),
          .target(name: "Shim", dependencies: ["CLib", .target(name: "Base")], exclude: ["x"]),
          .target(name: "Support", path: "Tests/Support", swiftSettings: settings),
          executableTarget("tool", ["Upper"]),
          testTarget(
            "UpperTests",
            ["Upper", "Support"]),
        ])
      """#)
    #expect(
      manifest.targets.map(\.name)
        == ["Base", "Upper", "CLib", "Shim", "Support", "tool", "UpperTests"])
    #expect(
      manifest.targets.map(\.dependencies)
        == [[], ["Base", "Other"], [], ["CLib", "Base"], [], ["Upper"], ["Upper", "Support"]])
    #expect(
      manifest.targets.map(\.directory).suffix(3) == [
        "Tests/Support", "Sources/tool", "Tests/UpperTests",
      ])
    #expect(manifest.target(holding: "Tests/UpperTests/A.swift")?.name == "UpperTests")
    #expect(manifest.target(holding: "Sources/Upper2/A.swift") == nil)
  }

  private let manifest = #"""
    target("AnwenDiagnostics", ["AnwenTypes"]),
    target("AnwenTypes", ["AnwenDiagnostics"]),
    target("AnwenGadget"),
    testTarget("AnwenTypesTests", ["AnwenTypes"]),
    """#

  @Test func aPackageWithWrongLayersIsFound() {
    let tree = SourceTree(files: [
      "Package.swift": manifest,
      "Sources/AnwenTypes/A.swift": "import AnwenDiagnostics\nimport AnwenPlan\nimport Glibc\n",
      "Sources/AnwenTypes/B.swift": "// import AnwenPlan\npublic import Foundation\n",
      "Sources/AnwenLost/C.swift": "let a = 1\n",
      "Tests/AnwenTypesTests/D.swift":
        "import Glibc\nimport Testing\n@testable import AnwenTypes\nimport AnwenDiagnostics\n",
      "Examples/embedding/Sources/Main.swift": "import Anwen\nimport FoundationEssentials\n",
    ])
    #expect(
      LayerRules.violations(in: tree).map(\.description) == [
        "Package.swift: AnwenDiagnostics lies too low to depend on AnwenTypes",
        "Package.swift: the target AnwenGadget has no place in the layers",
        "Examples/embedding/Sources/Main.swift:2: nothing imports FoundationEssentials",
        "Sources/AnwenLost/C.swift: the file belongs to no target",
        "Sources/AnwenTypes/A.swift:2: AnwenTypes does not declare AnwenPlan",
        "Sources/AnwenTypes/A.swift:3: AnwenTypes does not declare Glibc",
        "Sources/AnwenTypes/B.swift:2: nothing imports Foundation",
        "Tests/AnwenTypesTests/D.swift:3: tests use package access",
        "Tests/AnwenTypesTests/D.swift:4: AnwenTypesTests does not declare AnwenDiagnostics",
      ])
  }

  @Test func theLayersHaveNoCycle() {
    var left = LayerRules.layers
    while let free = left.first(where: { $0.value.allSatisfy { left[$0] == nil } }) {
      left[free.key] = nil
    }
    #expect(left.isEmpty)
  }

  @Test func aPackageWithUntidyFilesIsFound() {
    let long = String(repeating: "let a = 1\n", count: 601)
    let tree = SourceTree(files: [
      "Package.swift": manifest,
      "NOTES.md": "", ".hidden": "",
      "Sources/AnwenTypes/Long.swift": long,
      "Sources/AnwenTypes/Table.swift": "// Generated from a table.\n" + long,
      "Sources/AnwenTypes/a.swift": "//" + " TO" + "DO: more\nlet\ta = 1\n",
      "Sources/AnwenTypes/A.swift": "let path = \"/ho" + "me/somebody\"\n",
      "Sources/AnwenTypes/Codes.swift": "// \"E0101\"\nlet a = [\"E0101\", \"E0102\", \"E01\"]\n",
      "Sources/AnwenTypes/Other.swift":
        "let b = \"E0102\"\nlet c = unsafe d\nlet unsafer = \"unsafe\"\n",
      "Sources/AnwenGadget/T.swift": "let t = \"/tm" + "p/x\"\n",
      "Tests/AnwenTypesTests/T.swift": "let t = \"/tm" + "p/x\"\nlet c = unsafe d\n",
    ])
    #expect(
      FileRules.violations(in: tree).map(\.description) == [
        "NOTES.md: the top level has no place for it",
        "Sources/AnwenTypes/a.swift: differs from Sources/AnwenTypes/A.swift in case only",
        "Sources/AnwenTypes/Long.swift: 601 lines are more than 600",
        "Sources/AnwenTypes/a.swift:2: a tab",
        "Sources/AnwenTypes/a.swift:1: work that is left for later",
        "Sources/AnwenGadget/T.swift:1: a path of one machine",
        "Sources/AnwenTypes/A.swift:1: a path of one machine",
        "Sources/AnwenTypes/Other.swift:1: E0102 is used at Sources/AnwenTypes/Codes.swift:2 already",
        "Sources/AnwenTypes/Other.swift:2: unsafe code in a target that has none",
      ])
  }

  @Test func eachCodeHasItsSection() {
    let tree = SourceTree(files: [
      "Package.swift": manifest,
      "Sources/AnwenTypes/Codes.swift": "let a = [\"E0101\", \"E1302\"]\n",
      "Sources/Anwen/Anwen.docc/Errors.md": "# Errors\n\n### E0101\n\n### E0102\n",
    ])
    #expect(
      FileRules.violations(in: tree).map(\.description) == [
        "Sources/Anwen/Anwen.docc/Errors.md: E1302 has no section",
        "Sources/Anwen/Anwen.docc/Errors.md: no problem has the code E0102",
      ])
  }

  @Test func unsafeCodeSaysWhyItIsSound() {
    let manifest = "target(\"AnwenColumns\", []),"
    let code = "let a = unsafe b\n"
    let silent = SourceTree(files: [
      "Package.swift": manifest, "Sources/AnwenColumns/A.swift": code,
    ])
    let explained = SourceTree(files: [
      "Package.swift": manifest, "Sources/AnwenColumns/A.swift": "// SAFETY: b is.\n" + code,
    ])
    #expect(
      FileRules.unsafeCode(silent).map(\.description)
        == ["Sources/AnwenColumns/A.swift:1: unsafe without a SAFETY line"])
    #expect(FileRules.unsafeCode(explained).isEmpty)
  }
}
