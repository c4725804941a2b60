import AnwenTestSupport
import Testing

@Suite("The tool: options")
struct OptionTests {
  @Test func anOutputFileIsReplacedOnlyByForce() throws {
    let folder = TemporaryFolder()
    let file = folder.path + "/answer.csv"
    #expect(try anwen("-f", "csv", "-o", file, "leaders | take 1").status == 0)
    #expect(try fileBytes(file) == Array("name\n刘兴\n".utf8))
    let refused = try anwen("-f", "csv", "-o", file, "leaders | take 2")
    #expect(refused.status == 2)
    #expect(refused.isCleanFailure)
    #expect(try fileBytes(file) == Array("name\n刘兴\n".utf8))
    #expect(try anwen("-f", "csv", "-o", file, "--force", "leaders | take 2").status == 0)
    #expect(try fileBytes(file) == Array("name\n刘兴\n刘洋\n".utf8))
    #expect(runCommand(["ls", "-A", folder.path]).output == "answer.csv\n")
  }

  @Test func nothingIsWrittenByAQuestionThatFails() throws {
    let folder = TemporaryFolder()
    #expect(try anwen("-o", folder.path + "/a", "taks").status == 1)
    #expect(try anwen("-o", folder.path + "/a", "--max-rows", "1", "leaders").status == 3)
    #expect(try anwen("-o", folder.path + "/a", input: "leaders\n\ntaks\n").status == 1)
    #expect(runCommand(["ls", "-A", folder.path]).output == "")
  }

  @Test func todayIsWhatIsSaid() throws {
    #expect(try anwen("period", "今天").text.hasPrefix("2024-11-15"))
    #expect(try anwen("period", "--today", "2025-02-28", "明天").text.hasPrefix("2025-03-01"))
    let ids = try anwen("-f", "csv", "--today", "2024-05-01", "tasks due this quarter")
    #expect(ids.lines.dropFirst().map { $0.prefix { $0 != "," } } == ["2"])
  }

  @Test func theLanguageIsTheQuestionsUnlessItIsSaid() throws {
    #expect(try anwen("leaders").lines.first == "name")
    #expect(try anwen("领导").lines.first == "姓名")
    #expect(try anwen("--lang", "auto", "领导").lines.first == "姓名")
    #expect(try anwen("--lang", "zh", "leaders").lines.first == "姓名")
    #expect(try anwen("--lang", "en", "领导").lines.first == "name")
    #expect(try anwen("--lang", "zh", "taks").errorText.hasPrefix("错误 E0"))
    #expect(try anwen("--lang", "en", "任物").errorText.hasPrefix("error E0"))
    // A name is a value and says nothing of the language.
    #expect(try anwen("tasks owned by 武长庚").lines.first?.hasPrefix("number") == true)
    let machine = try anwen("-f", "json", "--lang", "zh", "leaders")
    #expect(machine.output == (try anwen("-f", "json", "leaders").output))
  }

  @Test func otherDataIsAsked() throws {
    let library = packagePath("Tests/Fixtures/library")
    let run = try anwen("-d", library, "-f", "csv", "authors | select name")
    // In the order of their UTF-8 bytes: the key is the name.
    let names = [
      "Edith Quill", "Jonas Feld", "Mara Holm", "Tom Barrow", "李小红", "王小明", "赵一鸣", "陈大海",
    ]
    #expect(run.lines == ["name"] + names)
    let relative = try anwen("-d", "library", "作者", folder: packagePath("Tests/Fixtures"))
    #expect(relative.status == 0)
  }
}
