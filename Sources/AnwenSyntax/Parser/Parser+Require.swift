/// What rows must have in each of some periods.
extension Parser {
  ///     require = Require requirement { ( "," | "、" ) requirement } [ Summary ] .
  mutating func parseRequire(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    guard let entity = scopes[scope].entity else { return [] }
    var states = [Reading([RequireSyntax.Requirement](), end: position, words: [])]
    var found: [Reading<Pipeline>] = []
    var count = 0
    while !states.isEmpty {
      var extended: [Reading<[RequireSyntax.Requirement]>] = []
      for state in states {
        for next in parseRequirement(of: entity, at: state.end, scope: scope) {
          let list = state.joined(next) { $0 + [$1] }
          if let comma = symbol(",", at: list.end) ?? symbol("、", at: list.end) {
            extended.append(Reading(list.node, end: comma, words: list.words))
            continue
          }
          found.append(requirements(list, scope: scope, entity: entity, place: place))
          if let word = keyword(.summary, at: list.end) {
            let whole = Reading(list.node, end: word.end, words: list.words + word.words)
            found.append(
              requirements(whole, isSummary: true, scope: scope, entity: entity, place: place))
          }
        }
      }
      count += 1
      guard isWithin(Parser.itemLimit, count: count) else { return [] }
      states = Readings.packed(extended)
    }
    return Readings.packed(found)
  }

  private mutating func requirements(
    _ list: Reading<[RequireSyntax.Requirement]>, isSummary: Bool = false, scope: Int, entity: Int,
    place: SyntaxRange
  ) -> Reading<Pipeline> {
    let syntax = RequireSyntax(requirements: list.node, isSummary: isSummary)
    let next =
      isSummary ? summaryScope(of: entity) : requirementScope(scope)
    return pipeline(.require(syntax), scope: next, at: place, end: list.end, words: list.words)
  }

  /// In Chinese the periods stand first: behind the noun one would be said of it.
  ///
  ///     requirement = ( quantity related period_source_en | period_source quantity related )
  ///                   [ Where condition ] .
  private mutating func parseRequirement(
    of entity: Int, at position: Int, scope: Int
  ) -> [Reading<RequireSyntax.Requirement>] {
    var found: [Reading<RequireSyntax.Requirement>] = []
    for rows in parseRequiredRows(of: entity, at: position) {
      for periods in parsePeriodSource(at: rows.end) where isEnglish(at: rows.end) {
        let whole = Reading(
          RequireSyntax.Requirement(
            quantity: rows.node.quantity, count: rows.node.count, periods: periods.node,
            condition: nil), end: periods.end, words: rows.words + periods.words)
        found += parseRequirementCondition(behind: whole, scope: scope)
      }
    }
    for periods in parsePeriodSource(at: position) {
      for rows in parseRequiredRows(of: entity, at: periods.end) {
        let whole = Reading(
          RequireSyntax.Requirement(
            quantity: rows.node.quantity, count: rows.node.count, periods: periods.node,
            condition: nil), end: rows.end, words: periods.words + rows.words)
        found += parseRequirementCondition(behind: whole, scope: scope)
      }
    }
    return Readings.packed(found)
  }

  private func isEnglish(at position: Int) -> Bool {
    let start = skipSpace(position)
    return start < limit && UnitClass.isLatin(text.folded[start])
  }

  private struct RequiredRows: Hashable, Sendable {
    let quantity: ExistenceSyntax.Quantity
    let count: AggregateSyntax
  }

  private mutating func parseRequiredRows(
    of entity: Int, at position: Int
  ) -> [Reading<RequiredRows>] {
    guard let quantity = parseQuantity(at: position) else { return [] }
    return relatedClauses(of: entity, at: quantity.end, pending: nil).map { related in
      let count = AggregateSyntax(
        function: .count, argument: nil, relation: related.node, filter: nil,
        place: place(position, related.end))
      return quantity.joined(related) { quantity, _ in
        RequiredRows(quantity: quantity, count: count)
      }
    }
  }

  private mutating func parseRequirementCondition(
    behind whole: Reading<RequireSyntax.Requirement>, scope: Int
  ) -> [Reading<RequireSyntax.Requirement>] {
    guard let word = keyword(.where, at: whole.end) else { return [whole] }
    return parseCondition(at: word.end, scope: scope).map { condition in
      let node = RequireSyntax.Requirement(
        quantity: whole.node.quantity, count: whole.node.count, periods: whole.node.periods,
        condition: condition.node)
      return Reading(
        node, end: condition.end, words: whole.words + word.words + condition.words)
    }
  }

  /// The columns of the rows, with those of the requirement.
  private mutating func requirementScope(_ scope: Int) -> Int {
    let made = RequiredColumn.allCases.map { definition($0.rawValue, [$0.chinese]) }
    scopes.append(scopes[scope].adding(made))
    return scopes.count - 1
  }

  /// The names of standings, where a column holds them; elsewhere they are no values.
  mutating func parseStandings(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let hasColumn = scopes[scope].definitions.contains {
      $0.alias == RequiredColumn.status.rawValue
    }
    guard hasColumn else { return [] }
    let start = skipSpace(position)
    for words in StandingWords.all {
      for spelling in [words.english, words.chinese, words.name] {
        guard let end = literalEnd(spelling, at: start) else { continue }
        let range = place(start, end)
        let value = ValueSyntax(
          key: words.name, type: .enumeration(StandingWords.typeName), place: range)
        let list = ValueListSyntax(values: [value], joining: .any, place: range)
        return [Reading(.values(list), end: end, words: [WordSpan(start, end)])]
      }
    }
    return []
  }

  /// The row's own names, and the number of periods of each standing.
  private mutating func summaryScope(of entity: Int) -> Int {
    let columns = vocabulary.entities[entity].columns.map { column in
      definition(column.name, column.words.spellings.map(\.text))
    }
    let standings = StandingWords.all.map { definition($0.name, [$0.chinese, $0.english]) }
    scopes.append(ParserScope(entity: nil, definitions: columns + standings))
    return scopes.count - 1
  }
}
