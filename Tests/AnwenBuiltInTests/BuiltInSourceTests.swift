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

  @Test(
    "the plan's tables are read, with as many rows as the plan has",
    arguments: [
      ("sections", "index", 4), ("tasks", "no", 27), ("measures", "id", 171),
      ("cadences", "measure", 41), ("targets", "id", 35), ("leaders", "name", 5),
      ("departments", "name", 14), ("site_kinds", "term", 81), ("hazards_named", "hazard", 52),
    ])
  func planTables(name: String, header: String, rowCount: Int) throws {
    // A cadence may have several rows for one measure, and a kind of site may stand in two tasks.
    let hasKey = name != "cadences" && name != "site_kinds"
    let definition = TableDefinition(
      name: name, fileName: "\(name).csv",
      columns: [ColumnDefinition(name: header, type: .text)], key: hasKey ? [header] : [])
    #expect(try Table(reading: definition, from: BuiltInSource()).rowCount == rowCount)
  }

  @Test func theModelComesFirst() { #expect(BuiltInSource.fileNames.first == "model.anw") }

  @Test func aFileThatIsNotThereIsAnError() {
    let error = #expect(throws: DataError.self) { try BuiltInSource().text(of: "taks.csv") }
    #expect(error?.kind == .file(.noSuchFile(nearest: "tasks.csv")))
  }
}
