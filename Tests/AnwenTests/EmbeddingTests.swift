import Anwen
import AnwenTestSupport
import Testing

@Suite("Embedding")
struct EmbeddingTests {
  /// Every page that shows the embedding; both must have it.
  private static let pages = ["README.md", "Sources/Anwen/Anwen.docc/Anwen.md"]

  @Test("the pages show the example as it is compiled here", arguments: pages)
  func shown(page: String) throws {
    let text = try packageFile(page)
    let marked = text.split(separator: "<!-- embedding -->", maxSplits: 1)
    let block = try #require(marked.count == 2 ? marked[1] : nil, "no mark in \(page)")
    let shown = block.split(separator: "<!-- /embedding -->", maxSplits: 1)[0]
    let example = try packageFile("Tests/AnwenTests/EmbeddingExample.swift")
    #expect(shown == "\n```swift\n\(example)```\n")
  }

  @Test func theExampleRuns() throws {
    let days = try ["2024-05-10", "2024-05-02", "2024-05-20"].map {
      try #require(CalendarDate($0))
    }
    let loans = days.enumerated().map { index, day in
      Loan(id: index + 1, book: "山城旧事", due: day)
    }
    let overdue = try overdueLoans(among: loans, on: days[2])
    #expect(overdue.map(\.id) == [2, 1])
    #expect(overdue.first?.due == days[1])
  }

  /// What a package takes of this one is what it imports: not the tool, nor the plan inside it.
  @Test(
    "the package that embeds Anwen imports nothing else",
    arguments: ["Model.swift", "Tables.swift", "main.swift"])
  func imports(file: String) throws {
    let text = try packageFile("Examples/embedding/Sources/workshop/\(file)")
    let imports = text.split(separator: "\n").filter { $0.hasPrefix("import ") }
    #expect(imports.allSatisfy { $0 == "import Anwen" })
  }
}
