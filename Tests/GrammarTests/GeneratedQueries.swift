import Anwen
import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax

/// Makes queries that bind, from the grammar and the model of a session.
///
/// A whole sentence of any length hardly ever binds, since its types do not fit. So a query grows
/// part by part, and of each part many are tried: a clause, then stages behind it, as long as the
/// whole binds and has rows.
struct GeneratedQueries {
  struct Query {
    let text: String
    let prepared: Session.PreparedQuery
  }

  /// What refers to rows: else most values are literals, whose types seldom fit.
  private static let favoured: Set<String> = [
    "name", "path", "comparison", "test", "aggregate", "row_aggregate", "group_aggregate", "call",
  ]

  private let session: Session
  private let grammar: ModelGrammar
  private var maker: SentenceMaker
  private var numbers: SeededNumbers

  init(_ session: Session, _ grammar: ModelGrammar, style: SentenceMaker.Style, seed: UInt64) {
    self.session = session
    self.grammar = grammar
    maker = SentenceMaker(grammar, style: style, seed: seed, favouring: Self.favoured)
    numbers = SeededNumbers(seed: seed)
  }

  /// A query of up to four stages; nil where not even a clause was found.
  mutating func next() -> Query? {
    let entity = numbers.pick(session.vocabulary.entities).name
    var names = SentenceMaker.Names()
    guard let clause = grammar.symbol("clause", [entity]),
      var query = grown(nil, by: clause, wordLimit: 12, &names)
    else { return nil }
    var scope = entity
    for _ in 0..<numbers.next(below: 5) {
      let production = numbers.pick(["stage", "stage", "select", "summarize"])
      guard let symbol = grammar.symbol(production, [scope]),
        let longer = grown(query, by: symbol, wordLimit: 14, &names)
      else { continue }
      query = longer
      if production != "stage" { scope = "made" }
    }
    return query
  }

  /// The query with that part of many that fits behind it and does most.
  private mutating func grown(
    _ query: Query?, by symbol: Int, wordLimit: Int, _ names: inout SentenceMaker.Names
  ) -> Query? {
    var found: [(query: Query, names: SentenceMaker.Names, size: Int)] = []
    for attempt in 0..<40 where found.count < 4 {
      // Long ones come first, since they fit seldom.
      let limit = max(2, wordLimit - attempt / 4)
      guard var part = maker.part(symbol, using: names, wordLimit: limit) else { continue }
      maker.write(&part)
      let text = query.map { $0.text + " | " + part.text } ?? part.text
      guard let prepared = try? session.prepare(SourceText(text)),
        let answer = try? session.run(prepared), !answer.isEmpty
      else { continue }
      let size = PlanPrinter.text(session.optimized(prepared.query.plan)).utf8.count
      found.append((Query(text: text, prepared: prepared), maker.namesBehind, size))
    }
    guard let best = found.max(by: { $0.size < $1.size }) else { return nil }
    names = best.names
    return best.query
  }
}
