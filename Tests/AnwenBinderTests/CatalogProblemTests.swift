import AnwenBinder
import AnwenDiagnostics
import AnwenTestSupport
import Testing

@Suite("Catalog: mistakes")
struct CatalogProblemTests {
  /// Reads a model, and compares its diagnostics as drawn under their lines.
  private func expectDrawn(_ source: String, _ expected: String) {
    let (_, diagnostics) = Catalog.read(SourceText(source))
    #expect(drawn(diagnostics, in: source) == expected)
  }

  @Test(
    "of the whole",
    arguments: [
      ("as of 2024-02-30", "      ^^^^^^^^^^ E0522"),
      ("as of 2024-1-1", "      ^^^^^^^^ E0522"),
      ("as of today", "      ^^^^^ E0522"),
      ("encoding gbk", "         ^^^ E0523"),
      ("fiscal year: 2024-04", "             ^^^^^^^ E0702"),
      ("fiscal year: April 1", "             ^^^^^^^ E0702"),
      ("semester michaelmas: May 1 to May 3", "         ^^^^^^^^^^ E0703"),
      ("semester spring 秋季: May 1 to May 3", "                ^^^^ E0703"),
      ("semester spring: 2024-02-20..2024-07-05", "                 ^^^^^^^^^^^^^^^^^^^^^^ E0704"),
      ("semester spring: February", "                 ^^^^^^^^ E0704"),
      ("enumeration e: a 甲, b 甲", "                       ^^ E0525"),
      ("enumeration e: a, b / A", "                      ^ E0525"),
      ("enumeration book: a", "            ^^^^ E0525"),
      ("constant book = 1", "         ^^^^ E0525"),
      ("constant days 书 = 1", "              ^^ E0525"),
    ])
  func whole(line: String, marked: String) {
    let entity = "entity book 书\n  file \"b.csv\"\n  column number: int\n"
    expectDrawn(entity + line, line + "\n" + marked)
  }

  @Test(
    "below an entity",
    arguments: [
      // Names
      ("column number: text", "         ^^^^^^ E0525"),
      ("column name 编号: text", "              ^^^^ E0525"),
      ("column name 名 / NUMBER: text", "                   ^^^^^^ E0525"),
      ("condition late 编号 = a", "                 ^^^^ E0525"),
      ("column next: book, reverse shelf = a", "                             ^^^^^ E0526"),
      (
        "column next: book, reverse before 编号 = a", "                                    ^^^^ E0526"
      ),
      ("label titel", "        ^^^^^ E0527"),
      ("default number, titel", "                  ^^^^^ E0527"),
      ("main date day", "            ^^^ E0527"),
      // Lines that stand twice
      ("file \"c.csv\"", "       ^^^^^^^ E0521"),
      ("key shelf", "      ^^^^^ E0521"),
      // Types and columns
      ("column place: shelve", "                ^^^^^^ E0531"),
      ("column places: list of shelve", "                         ^^^^^^ E0531"),
      ("column room: hall", "               ^^^^ E0533"),
      ("column price: decimal", "                ^^^^^^^ E0532"),
      ("column price: decimal(19)", "                        ^^ E0532"),
      ("column price: decimal(x)", "                        ^ E0532"),
      ("column price: int(2)", "                    ^ E0532"),
      ("column price: int, reverse books", "                             ^^^^^ E0537"),
      ("column title: names = shelf", "                ^^^^^ E0535"),
      ("main date shelf", "            ^^^^^ E0536"),
      // Measures, and how numbers look
      ("measure shelf = count", "          ^^^^^ E0525"),
      ("column price: text, format percent", "                      ^^^^^^ E1102"),
      (
        "column shelves: list of int, format unit \"x\"",
        "                               ^^^^^^ E1102"
      ),
      ("column price: int, format decimals 19", "                                     ^^ E1103"),
      ("column price: int, format decimals two", "                                     ^^^ E1103"),
      (
        "column price: int, format percent percent",
        "                                    ^^^^^^^ E0521"
      ),
      (
        "measure m, format unit \"a\" unit \"b\" = count",
        "                                  ^^^ E0521"
      ),
      // Phrases
      ("phrase \"on {shelff}\" = a", "              ^^^^^^ E0539"),
      ("phrase \"on {a: shelff}\" = a", "                 ^^^^^^ E0539"),
      ("phrase \"is {lent}\" = a", "              ^^^^ E0540"),
      ("phrase \"on {shelf} {shelf}\" = a", "                      ^^^^^ E0541"),
      ("phrase \"{shelf}\" = a", "         ^^^^^^^^^ E0542"),
      ("phrase \"on {shelf}\" \"{period}上\" = a", "                      ^^^^^^^^^^^^ E0543"),
      ("phrase \"on {shelf}\" \"上架\" = a", "                      ^^^^^^ E0543"),
      ("phrase \"on {shelf}\" \"on {shelf}\" = a", "                      ^^^^^^^^^^^^ E0544"),
    ])
  func detail(line: String, marked: String) {
    let source = """
      entity book 书
        file "books.csv"
        key number
        column number 编号: int
        column shelf: text
        column lent: bool
        \(line)
      entity hall 厅
        file "halls.csv"
        column name: text
      """
    expectDrawn(source, "  " + line + "\n" + marked)
  }

