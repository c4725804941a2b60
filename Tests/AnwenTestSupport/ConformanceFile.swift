/// Reads the files of conformance cases.
///
/// A file holds blocks between blank lines. A block without a question is a comment. Else it has,
/// in this order:
///
///     # what the case is about                      any number of comments
///     today 2024-05-10                              else the model's "as of"
///     data library                                  a folder of Tests/Fixtures, else the plan
///     sql select count(*) as count from tasks       the oracle; its views are in oracle.sql
///     en tasks | summarize count                    spellings of one question
///     zh 任务统计计数
///     ----
///     count                                         the rows as CSV
///     27
///
/// Instead of rows `error E0203 at "刘阳" suggests "刘洋"` may stand, with or without its
/// place (the text that is underlined) and its first suggestion: one such line for all spellings,
/// or one for each. A line that begins with two spaces goes on with the line above. The spellings
/// `en` and `zh` of a case have one plan; `en~` and `zh~` are other ways to put the question, which
/// may have a plan of their own. Every way of carrying any of them out gives the same bytes.
///
/// Expected rows are never taken from the program: they are derived by hand from the notice's
/// tables, or by the SQL beside them, which `check-oracle.sh` runs again. What the program gets
/// wrong stands in `cases/parked.anwtest.txt` until it is mended.
package enum ConformanceFile {
  /// A line that fits nowhere.
  package struct FormatError: Error {
    package let file: String
    package let line: Int
    package let problem: String
  }

  /// The files of cases, by their names in `cases`.
  package static let names = runCommand(["ls", packagePath(folder)]).output
    .split(separator: "\n").filter { $0.hasSuffix(".anwtest") }.map { String($0.dropLast(8)) }

  private static let folder = "Tests/ConformanceTests/cases"

  /// The cases of all files.
  package static func allCases() throws -> [ConformanceCase] {
    try names.flatMap { try cases(of: packageFile("\(folder)/\($0).anwtest"), file: $0) }
  }

  package static func cases(of text: String, file: String) throws(FormatError) -> [ConformanceCase]
  {
    var cases: [ConformanceCase] = []
    var block: [Substring] = []
    var start = 1
    let lines: [Substring] =
      text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
    for (index, line) in lines.enumerated() {
      guard line.isEmpty else {
        if block.isEmpty { start = index + 1 }
        block.append(line)
        continue
      }
      if block.contains(where: { !$0.hasPrefix("#") }) {
        var reader = BlockReader(file: file, line: start)
        cases.append(try reader.read(block))
      }
      block = []
    }
    return cases
  }
}

/// Reads the lines of one case.
private struct BlockReader {
  let file: String
  let line: Int
  private var comments: [String] = []
  private var today: String?
  private var fixture: String?
  private var sql: String?
  private var spellings: [ConformanceCase.Spelling] = []

  init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  mutating func read(
    _ block: [Substring]
  ) throws(ConformanceFile.FormatError) -> ConformanceCase {
    guard let ruler = block.firstIndex(of: "----") else { throw error("no line of dashes", 0) }
    var head: [String] = []
    for text in block[..<ruler] {
      if text.hasPrefix("  "), let last = head.popLast() {
        head.append(last + "\n" + text.dropFirst(2))
      } else {
        head.append(String(text))
      }
    }
    for text in head { try readDirective(text) }
    guard !spellings.isEmpty else { throw error("no question", 0) }
    return ConformanceCase(
      file: file, line: line, comment: comments.joined(separator: " "), today: today,
      fixture: fixture, sql: sql, spellings: spellings,
      expectation: try expectation(block[(ruler + 1)...]))
  }

  private mutating func readDirective(
    _ text: String
  ) throws(ConformanceFile.FormatError) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw error("“\(text)” says nothing", 0) }
    switch parts[0] {
    case "#": comments.append(parts[1])
    case "today": today = parts[1]
    case "data": fixture = parts[1]
    case "sql": sql = parts[1]
    case "en", "zh", "en~", "zh~":
      let language = String(parts[0].prefix(2))
      spellings.append(
        ConformanceCase.Spelling(
          language: language, isParaphrase: parts[0] != language, text: parts[1]))
    default: throw error("“\(parts[0])” is no directive", 0)
    }
  }

  private func expectation(
    _ lines: ArraySlice<Substring>
  ) throws(ConformanceFile.FormatError) -> ConformanceCase.Expectation {
    guard lines.first?.hasPrefix("error ") == true else {
      return .rows(lines.map { $0 + "\n" }.joined())
    }
    var mistakes: [ConformanceCase.Mistake] = []
    for line in lines { mistakes.append(try mistake(String(line))) }
    guard mistakes.count == 1 || mistakes.count == spellings.count else {
      throw error("neither one mistake nor one for each spelling", lines.startIndex)
    }
    return .mistakes(mistakes)
  }

  /// The quoted texts stand at the odd places between the quotes.
  private func mistake(
    _ line: String
  ) throws(ConformanceFile.FormatError) -> ConformanceCase.Mistake {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    let words = parts[0].split(separator: " ")
    guard words.count >= 2, parts.count % 2 == 1 else { throw error("no mistake: \(line)", 0) }
    var found: [String: String] = [:]
    for index in stride(from: 1, to: parts.count, by: 2) {
      found[String(parts[index - 1].split(separator: " ").last ?? "")] = parts[index]
    }
    guard Set(found.keys).isSubset(of: ["at", "suggests"]) else {
      throw error("no mistake: \(line)", 0)
    }
    return ConformanceCase.Mistake(
      code: String(words[1]), place: found["at"], suggestion: found["suggests"])
  }

  private func error(_ problem: String, _ offset: Int) -> ConformanceFile.FormatError {
    ConformanceFile.FormatError(file: file, line: line + offset, problem: problem)
  }
}
