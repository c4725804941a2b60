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

  @Test("the program holds every chapter of the guide; a new one is added to CBuiltInFiles.c")
  func chapters() throws {
    let root =
      #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/")
    for chapter in GuideChapters.all {
      let bytes = try FileReader.read("\(root)/Sources/Anwen/Anwen.docc/\(chapter.name).md")
      #expect(chapter.text == String(decoding: bytes, as: UTF8.self))
    }
    // The front page is for programmers.
    let page = try FileReader.read("\(root)/Sources/Anwen/Anwen.docc/Anwen.md")
    for line in String(decoding: page, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("- <doc:") {
      let name = line.dropFirst("- <doc:".count).dropLast()
      #expect(GuideChapters.all.contains { $0.name == name }, "\(name)")
    }
  }

  @Test func theModelComesFirst() { #expect(BuiltInSource.fileNames.first == "model.anw") }

  @Test func aFileThatIsNotThereIsAnError() {
    let error = #expect(throws: DataError.self) { try BuiltInSource().text(of: "taks.csv") }
    #expect(error?.kind == .file(.noSuchFile(nearest: "tasks.csv")))
  }
}
