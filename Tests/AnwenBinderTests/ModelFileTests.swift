import AnwenBinder
import AnwenDiagnostics
import AnwenTestSupport
import Testing

@Suite("Catalog: the models of the package")
struct ModelFileTests {
  @Test(
    "a model loads without diagnostics",
    arguments: ["Examples/dizhuang-2024/model.anw", "Tests/Fixtures/library/model.anw"])
  func loads(path: String) throws {
    let text = try packageFile(path)
    let (_, diagnostics) = Catalog.read(SourceText(text, name: path))
    #expect(drawn(diagnostics, in: text) == "")
  }
}
