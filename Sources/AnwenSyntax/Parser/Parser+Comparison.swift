/// Comparisons and what else may be asked of a value.
extension Parser {
  ///     comparison = sum [ test ] | named OPEN_PERIOD .
  ///     test       = operator operand | IsMissing | IsNotMissing
  ///                | [ Not ] ( In members | Between operand ( And | "和" | "到" ) operand
  ///                          | Has ( values | operand )
  ///                          | ( Contains | StartsWith | EndsWith ) operand ) .
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

  private mutating func comparisonOperator(
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
  ///     operand = sum | amount | BARE_WORD .
  mutating func parseOperand(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let sums = parseSum(at: position, scope: scope)
    if !sums.isEmpty { return sums.map { skipMeasureWord($0) } }
    return parseBareWord(at: position)
  }

  /// 超过3条: the measure word behind a number is dropped.
  private func skipMeasureWord(
    _ reading: Reading<ExpressionSyntax>
  ) -> Reading<ExpressionSyntax> {
    guard case .number = reading.node else { return reading }
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

  private mutating func parseMembership(
    behind left: Reading<ExpressionSyntax>, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let negation = keyword(.not, at: left.end)
    let start = negation?.end ?? left.end
    var found: [Reading<ExpressionSyntax>] = []
    if let word = keyword(.in, at: start) {
      found += parseMembers(at: word.end, scope: scope).map { members in
        membership(left, .oneOf(members.node), operatorEnd: word.end, operand: members)
      }
    }
    if let word = keyword(.between, at: start) {
      found += parseBounds(at: word.end, scope: scope).map { bounds in
        membership(
          left, .between(bounds.node[0], bounds.node[1]), operatorEnd: word.end, operand: bounds)
      }
    }
    if let word = keyword(.has, at: start) {
      found += parseHeld(at: word.end, scope: scope).map { values in
        membership(left, .has(values.node), operatorEnd: word.end, operand: values)
      }
    }
    guard let negation else { return found }
    return found.map { reading in
      Reading(
        .not(reading.node, place(left.end, negation.end)), end: reading.end,
        words: reading.words)
    }
  }

  private func membership<Operand>(
    _ left: Reading<ExpressionSyntax>, _ kind: MembershipSyntax.Kind, operatorEnd: Int,
    operand: Reading<Operand>
  ) -> Reading<ExpressionSyntax> {
    left.joined(operand) { subject, _ in
      .membership(
        MembershipSyntax(
          subject: subject, kind: kind, operatorPlace: place(left.end, operatorEnd)))
    }
  }

  ///     members = "(" operand { ( "," | "、" ) operand } ")" | EXPECTED_PERIOD | plain_values
  ///             | slot .
  private mutating func parseMembers(
    at position: Int, scope: Int
  ) -> [Reading<[ExpressionSyntax]>] {
    guard let open = symbol("(", at: position) else {
      return parsePeriods(at: position, takesYear: true).map { $0.map { [.period($0)] } }
        + parseSlot(at: position).map { $0.map { [$0] } }
        + namedMembers(at: position)
    }
    return parseList(from: open) { parser, start in
      parser.parseOperand(at: start, scope: scope)
    }
  }

  /// Values without brackets: `department in 应急部门、住建部门`.
  private mutating func namedMembers(at position: Int) -> [Reading<[ExpressionSyntax]>] {
    let types = Set(values(at: skipSpace(position)).map(\.value.type))
    return parseValueList(Array(types), at: position).map { $0.map { [.values($0)] } }
  }

  private mutating func parseBounds(
    at position: Int, scope: Int
  ) -> [Reading<[ExpressionSyntax]>] {
    var found: [Reading<[ExpressionSyntax]>] = []
    // `2024-03 and 2024-05` is a list as well, and here the two ends of a range.
    let operands = parseOperand(at: position, scope: scope) + shorterPeriods(at: position)
    for low in operands {
      guard let word = keyword(.and, at: low.end) ?? listAnd(at: low.end) else { continue }
      found += parseOperand(at: word.end, scope: scope).map { high in
        Reading([low.node, high.node], end: high.end, words: low.words + word.words + high.words)
      }
    }
    return found
  }

  /// The period literals that begin like the longest one and end earlier.
  private mutating func shorterPeriods(at position: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    return periodMatches(at: start).dropFirst().map { match in
      let node = PeriodListSyntax(match.syntax, place: place(start, match.end))
      return Reading(.period(node), end: match.end, words: [WordSpan(start, match.end)])
    }
  }

  /// 和 between the ends of 介于.
  private func listAnd(at position: Int) -> Reading<Keyword>? {
    let start = skipSpace(position)
    guard start < limit, text.folded[start] == 0x548c || text.folded[start] == 0x5230 else {
      return nil
    }
    return Reading(.and, end: start + 1, words: [WordSpan(start, start + 1)])
  }

  private mutating func parseHeld(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let slots = parseSlot(at: position)
    if !slots.isEmpty { return slots }
    let start = keyword(.both, at: position)?.end ?? position
    let types = Set(values(at: skipSpace(start)).map(\.value.type))
    let lists = parseValueList(Array(types), at: position)
    if !lists.isEmpty { return lists.map { $0.map { .values($0) } } }
    return parseOperand(at: position, scope: scope)
  }

  private mutating func parseTextMatch(
    behind left: Reading<ExpressionSyntax>, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let kinds: [(Keyword, TextMatchSyntax.Kind)] = [
      (.contains, .contains), (.startsWith, .startsWith), (.endsWith, .endsWith),
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
    guard case .name = left.node else { return [] }
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
