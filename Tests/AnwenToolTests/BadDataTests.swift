import AnwenTestSupport
import Testing

@Suite("The tool: bad data is one message with its place")
struct BadDataTests {
  /// A copy of the library's folder in which one file is another.
  private func library(_ file: String, _ bytes: [UInt8]) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    runCommand(["cp", "-r", packagePath("Tests/Fixtures/library") + "/.", folder.path])
    try writeFile(bytes, to: folder.path + "/" + file)
    return folder
  }

  private static let loans =
    "id,book,reader,borrowed_on,returned_on\n1,1,R01,2023-10-02,2023-10-20\n"

  @Test(
    "rows and cells that do not fit",
    arguments: [
      ("2,2,R01,2023-10-20\n", "row 3", ""), ("2,2,R01,2023-10-20,,,\n", "row 3", ""),
      ("2,2,R01,2023-02-30,\n", "row 3", "borrowed_on"), ("x,2,R01,2023-10-20,\n", "row 3", "id"),
      ("2,2,R01,20.10.2023,\n", "row 3", "borrowed_on"),
      ("2,\"2,R01,2023-10-20,\n", "row 3", ""), ("1,2,R01,2023-10-20,\n", "row 3", "id"),
      ("99999999999999999999,2,R01,2023-10-20,\n", "row 3", "id"),
    ])
  func badRow(row: String, place: String, column: String) throws {
    let folder = try library("loans.csv", Array((Self.loans + row).utf8))
    let run = try anwen("-d", folder.path, "loans")
    #expect(run.status == 2)
    #expect(run.isCleanFailure)
    #expect(run.errorText.contains("loans.csv"), "\(run.errorText)")
    #expect(run.errorText.contains(place), "\(run.errorText)")
    #expect(run.errorText.contains(column), "\(run.errorText)")
  }

  @Test func aTableThatNoQuestionNeedsDoesNoHarm() throws {
    let folder = try library("loans.csv", [0xFF])
    #expect(try anwen("-d", folder.path, "authors").status == 0)
  }

  @Test func aTableInAnotherEncodingSaysHowToReadIt() throws {
    // 王小明 in GB18030.
    let bytes =
      Array("name,pen_name\n".utf8) + [0xCD, 0xF5, 0xD0, 0xA1, 0xC3, 0xF7] + Array(",\n".utf8)
    let folder = try library("authors.csv", bytes)
    let run = try anwen("-d", folder.path, "authors")
    #expect(run.status == 2)
    #expect(run.isCleanFailure)
    #expect(run.errorText.contains("authors.csv"))
    #expect(run.errorText.contains("encoding gb18030"), "\(run.errorText)")
  }

  @Test(
    "models that are wrong: the place in the model is named",
    arguments: [
      "entity a 甲\n  file \"a.csv\"\n  column b 乙: nothing\n",
      "entity a 甲\n  file \"a.csv\"\n  column b 乙: c, reverse ds 丁\n", "entity\n", "data\n",
      "entity a 甲\n  file \"a.csv\"\n  key nothing\n  column b 乙: int\n",
      "\u{1B}", "(", "“",
    ])
  func badModel(model: String) throws {
    let folder = try library("model.anw", Array(model.utf8))
    let run = try anwen("-d", folder.path, "a")
    #expect(run.status == 2, "\(run.errorText)")
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("model.anw:"), "\(run.errorText)")
    #expect(run.errorText.contains("error E0"), "\(run.errorText)")
  }

  @Test func aReferenceToNothingIsNamed() throws {
    let folder = try library(
      "loans.csv", Array((Self.loans + "2,77,R01,2023-10-20,\n").utf8))
    let run = try anwen("-d", folder.path, "-f", "csv", "loans | select number, book.title")
    #expect([0, 2].contains(run.status))
    #expect(run.status == 0 ? run.lines.count == 3 : run.isCleanFailure)
  }

  @Test func missingFilesAreNamed() throws {
    let folder = try library("loans.csv", [])
    runCommand(["rm", folder.path + "/loans.csv"])
    let table = try anwen("-d", folder.path, "loans")
    #expect(table.status == 2)
    #expect(table.isCleanFailure)
    #expect(table.errorText.contains("/loans.csv"))
    runCommand(["rm", folder.path + "/model.anw"])
    let model = try anwen("-d", folder.path, "loans")
    #expect(model.status == 2)
    #expect(model.isCleanFailure)
    #expect(model.errorText.contains("/model.anw"))
  }

  @Test("a folder that may not be read", .enabled(if: runCommand(["id", "-u"]).output != "0\n"))
  func unreadableFolder() throws {
    let folder = try library("note", [])
    runCommand(["chmod", "000", folder.path])
    defer { runCommand(["chmod", "700", folder.path]) }
    let run = try anwen("-d", folder.path, "loans")
    #expect(run.status == 2)
    #expect(run.isCleanFailure)
  }

  @Test func controlCharactersInDataAndNamesAreMadeVisible() throws {
    let authors = "name,pen_name\n\"\u{1B}[2J\u{202E}Mara\",\n"
    let folder = try library("authors.csv", Array(authors.utf8))
    for format in ["table", "markdown"] {
      let run = try anwen("-d", folder.path, "-f", format, "authors | select name")
      #expect(run.status == 0)
      #expect(run.text.contains("␛") && run.text.contains("2J‹U+202E›Mara"))
      #expect(!run.output.contains(0x1B))
    }
    let named = try anwen("-d", "/nonexistent\u{1B}[2J\u{202E}", "authors")
    #expect(named.errorText.hasPrefix("/nonexistent␛[2J‹U+202E›/model.anw: error E0"))
    let word = try anwen("ta\u{1B}[2Jsks")
    #expect(word.status == 1)
    #expect(!word.errorOutput.contains(0x1B))
  }
}