  @Test(
    "of an entity",
    arguments: [
      ("", "^ E0520"),
      ("entity book 书", "       ^^^^ E0530\nentity book 书\n       ^^^^ E0528"),
      ("entity book\n  file \"\"\n  column a: int", "       ^^ E0529"),
      ("entity book\n  file \"../b.csv\"\n  column a: int", "       ^^^^^^^^^^ E0529"),
      ("entity book\n  file \"/b.csv\"\n  column a: int", "       ^^^^^^^^ E0529"),
      ("entity book\n  file \"a/../b.csv\"\n  column a: int", "       ^^^^^^^^^^^^ E0529"),
      ("entity book\n  file \"b.csv\"\n  column a: names", "            ^^^^^ E0538"),
      ("entity book\n  file \"b.csv\"\n  column a: date\n  key a", "      ^ E0534"),
      ("entity book\n  file \"b.csv\"\n  column a: list of text\n  key a", "      ^ E0534"),
      ("entity book\n  file \"b.csv\"\n  column a: int = 1\n  key a", "      ^ E0535"),
    ])
  func entity(source: String, marked: String) {
    let (_, diagnostics) = Catalog.read(SourceText(source))
    let carets = drawn(diagnostics, in: source).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropFirst().joined(separator: "\n")
    #expect(carets == marked)
  }

  @Test func twoEntitiesOfOneName() {
    let entity = "entity book 书\n  file \"b.csv\"\n  column a: int\n"
    expectDrawn(
      entity + entity.replacing("书", with: "图书"), "entity book 图书\n       ^^^^ E0525")
  }

  @Test func twoReversesOfOneName() {
    let source = """
      entity book
        file "b.csv"
        key n
        column n: int
      entity loan
        file "l.csv"
        column a: book, reverse loans
        column b: book, reverse loans
      """
    expectDrawn(source, "  column b: book, reverse loans\n                          ^^^^^ E0526")
  }

  @Test func anEnumerationHasAtMost255Values() {
    let rest = "\nentity book\n  file \"b.csv\"\n  column a: e"
    func model(_ count: Int) -> String {
      "enumeration e: " + (1...count).map { "v\($0)" }.joined(separator: ", ") + rest
    }
    #expect(Catalog.read(SourceText(model(255))).diagnostics.isEmpty)
    let (catalog, diagnostics) = Catalog.read(SourceText(model(256)))
    #expect(diagnostics.map(\.problem.code) == ["E0524"])
    #expect(catalog.enumerations[0].type.cases.count == 255)
  }

  @Test(
    "the nearest names are offered",
    arguments: [
      ("column place: autor", ["author"]),
      ("column place: genr", ["genre"]),
      ("column place: txt", ["text"]),
      ("label tilte", ["title"]),
      ("phrase \"on {tilte}\" = a", ["title"]),
      ("phrase \"on {perod}\" = a", ["period"]),
      ("phrase \"on {x: perod}\" = a", ["period"]),
      ("phrase \"on {a: autor}\" = a", ["author"]),
    ])
  func suggestions(line: String, expected: [String]) {
    let source = """
      enumeration genre: novel
      entity author
        file "authors.csv"
        key name
        column name: text
      entity book
        file "books.csv"
        column title: text
        \(line)
      """
    let problems = Catalog.read(SourceText(source)).diagnostics.map(\.problem)
    #expect(problems.map(\.suggestions) == [expected])
  }

  @Test func aMistakeInAColumnIsReportedOnce() {
    let source = """
      entity book
        file "books.csv"
        key number
        main date number
        default number
        column number: intt
        phrase "no {number}" = number in {number}
        phrase "on {where: book}" = a
      """
    #expect(Catalog.read(SourceText(source)).diagnostics.map(\.problem.code) == ["E0531"])
  }

  @Test("what is missing only because its line has a mistake is not told as well")
  func consequences() {
    let source = """
      enumeration shelf low, high
      entity book
        fiel "books.csv"
        key number
        main date bought_on
        default number, title
        column number int
        column title 书名: text
        column bought_on date
        column place: shelf
        phrase "bought {bought_on}" = bought_on in {bought_on}
      entity loan
        file "loans.csv"
        column book: book, reverse loans
      """
    #expect(
      Catalog.read(SourceText(source)).diagnostics.map(\.problem.code)
        == ["E0505", "E0502", "E0505", "E0505"])
  }

  @Test func wordingsInBothLanguages() {
    let problem = CatalogProblem.unknownColumn("titel", entity: "book", candidates: [])
    #expect(problem.message[.english] == "book has no column 'titel'")
    #expect(problem.message[.chinese] == "book 没有“titel”列")
  }
}
