package import AnwenDiagnostics
package import AnwenPlan
package import AnwenSyntax
package import AnwenTypes

/// Gives names a meaning: turns a syntax tree into a logical plan.
///
/// Never throws and never traps on a query; what is wrong becomes diagnostics. Where a text has
/// several readings, those that do not bind are dropped, and those that bind to one plan are one.
package struct Binder {
  let catalog: Catalog
  let vocabulary: Vocabulary
  /// For the day that the query says, else for the session's.
  var resolver: PeriodResolver
  /// The text of the tree at hand.
  var text: LexedText
  /// What the script has named.
  let names: ScriptNames

  var diagnostics: [Diagnostic] = []
  /// Mistakes in the bodies of the model, with ranges in the model's text.
  var modelDiagnostics: [Diagnostic] = []
  /// Whether the tree at hand was read from the model, and its ranges are the model's.
  var isInModel = false
  /// What stands in the slots of the phrase whose body is being bound.
  var slots: [String: PhraseSyntax.Argument] = [:]
  /// Whether what stands in the slots was read from the model.
  var slotsAreInModel = false
  /// What the bodies of the model that took part say, so that each is read once.
  var parsedBodies: [Int: ParsedBody] = [:]
  /// Names of the definitions that are being bound, to find cycles.
  var openDefinitions: [String] = []
  /// The names of the definitions that need themselves, with those between.
  var cyclicNames: Set<String> = []
  /// Where the query computes something whose result may not fit.
  var computations: [Computation] = []
  /// What stands for the parameters of the definition at hand, where it is no literal; nil where
  /// the rows at hand are others.
  var arguments: [String: BoundExpression?] = [:]
  /// How many queries stand inside one another.
  var queryDepth = 0
  /// How many queries and definitions of the script have been put in.
  var expansionCount = 0
  /// Whether an entity whose rows are a sample took part.
  var usesSample = false
  /// What the stages so far demand of their rows.
  var assertions: [BoundAssertion] = []
  /// The periods that the question says of dates, as they were bound.
  var saidPeriods: [SaidPeriod] = []
  /// Those that are moved, while the question is bound again over an earlier period.
  var movedPeriods: MovedPeriods?
  /// How many nouns hold what is being bound, that of the query not counted.
  var clauseDepth = 0
  /// One row for each value that becomes a column, where only the data tells them.
  var pivotQuestion: LogicalPlan?
  /// The columns that the data told.
  var pivotColumns: [PivotColumn]?
  /// The innermost 未, 没有, `not` or `without`, with all that stands under it.
  var negation: ExpressionSyntax?
  /// The question that is being bound, as it was read.
  var query: QuerySyntax?
  /// Whether a mistake is to say how the question could be written.
  var offersCorrections = true
  /// The entity of the question, as long as no stage has changed which rows there are.
  var wholeEntity: Int?
  /// Related rows of which figures are told, as far as they belong to none of its rows.
  var remainderClauses: [ClauseSyntax] = []
  /// Which of several periods is meant, where it is said of each of them.
  var eachSelection: EachSelection?

  /// The group whose aggregates are being bound.
  var openGroup: OpenGroup?
  /// The rows of a relation over which a measure is being bound.
  var measuredRows: MeasuredRows?
  /// What the query says of the rows that a measure takes in.
  var measureFilter: MeasureFilter?

  typealias ParsedBody = (readings: [ExpressionSyntax], diagnostics: [Diagnostic])

  package init(
    catalog: Catalog, vocabulary: Vocabulary, resolver: PeriodResolver, text: LexedText,
    names: ScriptNames = ScriptNames()
  ) {
    self.names = names
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.resolver = resolver
    self.text = text
  }

  /// Binds the readings of one query.
  package static func bind(
    _ readings: [QuerySyntax], catalog: Catalog, vocabulary: Vocabulary,
    resolver: PeriodResolver, text: LexedText, names: ScriptNames = ScriptNames()
  ) -> BindingResult {
    let bound = differentReadings(readings) {
      Binder(
        catalog: catalog, vocabulary: vocabulary, resolver: resolver, text: text, names: names)
    }
    guard bound.queries.count > 1 else {
      let none = BindingResult(query: nil, diagnostics: [], modelDiagnostics: [])
      return bound.queries.first.map {
        BindingResult(query: $0, diagnostics: [], modelDiagnostics: [])
      } ?? bound.failure ?? none
    }
    let two = bound.queries.prefix(2).map(\.syntax)
    let restatement = Restatement(vocabulary: vocabulary, resolver: resolver)
    let printer = FaithfulText(
      catalog: catalog, vocabulary: vocabulary, resolver: resolver, names: names)
    let problem = BindingProblem.ambiguous(
      two.map { .init(sentence: restatement.sentence(of: $0), line: printer.line(of: $0)) })
    let range = SyntaxDifference.place(two[0], two[1]).range
    return BindingResult(
      query: nil, diagnostics: [Diagnostic(problem, at: range)], modelDiagnostics: [])
  }

  /// The readings that bind and differ, and what is wrong with the first of the others.
  static func differentReadings(
    _ readings: [QuerySyntax], _ makeBinder: () -> Binder
  ) -> (queries: [BoundQuery], failure: BindingResult?) {
    var bound: [BoundQuery] = []
    var failure: BindingResult?
    var parsedBodies: [Int: ParsedBody] = [:]
    for reading in readings {
      var binder = makeBinder()
      binder.parsedBodies = parsedBodies
      defer { parsedBodies = binder.parsedBodies }
      if let query = binder.bindQuery(reading) {
        if !bound.contains(where: {
          $0.plan == query.plan && !query.asksForColumns || $0.meaning == query.meaning
        }) {
          bound.append(query)
        }
      } else if failure == nil {
        failure = BindingResult(
          query: nil, diagnostics: binder.diagnostics, modelDiagnostics: binder.modelDiagnostics)
      }
    }
    return (bound, failure)
  }

  /// Binds a query again whose columns the data has told.
  package static func complete(
    _ query: BoundQuery, columns: [PivotColumn], catalog: Catalog, vocabulary: Vocabulary,
    resolver: PeriodResolver, text: LexedText, names: ScriptNames
  ) -> BindingResult {
    var binder = Binder(
      catalog: catalog, vocabulary: vocabulary, resolver: resolver, text: text, names: names)
    binder.pivotColumns = columns
    let bound = binder.bindQuery(query.syntax)
    return BindingResult(
      query: bound, diagnostics: binder.diagnostics, modelDiagnostics: binder.modelDiagnostics)
  }

  mutating func report(_ problem: any Problem, at place: SyntaxRange) {
    let diagnostic = Diagnostic(problem, at: place.range)
    if isInModel {
      modelDiagnostics.append(diagnostic)
    } else {
      diagnostics.append(diagnostic)
    }
  }

  mutating func report(_ problem: BindingProblem, at place: SyntaxRange) {
    report(problem as any Problem, at: place)
  }

  /// Remembers where something is computed, for an error of the rows.
  mutating func note(_ operation: String, at place: SyntaxRange) {
    if !isInModel { computations.append(Computation(operation: operation, range: place.range)) }
  }

  var hasProblems: Bool { !diagnostics.isEmpty || !modelDiagnostics.isEmpty }
}

/// A query with a plan, or the reasons why it has none.
package struct BindingResult: Sendable {
  package let query: BoundQuery?
  package let diagnostics: [Diagnostic]
  /// Mistakes of the model that the query ran into, with ranges in the model's text.
  package let modelDiagnostics: [Diagnostic]
}

/// A query whose names all have a meaning.
package struct BoundQuery: Sendable {
  package let plan: LogicalPlan
  /// What has to hold before the rows are given.
  package let assertions: [BoundAssertion]
  package let syntax: QuerySyntax
  /// What today is for the query.
  package let today: CalendarDate
  /// In the order in which they were bound.
  package let computations: [Computation]
  /// Whether the rows are an invented sample.
  package let usesSample: Bool
  /// What the figures of the answer leave out.
  package let remainders: [Remainder]
  /// Whether the rows are the values that become the columns of the answer: with these the query is
  /// bound again.
  package let asksForColumns: Bool

  /// Equal for readings that say the same in another order.
  package var meaning: String { NormalForm.of(syntax) }
}

/// An operator, function or aggregate of a query, by its canonical English spelling, and its place.
package struct Computation: Hashable, Sendable {
  package let operation: String
  package let range: SourceRange
}
