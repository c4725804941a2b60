import AnwenSyntax
import AnwenTestSupport
import Testing

@Suite("Grammar: the tables of words")
struct WordTableTests {
  private func productions() throws -> [GrammarProduction] {
    try GrammarReader.read(packageFile("Grammar/anwen.ebnf"))
  }

  /// The texts of a production that is nothing but a choice of texts.
  private func spellings(_ production: GrammarProduction) -> [String] {
    let forms = if case .choice(let forms) = production.form { forms } else { [production.form] }
    return forms.compactMap { form in
      switch form {
      case .terminal(let text), .part(_, .terminal(let text)): text
      default: nil
      }
    }
  }

  @Test("the grammar's keywords are the parser's, spelling by spelling, in order")
  func keywords() throws {
    // Keywords alone begin with a capital.
    let table = try productions().filter { $0.name.first?.isUppercase == true }
    #expect(
      table.map(spellings)
        == Keyword.allCases.map(\.spellings) + StatementWord.allCases.map(\.spellings))
    let cases = Keyword.allCases.map { "\($0)" } + StatementWord.allCases.map { "\($0)" }
    let names = cases.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    #expect(table.map(\.name) == names)
  }
}
