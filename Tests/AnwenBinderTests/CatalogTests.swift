import AnwenBinder
import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import AnwenTypes
import Testing

/// The library's catalog.
private func library() throws -> Catalog {
  let text = try packageFile("Tests/Fixtures/library/model.anw")
  return Catalog.read(SourceText(text)).catalog
}

@Suite("Catalog: what a model becomes")
struct CatalogTests {
  @Test func theWhole() throws {
    let catalog = try library()
    #expect(
      catalog.title
        == LocalizedText(english: "Loans of a small library", chinese: "小型图书馆借阅记录"))
    // 2024-05-20 is the 141st day of a leap year; 1970 to 2023 have 54 × 365 + 13 days.
    #expect(catalog.asOf == CalendarDate(daysSinceEpoch: 54 * 365 + 13 + 140))
    #expect(catalog.encoding == .utf8)
    #expect(catalog.entities.map(\.name) == ["author", "book", "person", "loan"])
    #expect(catalog.constants.map(\.words.name) == ["loan_days"])
    #expect(catalog.enumerations.map(\.type.name) == ["genre", "fee_level"])
    #expect(catalog.entities.map(\.isSample) == [false, false, false, true])
    #expect(
      catalog.entities.map(\.file) == ["authors.csv", "books.csv", "readers.csv", "loans.csv"])
  }

  @Test(
    "a column's type, source, role and label",
    arguments: [
      ("author", "name", DataType.text, "name", EntityColumn.Role.names, "姓名"),
      ("author", "pen_name", .text, "pen_name", .synonyms, "笔名"),
      ("book", "number", .int, "id", .plain, "书号"),
      (
        "book", "authors", .list(.reference(ReferenceType(entity: "author", key: .text))),
        "authors", .plain, "作者"
      ),
      ("book", "price", .decimal(scale: 2), "price", .plain, "定价"),
      (
        "book", "sequel_of", .reference(ReferenceType(entity: "book", key: .int)), "sequel_of",
        .plain, "前作"
      ),
      ("book", "is_reference", .bool, "reference", .plain, "馆内阅览"),
      ("book", "loan_total", .int, nil, .plain, "借阅量"),
      (
        "loan", "reader", .reference(ReferenceType(entity: "person", key: .text)), "reader",
        .plain, "读者"
      ),
      ("loan", "due", .date, nil, .plain, "到期日"),
    ] as [(String, String, DataType, String?, EntityColumn.Role, String)])
  func column(
    entity: String, name: String, type: DataType, header: String?, role: EntityColumn.Role,
    chinese: String
  ) throws {
    let column = try #require(try library().entity(entity)?.column(name))
    #expect(column.type == type)
    switch column.source {
    case .stored(let found): #expect(found == header)
    case .derived: #expect(header == nil)
    }
    #expect(column.role == role)
    let english = String(name.map { $0 == "_" ? " " : $0 })
    #expect(column.label == LocalizedText(english: english, chinese: chinese))
  }

  @Test func anEnumerationKeepsItsOrderAndNames() throws {
    let genre = try #require(try library().enumeration("genre"))
    #expect(genre.type.cases.map(\.name) == ["novel", "history", "science"])
    #expect(genre.type.cases.map(\.label.chinese) == ["小说", "历史", "科学"])
    #expect(genre.cases[1].spellings.map(\.text) == ["history", "历史", "史书"])
  }

  @Test func positionsOfAnEntity() throws {
    let catalog = try library()
    let book = try #require(catalog.entity("book"))
    #expect(book.key == book.columnIndex("number"))
    #expect(book.label == book.columnIndex("title"))
    #expect(book.mainDate == nil)
    #expect(book.defaults.map { book.columns[$0].name } == ["number", "title", "authors", "genre"])
    let person = try #require(catalog.entity("person"))
    #expect(person.mainDate == person.columnIndex("joined_on"))
    // Without a line of its own: all columns.
    #expect(person.defaults == [0, 1, 2, 3])
  }

  @Test(
    "a relation and the reference behind it",
    arguments: [
      ("author", "books", "book", "authors", ["books", "book", "图书", "著作"]),
      ("book", "sequels", "book", "sequel_of", ["sequels", "sequel", "续作"]),
      ("book", "loans", "loan", "book", ["loans", "loan", "借阅"]),
      ("person", "loans", "loan", "reader", ["loans", "loan", "借阅"]),
    ])
  func relation(
    entity: String, name: String, source: String, column: String, spellings: [String]
  ) throws {
    let catalog = try library()
    let relation = try #require(catalog.entity(entity)?.relation(name))
    #expect(catalog.entities[relation.source].name == source)
    #expect(catalog.entities[relation.source].columns[relation.column].name == column)
    #expect(relation.words.spellings.map(\.text) == spellings)
  }

  @Test func phrasesShareTheirIdAndSlots() throws {
    let book = try #require(try library().entity("book"))
    #expect(book.phrases.map(\.id) == [0, 1])
    let written = book.phrases[0]
    let slot = PhraseSlot(name: "authors", type: .values(.entity("author")))
    #expect(written.slots == [slot])
    #expect(
      written.wordings == [
        PhrasePattern(
          id: 0, wording: 0, language: .english,
          elements: [.literal("written by"), .slot(slot)]),
        PhrasePattern(
          id: 0, wording: 1, language: .chinese, elements: [.slot(slot), .literal("所著")]),
        PhrasePattern(
          id: 0, wording: 2, language: .chinese, elements: [.slot(slot), .literal("写")]),
      ])
  }

  @Test(
    "the type of a slot",
    arguments: [
      ("{who}", PhraseSlot.SlotType.values(.entity("b"))),
      ("{many}", .values(.entity("b"))),
      ("{kind}", .values(.enumeration("e"))),
      ("{day}", .period),
      ("{size}", .number),
      ("{note}", .text),
      ("{period}", .period),
      ("{number}", .number),
      ("{text}", .text),
      ("{x: b}", .values(.entity("b"))),
      ("{x: e}", .values(.enumeration("e"))),
      ("{x: period}", .period),
      ("{x: number}", .number),
      ("{x: 文本}", .text),
    ])
  func slotType(slot: String, expected: PhraseSlot.SlotType) {
    let source = """
      enumeration e: low
      entity b
        file "b.csv"
        key number
        column number: int
        column who: b
        column many: list of b
        column kind: e
        column day: date
        column size: int
        column note: text
        phrase "like \(slot)" = who
      """
    let (catalog, diagnostics) = Catalog.read(SourceText(source))
    #expect(drawn(diagnostics, in: source) == "")
    #expect(catalog.entities[0].phrases.first?.slots.map(\.type) == [expected])
  }

  @Test(
    "English names of an entity",
    arguments: [
      ("task", "", ["tasks", "task"]),
      ("category / 类", "", ["categories", "category", "类"]),
      ("day", "", ["days", "day"]),
      ("box", "", ["boxes", "box"]),
      ("branch / dish", "", ["branches", "branch", "dishes", "dish"]),
      ("child 儿童", "plural children", ["children", "child", "儿童"]),
      ("staff", "plural staff", ["staff"]),
      ("任务", "", ["任务"]),
    ])
  func plural(names: String, detail: String, expected: [String]) {
    let source = "entity \(names)\n  file \"a\"\n  column x: int\n" + "  " + detail
    let entity = Catalog.read(SourceText(source)).catalog.entities[0]
    #expect(entity.words.spellings.map(\.text) == expected)
  }

  @Test func theVocabularyHoldsEveryWord() throws {
    let author = ValueWord(spelling: "Mara Holm", key: "Mara Holm", type: .entity("author"))
    let vocabulary = try library().vocabulary(values: [author])
    func meanings(_ word: String) -> [WordMeaning] {
      let text = Lexer.lex(SourceText(word)).text
      return vocabulary.words(in: text, at: 0).filter { $0.end == text.count }.map(\.meaning)
    }
    #expect(meanings("People") == [.entity(2)])
    #expect(meanings("续作") == [.relation(1, 0)])
    #expect(meanings("超期") == [.condition(3, 1)])
    #expect(meanings("借期") == [.constant(0)])
    #expect(meanings("所著") == [.phraseWord])
    #expect(meanings("定价") == [.column(1, 4)])
    func keys(_ word: String) -> [String] {
      let text = Lexer.lex(SourceText(word)).text
      return vocabulary.values(in: text, at: 0).filter { $0.end == text.count }.map(\.value.key)
    }
    #expect(keys("史书") == ["history"])
    #expect(keys("Mara Holm") == ["Mara Holm"])
    let book = vocabulary.entities[1]
    #expect(book.columns[2].target == "author")
    #expect(book.columns[2].isList)
    #expect(book.columns[3].valueType == .enumeration("genre"))
    #expect(book.columns[6].isBoolean)
    #expect(book.mainDate == nil && vocabulary.entities[3].mainDate != nil)
    #expect(book.relations.map(\.target) == ["book", "loan"])
  }

  @Test(
    "a day",
    arguments: [
      ("1970-01-01", 0), ("0001-01-01", -719_162), ("2000-02-29", 11_016),
      ("9999-12-31", 2_932_896),
    ])
  func asOf(day: String, expected: Int32) {
    let (catalog, _) = Catalog.read(SourceText("as of " + day))
    #expect(catalog.asOf == CalendarDate(daysSinceEpoch: expected))
  }

  @Test("the calendar: a fiscal year, and semesters of which the last reaches into the next year")
  func calendar() throws {
    let (catalog, diagnostics) = Catalog.read(
      SourceText(
        """
        财年：4月
        semester spring 春季: February 20 to July 5
        学期 秋季 / autumn: 9月1日到1月15日
        entity book
          file "b.csv"
          column number: int
        """))
    #expect(diagnostics.isEmpty)
    typealias Day = CalendarSettings.MonthDay
    let terms = [
      CalendarSettings.Term(
        names: ["spring", "春季"], start: try #require(Day(month: 2, day: 20)),
        last: try #require(Day(month: 7, day: 5))),
      CalendarSettings.Term(
        names: ["秋季", "autumn"], start: try #require(Day(month: 9, day: 1)),
        last: try #require(Day(month: 1, day: 15))),
    ]
    #expect(catalog.calendar == CalendarSettings(fiscalYearFirstMonth: 4, terms: terms))
  }

  @Test(
    "semesters out of order",
    arguments: [
      ("May 1 to June 3", "E0705"), ("April 30 to June 3", "E0705"), ("May 4 to January 3", nil),
      ("May 4 to April 1", "E0705"), ("May 4 to June 3", nil),
    ])
  func semesters(days: String, code: String?) {
    let (_, diagnostics) = Catalog.read(
      SourceText(
        """
        semester spring: March 20 to May 3
        semester summer: \(days)
        entity book
          file "b.csv"
          column number: int
        """))
    #expect(diagnostics.map(\.problem.code) == [code].compactMap { $0 })
  }
}
