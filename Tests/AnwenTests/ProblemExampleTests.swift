import Anwen
import AnwenTestSupport
import Testing

/// Runs the examples that stand in the documentation of the problems' cases.
@Suite("Problems: the examples of their documentation")
struct ProblemExampleTests {
  @Test(
    "a question",
    arguments: [
      "Sources/AnwenSyntax/Diagnostics/SyntaxProblem.swift",
      "Sources/AnwenBinder/Diagnostics/BindingProblem.swift",
      "Sources/AnwenBinder/Diagnostics/AnalysisProblem.swift",
      "Sources/AnwenBinder/Diagnostics/StageProblem.swift",
      "Sources/AnwenBinder/Diagnostics/TimeProblem.swift",
      "Sources/AnwenBinder/Diagnostics/RangeProblem.swift",
      "Sources/AnwenTypes/Patterns/PatternProblem.swift",
      "Sources/AnwenEngine/EngineError.swift",
    ])
  func questions(file: String) throws {
    let examples = DocumentedExample.all(in: try packageFile(file))
    #expect(!examples.isEmpty)
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    for example in examples {
      let error = #expect(throws: SessionError.self, "\(example.text)") {
        if let phrase = example.periodPhrase {
          _ = try session.periods(SourceText(phrase))
        } else {
          _ = try session.ask(example.text)
        }
      }
      #expect(
        error.map { example.codes.contains($0.code) } == true,
        "\(example.text): \(error?.code ?? "")")
    }
  }

  @Test func periods() throws {
    let source = try packageFile("Sources/AnwenSyntax/Tree/PeriodProblem.swift")
    // The plan declares no semesters, and the last example is shortened.
    let excluded = ["2024年冬季学期", "本学期", "1月、2月、1月、2月、…"]
    let session = try Session(folder: packagePath("Examples/dizhuang-2024"))
    for example in DocumentedExample.all(in: source) where !excluded.contains(example.text) {
      let error = #expect(throws: SessionError.self, "\(example.text)") {
        _ = try session.periods(SourceText(example.text))
      }
      #expect(error.map { example.codes.contains($0.code) } == true, "\(example.text)")
    }
  }
}

/// A line `Example:` above a case, with the codes that the case may have.
private struct DocumentedExample {
  let text: String
  let codes: [String]

  /// The phrase of an example that is the command `anwen period`.
  var periodPhrase: String? {
    let prefix = "anwen period '"
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count).dropLast()) : nil
  }

  static func all(in source: String) -> [DocumentedExample] {
    let lines = source.split(separator: "\n").map { $0.drop { $0 == " " } }
    return lines.enumerated().compactMap { index, line in
      guard line.hasPrefix("/// Example: `") else { return nil }
      let text = line.dropFirst("/// Example: `".count).dropLast()
      let declaration = lines[index...].first { $0.hasPrefix("case ") } ?? ""
      let name = declaration.dropFirst("case ".count).prefix { $0.isLetter }
      return DocumentedExample(text: String(text), codes: codes(of: name, in: lines))
    }
  }

  /// The codes behind `case .name`, up to the next case on the same level.
  private static func codes(of name: Substring, in lines: [Substring]) -> [String] {
    guard
      let start = lines.firstIndex(where: { $0.hasPrefix("case .\(name)") && $0.hasSuffix("\"") })
        ?? lines.firstIndex(where: { $0.hasPrefix("case .\(name)(") && $0.hasSuffix(":") })
    else { return [] }
    if let code = quoted(lines[start]) { return [code] }
    return lines[(start + 1)...].prefix { $0 != "}" }.compactMap(quoted)
  }

  private static func quoted(_ line: Substring) -> String? {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[1].hasPrefix("E") ? String(parts[1]) : nil
  }
}
