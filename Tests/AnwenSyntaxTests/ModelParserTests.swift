import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import Testing

/// Parses a model.
private func parse(
  _ source: String
) -> (model: ModelSyntax, text: LexedText, diagnostics: [Diagnostic]) {
  let text = Lexer.lex(SourceText(source)).text
  let (model, diagnostics) = ModelParser.parse(text)
  return (model, text, diagnostics)
}

@Suite("Model parser: what is read")
struct ModelParserTests {
  @Test(
    "a declaration or detail",
    arguments: [
      ("data \"Loans\" 小型图书馆", "data <Loans> <小型图书馆>"),
      ("data \"Loans\" \"小型 图书馆\"", "data <Loans> <小型 图书馆>"),
      ("data \"Loans\"", "data <Loans>"),
      ("as of 2024-05-20", "as of <2024-05-20>"),
      ("As  Of 2024-05-20  # the day of the inventory", "as of <2024-05-20>"),
      ("截至 2024-05-20", "as of <2024-05-20>"),
      ("encoding gb18030", "encoding <gb18030>"),
      ("fiscal year: April", "fiscal year <April>"), ("财年：4月", "fiscal year <April>"),
      (
        "semester spring 春季: February 20 to July 5",
        "semester <spring> <春季>: <from February 20 to July 5>"
      ),
      (
        "学期 秋季 / autumn：9月1日到1月15日",
        "semester <秋季> <autumn>: <from September 1 to January 15>"
      ),
      ("constant loan_days 借期 = 28 + 0", "constant <loan_days> <借期> = <28 + 0>"),
      (
        "enumeration genre 类型: novel 小说, science 科学 / 科普",
        "enumeration <genre> <类型>: <novel> <小说>, <science> <科学> <科普>"
      ),
      ("枚举 类型：小说、历史", "enumeration <类型>: <小说>, <历史>"),
      (
        "enumeration genre:\n  novel,\n  history 历史", "enumeration <genre>: <novel>, <history> <历史>"
      ),
      ("entity book 图书 / 书 / printed book", "entity <book> <图书> <书> <printed book>"),
      ("entity `列` / list", "entity <列> <list>"),
      (
        "entity book\n  key number\n  label title\n  main date since\n  plural books",
        "entity <book>; key <number>; label <title>; main date <since>; plural <books>"
      ),
      (
        "entity book\n  file \"books.csv\"\n  default number, title、due\n  sample",
        "entity <book>; file <books.csv>; default <number> <title> <due>; sample"
      ),
      (
        "实体 图书\n  文件 “books.csv”\n  主键 书号\n  样本",
        "entity <图书>; file <books.csv>; key <书号>; sample"
      ),
      (
        "entity book\n  condition lent 在借 = not back",
        "entity <book>; condition <lent> <在借> = <not back>"
      ),
      (
        "entity book\n  measure total 总额 / all of it, format thousands decimals 2 = sum(price)",
        "entity <book>; measure <total> <总额> <all of it> format thousands decimals <2> = <sum(price)>"
      ),
      ("实体 书\n  度量 册数 = 计数", "entity <书>; measure <册数> = <计数>"),
    ])
  func declaration(source: String, expected: String) {
    let (model, text, diagnostics) = parse(source)
    #expect(drawn(diagnostics, in: source) == "")
    #expect(ModelDump(text).dump(model) == expected)
  }

