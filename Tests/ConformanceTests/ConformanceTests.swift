import Anwen
import AnwenData
import AnwenDiagnostics
import AnwenEngine
import AnwenOutput
import AnwenPlan
import AnwenTestSupport
import AnwenTypes
import Testing

/// What questions mean, apart from how they are carried out.
@Suite("Conformance")
struct ConformanceTests {
  static let cases: [ConformanceCase] = {
    do {
      return try ConformanceFile.allCases()
    } catch {
      Issue.record("the cases cannot be read: \(error)")
      return []
    }
  }()

  @Test("every spelling of a question has its answer, however it is carried out", arguments: cases)
  func answer(of example: ConformanceCase) throws {
    let session = try session(for: example)
    switch example.expectation {
    case .rows(let expected): try check(example, gives: expected, in: session)
    case .mistakes(let mistakes):
      for (index, spelling) in example.spellings.enumerated() {
        check(spelling, fails: mistakes[mistakes.count == 1 ? 0 : index], in: session)
      }
    }
  }

  @Test("the cases are many, and in both spellings")
  func extent() {
    #expect(Self.cases.count >= 400)
    for example in Self.cases {
      #expect(
        Set(example.spellings.filter { !$0.isParaphrase }.map(\.language)) == ["en", "zh"],
        "\(example.testDescription) lacks a spelling")
    }
    let sentences = Self.cases.flatMap(\.spellings).filter(\.isUnspacedChinese)
    #expect(sentences.count >= 25)
    #expect(Self.cases.count { $0.sql != nil } >= 30)
  }

  @Test("the oracle answers alike", .enabled("sqlite3 is not installed") { hasSQLite })
  func oracle() {
    let script = packagePath("Tests/ConformanceTests/check-oracle.sh")
    let (status, output) = runCommand(["sh", script])
    #expect(status == 0, "\(output)")
  }

  private static var hasSQLite: Bool { runCommand(["sqlite3", "--version"]).status == 0 }

  @Test("the data sets of the cases are sound", arguments: Set(cases.map(\.dataFolder)))
  func soundness(of folder: String) throws {
    _ = try Session(folder: packagePath(folder), language: .english)
  }

  /// A session whose model is not checked anew for each case; that would take most of the time.
  private func session(for example: ConformanceCase) throws -> Session {
    let today = try example.today.map { try #require(CalendarDate($0)) }
    return try Session(
      source: FolderSource(folder: packagePath(example.dataFolder)), today: today,
      language: .english, isChecked: true)
  }

  // MARK: - Rows

  private func check(
    _ example: ConformanceCase, gives expected: String, in session: Session
  ) throws {
    var usual: LogicalPlan?
    for spelling in example.spellings {
      let prepared: Session.PreparedQuery
      do {
        prepared = try session.lastQuery(of: spelling.text)
      } catch {
        Issue.record("\(spelling.text)\n\(error)")
        continue
      }
      #expect(prepared.language == .english || spelling.language == "zh")
      let plan = prepared.query.plan
      // Equal plans are carried out alike, so the ways are tried once for each.
      if usual == plan {
        #expect(try rows(of: prepared, in: session) == expected, "\(spelling.text)")
        continue
      }
      if let usual, !spelling.isParaphrase {
        Issue.record(
          """
          another plan: \(spelling.text)
          \(PlanPrinter.text(usual))
          \(PlanPrinter.text(plan))
          """)
      }
      if usual == nil, !spelling.isParaphrase { usual = plan }
      try checkEveryWay(prepared, spelling.text, gives: expected, in: session)
    }
  }

  /// All passes with batches of several sizes, no pass, and each one missing.
  private func checkEveryWay(
    _ prepared: Session.PreparedQuery, _ text: String, gives expected: String, in session: Session
  ) throws {
    let names = Optimizer.passes.map(\.name)
    let usual = Engine.defaultBatchSize
    let ways: [(passes: Set<String>, batchSize: Int)] =
      [1, 3, usual].map { ([], $0) } + [(Set(names), usual)] + names.map { ([$0], usual) }
    defer { session.limits = Session.Limits() }
    for way in ways {
      session.limits.disabledPasses = way.passes
      session.limits.batchSize = way.batchSize
      let found = try rows(of: prepared, in: session)
      #expect(
        found == expected,
        "\(text)\nbatches of \(way.batchSize), without \(way.passes.sorted())")
      // One report of a wrong answer is enough.
      if found != expected { return }
    }
  }

  private func rows(
    of prepared: Session.PreparedQuery, in session: Session
  ) throws -> String {
    var bytes: [UInt8] = []
    try session.run(prepared).write(as: .csv, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Mistakes

  private func check(
    _ spelling: ConformanceCase.Spelling, fails expected: ConformanceCase.Mistake,
    in session: Session
  ) {
    let text = SourceText(spelling.text)
    do {
      let rows = try rows(of: session.lastQuery(of: spelling.text), in: session)
      Issue.record("\(spelling.text) is no mistake:\n\(rows)")
    } catch let error as SessionError {
      #expect(error.code == expected.code, "\(spelling.text)\n\(error)")
      #expect(error.diagnostics.count <= 1, "one mistake is told once: \(error)")
      if let place = expected.place {
        let marked = error.diagnostics.first.map { text.slice($0.range) }
        #expect(marked == place, "\(spelling.text)\n\(error)")
      }
      if let suggestion = expected.suggestion {
        let offered = error.diagnostics.first?.problem.suggestions.first
        #expect(offered == suggestion, "\(spelling.text)\n\(error)")
      }
    } catch {
      Issue.record("\(spelling.text): \(error)")
    }
  }
}

extension ConformanceCase: CustomTestStringConvertible {
  public var testDescription: String { "\(file):\(line) \(spellings.first?.text ?? "")" }
}
