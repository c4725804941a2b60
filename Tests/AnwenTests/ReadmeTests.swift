import Anwen
import AnwenTestSupport
import Testing

/// Holds README.md to what the program answers.
@Suite("README")
struct ReadmeTests {
  @Test("every question shown has the answer shown")
  func answers() throws {
    let readme = try Readme(try packageFile("README.md"))
    #expect(readme.examples.count >= 16)
    let plan = try Session(folder: packagePath("Examples/dizhuang-2024"))
    let library = try Session(model: readme.model, tables: readme.tables)
    for example in readme.examples {
      let session = example.isAboutOwnTables ? library : plan
      #expect(Self.answer(to: example.question, in: session) == example.answer)
    }
  }

  @Test("the commands are each one line, and complete")
  func commands() throws {
    let lines = try packageFile("README.md").split(separator: "\n")
    let builds = lines.filter { $0.contains("swift build -c release --static-swift-stdlib") }
    let tests = lines.filter { $0.contains("&& swift test") }
    #expect(builds.count == 1 && tests.count == 1)
    for line in builds + tests { #expect(line.hasPrefix("apt-get update && apt-get install -y ")) }
  }

  private static func answer(to question: String, in session: Session) -> String {
    do throws(SessionError) {
      return try session.ask(question).text(as: .table)
    } catch {
      return error.description
    }
  }
}

/// The examples that a text shows in its fenced blocks.
private struct Readme {
  struct Example {
    let question: String
    let answer: String
    let isAboutOwnTables: Bool
  }

  private(set) var examples: [Example] = []
  /// The model in the only block without a language.
  private(set) var model = ""
  /// The blocks of CSV, by the file name above each.
  private(set) var tables: [String: InputTable] = [:]

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var heading = ""
    while let line = lines.popFirst() {
      guard line.hasPrefix("```") else {
        if !line.isEmpty { heading = String(line) }
        continue
      }
      let end = try #require(lines.firstIndex(of: "```"), "a block is closed")
      let content = lines[..<end]
      lines = lines[(end + 1)...]
      switch line.dropFirst(3) {
      case "console": examples += Self.examples(in: content)
      case "csv":
        let file = heading.filter { $0 != "`" }
        tables[file] = InputTable(csv: content.joined(separator: "\n") + "\n")
      case "": model = content.joined(separator: "\n") + "\n"
      default: break
      }
    }
  }

  private static func examples(in block: ArraySlice<Substring>) -> [Example] {
    block.split { $0.isEmpty }.compactMap { lines in
      guard let command = lines.first, let start = command.firstIndex(of: "'"),
        let end = command.lastIndex(of: "'"), start < end
      else { return nil }
      return Example(
        question: String(command[command.index(after: start)..<end]),
        answer: lines.dropFirst().map { $0 + "\n" }.joined(),
        isAboutOwnTables: command.contains("-d library"))
    }
  }
}
