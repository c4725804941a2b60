import Testing

@Suite("The repository keeps its own rules")
struct TidyTests {
  let tree: SourceTree

  init() throws {
    tree = try RepositoryReader.read()
  }

  @Test func theRepositoryIsFound() {
    #expect(tree["Package.swift"].contains("let package = Package("))
    #expect(tree["Tests/TidyTests/TidyTests.swift"].contains("theRepositoryIsFound"))
    #expect(PackageManifest(tree["Package.swift"]).targets.contains { $0.name == "TidyTests" })
  }

  @Test func everyImportIsDeclaredAndEveryTargetKeepsItsLayer() {
    #expect(LayerRules.violations(in: tree) == [])
  }

  @Test func everyFileKeepsTheRulesOfFiles() {
    #expect(FileRules.violations(in: tree) == [])
  }
}
