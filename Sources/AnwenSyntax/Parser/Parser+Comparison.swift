/// Comparisons and what else may be asked of a value.
extension Parser {
  ///     comparison = sum [ test ] | named OPEN_PERIOD .
  ///     test       = operator operand | IsMissing | IsNotMissing
  ///                | [ Not ] ( In members | Between operand ( And | "和" | "到" ) operand
  ///                          | Has ( values | operand )
  ///                          | ( Contains | StartsWith | EndsWith | Matches ) operand ) .
  mutating func parseComparison(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var readings: [Reading<ExpressionSyntax>] = []
    for left in parseSum(at: position, scope: scope) {
      let tails = parseTail(behind: left, scope: scope)
      readings += tails.isEmpty ? [left] : tails
    }
    return Readings.packed(readings)
  }

  private mutating func parseTail(
    behind left: Reading<ExpressionSyntax>, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    if let symbol = comparisonOperator(at: left.end) {
      if let type = valueType(of: left.node, scope: scope) {
        failure.record(.value(type), at: skipSpace(symbol.end))
      }
      return parseOperand(at: symbol.end, scope: scope).map { right in
        left.joined(right) {
          .comparison(
            ComparisonSyntax(symbol.node, $0, $1, operatorPlace: place(left.end, symbol.end)))
        }
      }
    }
    return parseMissing(behind: left) + parseMembership(behind: left, scope: scope)
      + parseTextMatch(behind: left, scope: scope) + parsePeriodRelation(behind: left)
  }

  /// The type of the named values that a column of the rows in scope holds.
  private func valueType(of node: ExpressionSyntax, scope: Int) -> ValueType? {
    guard case .name(let name) = node, name.path.count == 1, let entity = scopes[scope].entity
    else { return nil }
    return vocabulary.entities[entity].columns.first { $0.name == name.path[0] }?.valueType
  }

  /// The operators, longest first, with what people write for them.
  private static let operators: [(spelling: String, node: ComparisonSyntax.Operator)] = [
    ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("≠", .notEqual),
    ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("=", .equal), ("<", .less), (">", .greater),
    ("不等于", .notEqual), ("大于等于", .greaterOrEqual), ("小于等于", .lessOrEqual),
    ("不低于", .greaterOrEqual), ("不高于", .lessOrEqual), ("不少于", .greaterOrEqual),
    ("不超过", .lessOrEqual), ("不多于", .lessOrEqual), ("等于", .equal), ("大于", .greater),
    ("小于", .less), ("超过", .greater), ("高于", .greater), ("低于", .less),
    ("不足", .less), ("多于", .greater), ("少于", .less),
  ]

  mutating func comparisonOperator(
    at position: Int
  ) -> Reading<ComparisonSyntax.Operator>? {
    let start = skipSpace(position)
    for candidate in Parser.operators {
      guard let end = literalEnd(candidate.spelling, at: start) else { continue }
      // `==` and `<>` belong to other languages and are no operators here.
      if end < limit, candidate.spelling == "=" || candidate.spelling == "<",
        text.folded[end] == 0x3d || text.folded[end] == 0x3e
      {
        continue
      }
      return Reading(candidate.node, end: end, words: [WordSpan(start, end)])
    }
    failure.record(.symbol("="), at: start)
    return nil
  }

  /// What stands on the right of an operator; a bare word there is a value.
  ///
  ///     operand = sum | amount | range | BARE_WORD .
  mutating func parseOperand(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    if let range = parseRange(at: position) { return [range] }
    let sums = parseSum(at: position, scope: scope)
    if !sums.isEmpty { return sums.map { skipMeasureWord($0) } }
    return parseBareWord(at: position)
  }

  /// 超过3条: the measure word behind a number is dropped.
  private func skipMeasureWord(
    _ reading: Reading<ExpressionSyntax>
  ) -> Reading<ExpressionSyntax> {
    // Not behind a bracket.
    guard case .number = reading.node, text.folded[reading.end - 1] != 0x29 else { return reading }
    let end = skipParticles(Parser.measureWords, at: reading.end)
    return Reading(reading.node, end: end, words: reading.words)
  }

  /// A run that is no word of the vocabulary, to the next space or punctuation.
  private mutating func parseBareWord(at position: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    var end = start
    while end < limit, UnitClass.isWord(text.folded[end]) { end += 1 }
    guard end > start else {
      failure.record(.expression, at: start)
      return []
    }
    let range = place(start, end)
    let value = ValueSyntax(key: text.text(start, end), type: nil, place: range)
    let list = ValueListSyntax(values: [value], joining: .any, place: range)
    return [
      Reading(.values(list), end: end, words: [WordSpan(start, end, isDataValue: true)])
    ]
  }

  private mutating func parseMissing(
    behind left: Reading<ExpressionSyntax>
  ) -> [Reading<ExpressionSyntax>] {
    if let word = keyword(.isNotMissing, at: left.end) {
      return [
        left.joined(word) { subject, _ in
          let range = place(left.end, word.end)
          return .not(.isMissing(subject, range), range)
        }
      ]
    }
    guard let word = keyword(.isMissing, at: left.end) else { return [] }
    return [left.joined(word) { subject, _ in .isMissing(subject, place(left.end, word.end)) }]
  }

  private mutating func parseTextMatch(
    behind left: Reading<ExpressionSyntax>, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let kinds: [(Keyword, TextMatchSyntax.Kind)] = [
      (.contains, .contains), (.startsWith, .startsWith), (.endsWith, .endsWith),
      (.matches, .matches),
    ]
    var found: [Reading<ExpressionSyntax>] = []
    let negation = keyword(.not, at: left.end)
    for (word, kind) in kinds {
      guard let match = keyword(word, at: negation?.end ?? left.end) else { continue }
      found += parseOperand(at: match.end, scope: scope).map { pattern in
        left.joined(pattern) { subject, pattern in
          let range = place(left.end, match.end)
          let node = ExpressionSyntax.textMatch(
            TextMatchSyntax(kind, subject: subject, pattern: pattern, operatorPlace: range))
          return negation == nil ? node : .not(node, range)
        }
      }
    }
    return found
  }

  /// `due before 2024-06`, 期限早于6月: the literal says the relation itself.
  private mutating func parsePeriodRelation(
    behind left: Reading<ExpressionSyntax>
  ) -> [Reading<ExpressionSyntax>] {
    switch left.node {
    case .name, .outer: break
    case .slot where slotsAreBare: break
    default: return []
    }
    return parsePeriods(at: left.end).filter { $0.node.period.isRelation }.map { period in
      membership(
        left, .oneOf([.period(period.node)]), operatorEnd: left.end, operand: period)
    }
  }
}

extension PeriodSyntax {
  /// Whether the literal itself says how a day lies to it: `before June`, 6月底前.
  fileprivate var isRelation: Bool {
    if case .open = self { true } else { false }
  }
}
