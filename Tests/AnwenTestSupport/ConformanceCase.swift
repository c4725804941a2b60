/// One case of a conformance file: the spellings of a question, and what it must give.
package struct ConformanceCase: Sendable {
  /// A question in one of the two spellings of the language.
  package struct Spelling: Sendable {
    package let language: String
    /// Whether it may have another plan than the rest.
    package let isParaphrase: Bool
    package let text: String

    /// Whether it is a Chinese sentence without a space.
    package var isUnspacedChinese: Bool {
      language == "zh" && !text.unicodeScalars.contains { $0 == " " || $0 == "\n" }
    }
  }

  /// The mistake that a question must be told of.
  package struct Mistake: Sendable {
    package let code: String
    /// The text of the query that is underlined; nil where the case does not say.
    package let place: String?
    /// The first word that is offered instead; nil where the case does not say.
    package let suggestion: String?
  }

  /// What every spelling must give.
  package enum Expectation: Sendable {
    /// The rows as CSV, with the header of canonical names.
    case rows(String)
    /// One mistake for all spellings, or one for each.
    case mistakes([Mistake])
  }

  package let file: String
  /// Where the case begins, counted from 1.
  package let line: Int
  package let comment: String
  /// The day that “today” means; nil where the model's `as of` counts.
  package let today: String?
  /// A folder of `Tests/Fixtures`, or nil for the plan.
  package let fixture: String?
  /// The same question to the tables in SQL, written without looking at a plan.
  package let sql: String?
  package let spellings: [Spelling]
  package let expectation: Expectation

  /// The folder of the tables, from the package's root.
  package var dataFolder: String {
    fixture.map { "Tests/Fixtures/" + $0 } ?? "Examples/dizhuang-2024"
  }
}
