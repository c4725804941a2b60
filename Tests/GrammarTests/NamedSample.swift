import AnwenDiagnostics
import AnwenSyntax

/// The names that a script has given before the statements that are read, by their classes.
struct GivenNames: Sendable {
  /// The entity is nil where the rows are no entity's.
  private(set) var queries: [(name: String, entity: String?)] = []
  /// The names of rows that joins have brought into a query.
  private(set) var joinedRows: [(query: String, rows: [String])] = []
  /// The columns that these queries made.
  private(set) var columns: [String] = []
  private(set) var periods: [String] = []
  private(set) var numbers: [String] = []
  private(set) var texts: [String] = []
  /// Texts and truth values.
  private(set) var plain: [String] = []
  /// The type is the name that the grammar gives it.
  private(set) var values: [(name: String, type: ValueType)] = []
  private(set) var definitions: [String] = []
  private(set) var plainDefinitions: [String] = []

  init(_ names: ScriptNames, vocabulary: Vocabulary) {
    for entry in names.entries {
      switch entry.meaning {
      case .query(_, let scope, _):
        queries.append((entry.name, scope.entity.map { vocabulary.entities[$0].name }))
        columns += scope.columnNames
        if !scope.joinedNames.isEmpty { joinedRows.append((entry.name, scope.joinedNames)) }
      case .definition(let definition):
        if definition.parameters.isEmpty {
          plainDefinitions.append(entry.name)
        } else {
          definitions.append(entry.name)
        }
      case .parameter(let type, let value):
        switch type {
        case .period, .date: periods.append(entry.name)
        case .int, .decimal: numbers.append(entry.name)
        case .value(let type): values.append((entry.name, type))
        case .text, .bool:
          plain.append(entry.name)
          guard case .text(let text, _) = value else { continue }
          texts.append(entry.name)
          values += vocabulary.values.filter { $0.spelling == text }.map { (entry.name, $0.type) }
        }
      }
    }
  }
}

extension ScriptNames {
  /// Adds what a statement names; whether the parser takes the statement.
  mutating func read(_ text: LexedText, vocabulary: Vocabulary) -> Bool {
    let start = text.scalars.firstIndex { !UnitClass.isSpace($0) } ?? 0
    var parser = Parser(text, range: start..<text.count, vocabulary: vocabulary, names: self)
    switch parser.parseStatement(from: start).statement {
    case .namedQuery(let node):
      add(node.name.name, .query(node.readings[0].query, scope: node.readings[0].scope, text))
    case .parameter(let node):
      let value = node.value ?? vocabulary.standIn(for: node.type)
      add(node.name.name, .parameter(node.type, value: value))
    case .definition(let node):
      let definition = Definition(
        parameters: node.parameters.map(\.name), text: text, body: node.body,
        nameCount: entries.count)
      add(node.name.name, .definition(definition))
    case .query, .include, .title, .note: break
    case nil: return false
    }
    return true
  }
}

/// Names that the sentences and the corpus of these tests may use.
enum NamedSample {
  static func names(for vocabulary: Vocabulary) -> ScriptNames {
    let statements = [
      "let picks = books novel", "设 晚还 = 借阅 逾期", "let tally = loans summarize count by book",
      "param who: author = 王小明", "param span: period = 本月", "param limit_n: int = 3",
      "param 需找: text = 海", "define pricey(x) = x > 30", "define half_year = 365 / 2",
    ]
    var names = ScriptNames()
    for statement in statements {
      let isRead = names.read(Lexer.lex(SourceText(statement)).text, vocabulary: vocabulary)
      precondition(isRead, "\(statement) is read")
    }
    return names
  }
}
