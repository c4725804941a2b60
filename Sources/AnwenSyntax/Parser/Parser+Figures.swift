/// Figures named before their rows, and the keys that divide them: `count of hazards by level`.
extension Parser {
  /// `close rate of hazards found this year by department`
  ///
  ///     sums    = ( figures "of" | Count ) clause [ ( By | "per" ) items ] .
  ///     figures = figure { ( "," | And ) figure } .
  ///     figure  = Count | MEASURE .
  mutating func parseFiguresOf(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    // What may begin a question is its noun; a figure is not offered in its place.
    failure.muteCount += 1
    let figures = parseFigures(of: entity, at: position)
    failure.muteCount -= 1
    return figures.flatMap { figures -> [Reading<ShortForm>] in
      let of = literalEnd("of", at: skipSpace(figures.end))
      guard let start = of ?? (figures.node.isCount ? figures.end : nil) else { return [] }
      let clauses = parseClause(of: entity, noun: .entity(entity), at: start, isNested: false)
      return clauses.flatMap { clause -> [Reading<ShortForm>] in
        let whole = figures.joined(clause) { Figures(items: $0, clause: $1) }
        return [whole.map { summary($0.items, by: [], of: $0.clause, entity) }]
          + parseKeys(behind: whole, entity)
      }
    }
  }

  /// What is to be counted or measured, and of which rows.
  struct Figures: Sendable {
    let items: [ItemSyntax]
    let clause: ClauseSyntax
  }

  private mutating func parseFigures(
    of entity: Int, at position: Int
  ) -> [Reading<[ItemSyntax]>] {
    let first = parseFigure(of: entity, at: position).map { $0.map { [$0] } }
    return parseMore(behind: first) { parser, start in
      guard
        let next = parser.symbol(",", at: start) ?? parser.keyword(.and, at: start)?.end
      else { return [] }
      return parser.parseFigure(of: entity, at: next)
    }
  }

  /// A list and each of its beginnings.
  ///
  /// - Parameter next: reads what joins, and the item behind it.
  mutating func parseMore(
    behind first: [Reading<[ItemSyntax]>],
    next: (inout Parser, Int) -> [Reading<ItemSyntax>]
  ) -> [Reading<[ItemSyntax]>] {
    var states = first
    var finished: [Reading<[ItemSyntax]>] = []
    while let length = states.first?.node.count {
      finished += states
      guard isWithin(Parser.itemLimit, count: length + 1) else { return [] }
      states = Readings.packed(
        states.flatMap { state in
          next(&self, state.end).map { item in state.joined(item) { $0 + [$1] } }
        })
    }
    return finished
  }

  mutating func parseFigure(
    of entity: Int, at position: Int
  ) -> [Reading<ItemSyntax>] {
    let start = skipSpace(position)
    var found = measureWords(of: entity, at: start).map {
      $0.map { ItemSyntax(expression: .measure($0), alias: nil) }
    }
    if let word = keyword(.count, at: start) {
      found.append(word.map { _ in countItem(at: place(start, word.end)) })
    }
    return found
  }

  /// `hazards found this year by department`, 今年发现的隐患按部门统计: how many of each.
  ///
  ///     grouped = clause ( By | "per" ) items [ Summarize ] .
  mutating func parseGrouped(
    _ entity: Int, at position: Int
  ) -> [Reading<ShortForm>] {
    parseClause(of: entity, noun: .entity(entity), at: position, isNested: false).flatMap {
      clause in
      let figures = clause.map {
        Figures(items: [countItem(at: $0.nounPlace)], clause: $0)
      }
      return parseKeys(behind: figures, entity)
    }
  }
}

extension [ItemSyntax] {
  /// Whether it is the number of rows alone.
  var isCount: Bool {
    guard count == 1, case .aggregate(let node) = self[0].expression else { return false }
    return node.function == .count && node.argument == nil && node.relation == nil
  }
}
