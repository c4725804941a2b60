import Testing

/// One case of a conformance file: the spellings of a question, and what it must give.
struct ConformanceCase: Sendable {
  /// A question in one of the two spellings of the language.
  struct Spelling: Sendable {
    let language: String
    /// Whether it may have another plan than the rest.
    let isParaphrase: Bool
    let text: String

    /// Whether it is a Chinese sentence without a space.
    var isUnspacedChinese: Bool {
      language == "zh" && !text.unicodeScalars.contains { $0 == " " || $0 == "\n" }
    }
  }

  /// The mistake that a question must be told of.
  struct Mistake: Sendable {
    let code: String
    /// The text of the query that is underlined; nil where the case does not say.
    let place: String?
    /// The first word that is offered instead; nil where the case does not say.
    let suggestion: String?
  }

  /// What every spelling must give.
  enum Expectation: Sendable {
    /// The rows as CSV, with the header of canonical names.
    case rows(String)
    /// One mistake for all spellings, or one for each.
    case mistakes([Mistake])
  }

  let file: String
  /// Where the case begins, counted from 1.
  let line: Int
  let comment: String
  /// The day that “today” means; nil where the model's `as of` counts.
  let today: String?
  /// A folder of `Tests/Fixtures`, or nil for the plan.
  let fixture: String?
  /// The same question to the tables in SQL, written without looking at a plan.
  let sql: String?
  let spellings: [Spelling]
  let expectation: Expectation

  /// The folder of the tables, from the package's root.
  var dataFolder: String {
    fixture.map { "Tests/Fixtures/" + $0 } ?? "Examples/dizhuang-2024"
  }
}

extension ConformanceCase: CustomTestStringConvertible {
  var testDescription: String { "\(file):\(line) \(spellings.first?.text ?? "")" }
}
