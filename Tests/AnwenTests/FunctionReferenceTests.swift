import Anwen
import AnwenFunctions
import AnwenTestSupport
import Testing

@Suite("Functions: the reference")
struct FunctionReferenceTests {
  /// The chapter's part that the functions themselves tell.
  private static var tables: String {
    ScalarFunction.families.map { family in
      let rows = family.functions.compactMap(\.words).map { words in
        let examples = words.examples.map { "`\($0.call)` is \($0.result)" }
        return "| `\(words.name)` \(words.chinese) | \(words.help) | "
          + examples.joined(separator: ", ") + " |\n"
      }
      return "### \(family.title)\n\n| function | the result | for example |\n| --- | --- | --- |\n"
        + rows.joined()
    }.joined(separator: "\n")
  }

  @Test func theChapterListsEachFunction() throws {
    try ChapterTables.expect(Self.tables, in: "Functions")
  }

  @Test("its examples are so in both languages", arguments: ScalarFunction.all.compactMap(\.words))
  func examples(of words: ScalarFunction.Words) throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    #expect(!words.examples.isEmpty)
    for example in words.examples {
      let question = "select \(example.call) as x"
      #expect(try result(of: question, in: session) == example.result, "\(question)")
      let query = try session.prepare(SourceText(question)).query
      let chinese = try #require(session.sourceParts(of: query, in: .chinese)).joined(
        separator: " | ")
      #expect(chinese.contains(words.chinese), "\(chinese)")
      #expect(try result(of: chinese, in: session) == example.result, "\(chinese)")
    }
  }

  private func result(of question: String, in session: Session) throws -> String? {
    let lines = try session.ask(question).text(as: .csv).split(separator: "\n")
    return lines.count == 2 ? String(lines[1]) : nil
  }
}
