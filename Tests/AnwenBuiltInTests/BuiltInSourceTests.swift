import AnwenBuiltIn
import AnwenData
import Testing

@Suite("Built-in files")
struct BuiltInSourceTests {
  @Test("the program holds the files of the example folder", arguments: BuiltInSource.fileNames)
  func sameBytes(name: String) throws {
    let folder =
      #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/") + "/Examples/dizhuang-2024"
    let onDisk = try FileReader.read("\(folder)/\(name)")
    let isSame = try BuiltInSource().withBytes(of: name) { bytes in
      bytes.count == onDisk.count && bytes.indices.allSatisfy { bytes[$0] == onDisk[$0] }
    }
    #expect(isSame)
  }

  @Test func theModelComesFirst() { #expect(BuiltInSource.fileNames.first == "model.anw") }

  @Test func aFileThatIsNotThereIsAnError() {
    let error = #expect(throws: DataError.self) { try BuiltInSource().text(of: "taks.csv") }
    #expect(error?.kind == .file(.noSuchFile(nearest: "tasks.csv")))
  }
}