  @Test(
    "a column",
    arguments: [
      ("title 书名: text", "<title> <书名>: <text>"),
      ("number: int from \"id\"", "<number>: <int> from <id>"),
      ("price 定价: decimal(2)", "<price> <定价>: <decimal>(<2>)"),
      (
        "authors 作者: list of author, reverse books 图书/著作",
        "<authors> <作者>: list of <author> reverse <books> <图书> <著作>"
      ),
      ("作者：列表 作者，反向 图书", "<作者>: list of <作者> reverse <图书>"),
      (
        "due 到期日: date = borrowed_on\n      + loan_days",
        "<due> <到期日>: <date> = <borrowed_on\n+ loan_days>"
      ),
      (
        "library 馆: place, reverse books = shelf.place",
        "<library> <馆>: <place> reverse <books> = <shelf.place>"
      ),
      ("price: int, format percent", "<price>: <int> format percent"),
      (
        "价：整数，格式 千分位 小数位 1 单位 “yuan” “元”",
        "<价>: <整数> format thousands decimals <1> unit <yuan> <元>"
      ),
      (
        "next: book from \"n\", reverse last, format unit \"x\"",
        "<next>: <book> from <n> reverse <last> format unit <x>"
      ),
      ("days: int, format decimals 0 = a - b", "<days>: <int> format decimals <0> = <a - b>"),
      // The words of the model language are names as well.
      ("column 列: column", "<column> <列>: <column>"),
      ("from: text from \"from\"", "<from>: <text> from <from>"),
    ])
  func column(source: String, expected: String) {
    let source = "entity book\n  column " + source
    let (model, text, diagnostics) = parse(source)
    #expect(drawn(diagnostics, in: source) == "")
    #expect(ModelDump(text).dump(model) == "entity <book>; column " + expected)
  }

  @Test(
    "a phrase",
    arguments: [
      ("\"written by {authors}\" = a", "[written by|{authors}] = <a>"),
      (
        "\"written by {authors}\" \"{authors}所著\" = authors has {authors}",
        "[written by|{authors}] [{authors}|所著] = <authors has {authors}>"
      ),
      ("“由｛authors｝所著” = a", "[由|{authors}|所著] = <a>"),
      ("\"from { a : period } to {b:period} \" = a", "[from|{a: period}|to|{b: period}] = <a>"),
      ("\"  lent   out  \" = a", "[lent out] = <a>"),
      ("\"{period}\" = a", "[{period}] = <a>"),
      ("\"\" = a", "[] = <a>"),
    ])
  func phrase(source: String, expected: String) {
    let source = "entity book\n  phrase " + source
    let (model, text, diagnostics) = parse(source)
    #expect(drawn(diagnostics, in: source) == "")
    #expect(ModelDump(text).dump(model) == "entity <book>; phrase " + expected)
  }

  @Test func deeperLinesContinueAndCommentsDoNotCount() {
    let source = """
      # A comment before everything.

        # An indented one.
      entity book 图书   # behind a line
        file
            "books.csv"
      # at the margin, between details

        key
          number
      entity author
      """
    let (model, text, diagnostics) = parse(source)
    #expect(drawn(diagnostics, in: source) == "")
    #expect(
      ModelDump(text).dump(model)
        == "entity <book> <图书>; file <books.csv>; key <number>\nentity <author>")
  }

  @Test func aBodyIsARangeOfTheText() {
    let source = "\u{feff}constant 借期 = 28 # days\n"
    let (model, text, _) = parse(source)
    guard case .constant(_, let body)? = model.declarations.first else {
      Issue.record("no constant")
      return
    }
    #expect(text.text(body.units.lowerBound, body.units.upperBound) == "28")
    // Three bytes of mark, "constant ", two characters of three bytes, " = ".
    #expect(body.place.range == SourceRange(21, 23))
  }

  @Test func slotsHaveTheirPlaces() {
    let source = "entity b\n  phrase \"由{a: period}借\" = c"
    guard case .entity(let entity)? = parse(source).model.declarations.first,
      case .phrase(let phrase)? = entity.details.first,
      case .slot(let name, let type?) = phrase.wordings[0].elements[1]
    else {
      Issue.record("no slot")
      return
    }
    // The text's quote stands at byte 18; 由 has three bytes.
    #expect(name.place.range == SourceRange(23, 24))
    #expect(type.place.range == SourceRange(26, 32))
  }
}
