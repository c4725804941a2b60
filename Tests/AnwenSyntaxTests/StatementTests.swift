import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

@Suite("Lexer: statements and widths")
struct StatementTests {
  private func statements(_ source: String) throws -> [String] {
    let (text, _) = Lexer.lex(SourceText(source))
    let splitter = StatementSplitter(text, vocabulary: try libraryVocabulary())
    return splitter.statements().map { text.source.slice(text.range($0.lowerBound, $0.upperBound)) }
  }

  @Test(
    "where a statement ends",
    arguments: [
      ("", []),
      ("  # nothing but a comment\n\n", []),
      ("books", ["books"]),
      ("books\nloans", ["books", "loans"]),
      ("books; loans ;", ["books", "loans"]),
      ("books；loans", ["books", "loans"]),
      ("books\n\nloans\n", ["books", "loans"]),
      // Indented, a bar, the word of a stage, a bracket that closes.
      ("books\n  lent", ["books\n  lent"]),
      ("books\n| take 3", ["books\n| take 3"]),
      ("books\ntake 3\nloans", ["books\ntake 3", "loans"]),
      ("图书\n取 3\n借阅", ["图书\n取 3", "借阅"]),
      ("books (price > 3\n)", ["books (price > 3\n)"]),
      // A Chinese stage word is one only before white space.
      ("图书\n取3", ["图书", "取3"]),
      ("图书\n前3名 按 定价", ["图书\n前3名 按 定价"]),
      ("图书\n前三名 按 定价\n前作", ["图书\n前三名 按 定价", "前作"]),
      ("图书\n前3名按定价", ["图书", "前3名按定价"]),
      (
        "books\nunion (books\n)\ndistinct\ndrop price",
        ["books\nunion (books\n)\ndistinct\ndrop price"]
      ),
      // The line before is not finished.
      ("books |\ntake 3", ["books |\ntake 3"]),
      ("books,\nlent", ["books,\nlent"]),
      ("books where price >\n30", ["books where price >\n30"]),
      ("books where price >\n\n30", ["books where price >\n\n30"]),
      // Comments are white space; a line that holds only one is no empty line.
      ("books # all\n  # of them\n  take 3", ["books # all\n  # of them\n  take 3"]),
      ("books\n# between\nloans", ["books", "loans"]),
      // Signs in quotes are text.
      ("books where title = \"a; b\"; loans", ["books where title = \"a; b\"", "loans"]),
    ] as [(String, [String])])
  func splitting(source: String, expected: [String]) throws {
    #expect(try statements(source) == expected)
  }

  @Test(
    "full-width signs, digits and letters are their half-width twins",
    arguments: [
      ("图书　筛选　定价＞３０", "图书 筛选 定价>30"),
      ("图书 筛选 定价＞＝３０．５", "图书 筛选 定价>=30.5"),
      ("图书 筛选 计数（借阅）＝２", "图书 筛选 计数(借阅)=2"),
      ("ｂｏｏｋｓ，ｌｅｎｔ", "books,lent"),
      ("图书 筛选 书名 = ＂海＂", "图书 筛选 书名 = \"海\""),
      ("图书｜取　３", "图书|取 3"),
    ])
  func widths(full: String, half: String) throws {
    let vocabulary = try libraryVocabulary()
    let readings = QueryReadings(full, vocabulary)
    #expect(!readings.queries.isEmpty)
    #expect(readings.dump == QueryReadings(half, vocabulary).dump)
  }

  @Test("in quotes a full-width sign is itself, and both quotes of a text fit")
  func quotedWidths() throws {
    let vocabulary = try libraryVocabulary()
    for quoted in ["“Ａ，b”", "「Ａ，b」", "『Ａ，b』", "\"Ａ，b\""] {
      #expect(
        QueryReadings("图书 筛选 书名 = \(quoted)", vocabulary).dump
          == "book | where (title = 'Ａ，b')", "\(quoted)")
    }
    #expect(
      QueryReadings("books where title = \"a \"\"b\"\" c\"", vocabulary).dump
        == "book | where (title = 'a \"b\" c')")
  }

  @Test("places are bytes of the text as it was typed")
  func places() throws {
    let source = "图书　筛选　定价＞３０ 取３"
    let readings = QueryReadings(source, try libraryVocabulary())
    let query = try #require(readings.queries.first)
    let text = readings.text.source
    guard case .clause(let clause) = query.source else {
      Issue.record("no entity at the head")
      return
    }
    #expect(clause.nounPlace.range == SourceRange(0, 6))
    #expect(query.place.range == SourceRange(0, source.utf8.count))
    #expect(query.stages.map { text.slice($0.place.range) } == ["筛选", "取"])
    guard case .filter(.comparison(let comparison)) = query.stages[0].kind,
      case .number(let number) = comparison.right, case .name(let name) = comparison.left
    else {
      Issue.record("no comparison of a name and a number")
      return
    }
    #expect(text.slice(name.place.range) == "定价")
    #expect(text.slice(comparison.operatorPlace.range) == "＞")
    #expect(text.slice(number.place.range) == "３０")
    // Each of 图书　筛选　 is three bytes, and so is each full-width sign.
    #expect(name.place.range == SourceRange(18, 24))
    #expect(number.place.range == SourceRange(27, 33))
  }

  @Test("a diagnostic's carets stand below the characters that it means")
  func carets() throws {
    let source = "图书　筛选　价格＞３０"
    let readings = QueryReadings(source, try libraryVocabulary())
    #expect(readings.queries.isEmpty)
    #expect(readings.diagnostics.map { readings.text.source.slice($0.range) } == ["价格"])
  }
}
