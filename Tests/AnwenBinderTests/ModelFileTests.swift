import AnwenBinder
import AnwenDiagnostics
import AnwenSyntax
import AnwenTypes
import Glibc
import Testing

/// The text of a file of the package, by its path from the package's root.
func packageFile(_ path: String) throws -> String {
  let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  let root = here.dropLast(3).joined(separator: "/")
  guard let file = unsafe fopen(root + "/" + path, "r") else { throw MissingFile(path: path) }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  while true {
    let byte = unsafe getc(file)
    guard byte != EOF else { break }
    bytes.append(UInt8(byte))
  }
  return String(decoding: bytes, as: UTF8.self)
}

struct MissingFile: Error {
  let path: String
}

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
