import Anwen
import AnwenBinder
import AnwenTestSupport
import Testing

@Suite("Types: the reference")
struct TypeReferenceTests {
  private static var tables: String {
    let implicit = TypeRules.conversions.map { "| \($0.from) | \($0.to) | \($0.place) |\n" }
    let explicit = TypeRules.explicitConversions.map { conversion in
      let words = conversion.function.words
      return "| \(conversion.from) | \(conversion.to) | "
        + "`\(words?.name ?? "")` \(words?.chinese ?? "") |\n"
    }
    return "### What becomes another type by itself\n\n"
      + "| from | to | where |\n| --- | --- | --- |\n" + implicit.joined()
      + "\n### What a query converts\n\n| from | to | by |\n| --- | --- | --- |\n"
      + explicit.joined()
  }

  @Test func theChapterHoldsTheTablesOfTheCode() throws {
    try ChapterTables.expect(Self.tables, in: "Types")
  }

  @Test(
    "a type that does not fit comes with the conversion that helps",
    arguments: [
      ("tasks where title > 3", ["int(title)", "text(3)"]),
      ("任务 筛选 标题 > 3", ["整数(标题)", "text(3)"]),
      ("tasks where due > \"2024-06-30\"", ["date(\"2024-06-30\")", "text(due)"]),
      ("tasks | derive x = title * 1.5", ["decimal(title)"]),
      ("tasks | derive x = due + title", ["int(title)"]),
      ("tasks where upper(number) = \"A\"", ["text(number)"]),
      ("tasks where month(title) = 2024-06", ["date(title)"]),
      ("tasks where month_number(month(due)) = 6", ["start(month(due))"]),
      ("tasks where leaders contains \"刘\"", ["join(leaders)"]),
      ("tasks where title in (1, 2)", ["int(title)", "text(1)"]),
      ("tasks | derive x = if number > 3 then title else number", ["int(title)", "text(number)"]),
      ("tasks | summarize sum(title)", ["decimal(title)"]),
      ("tasks | derive x = coalesce(title, number)", ["int(title)", "text(number)"]),
    ])
  func offers(question: String, expected: [String]) throws {
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    let error = #expect(throws: SessionError.self) { try session.ask(question) }
    #expect(error?.diagnostics.first?.problem.suggestions == expected, "\(question)")
  }
}
