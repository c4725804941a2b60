/// What a value is one of, lies between or holds.
extension Parser {
  mutating func parseMembership(
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
    // 不晚于 is one word, and no negation.
    let relations = parseRelation(of: left, at: left.end, scope: scope)
    if negation != nil, relations.isEmpty {
      found += parseRelation(of: left, at: start, scope: scope)
    }
    if let word = keyword(.has, at: start) {
      found += parseHeld(at: word.end, scope: scope).map { values in
        membership(left, .has(values.node), operatorEnd: word.end, operand: values)
      }
    }
    guard let negation else { return found + relations }
    return relations
      + found.map { reading in
        Reading(
          .not(reading.node, place(left.end, negation.end)), end: reading.end,
          words: reading.words)
      }
  }

  func membership<Operand>(
    _ left: Reading<ExpressionSyntax>, _ kind: MembershipSyntax.Kind, operatorEnd: Int,
    operand: Reading<Operand>
  ) -> Reading<ExpressionSyntax> {
    left.joined(operand) { subject, _ in
      .membership(
        MembershipSyntax(
          subject: subject, kind: kind, operatorPlace: place(left.end, operatorEnd)))
    }
  }

  ///     members = "(" operand { ( "," | "、" ) operand } ")" | EXPECTED_PERIOD | range
  ///             | plain_values | slot | name | compound .
  private mutating func parseMembers(
    at position: Int, scope: Int
  ) -> [Reading<[ExpressionSyntax]>] {
    guard let open = symbol("(", at: position) else {
      return parsePeriods(at: position, takesYear: true).map { $0.map { [.period($0)] } }
        + [parseRange(at: position)].compactMap { $0?.map { [$0] } }
        + parseSlot(at: position).map { $0.map { [$0] } }
        + namedMembers(at: position) + computedMember(at: position, scope: scope)
    }
    return parseList(from: open) { parser, start in
      parser.parseOperand(at: start, scope: scope)
    }
  }

  /// A period that is worked out for each row: `closed_on in quarter(found_on)`.
  private mutating func computedMember(
    at position: Int, scope: Int
  ) -> [Reading<[ExpressionSyntax]>] {
    parsePrimary(at: position, scope: scope).filter(\.node.isComputed).map { $0.map { [$0] } }
  }

  /// Values without brackets: `department in 应急部门、住建部门`.
  private mutating func namedMembers(at position: Int) -> [Reading<[ExpressionSyntax]>] {
    parseValueList(valueTypes(at: position), at: position).map { $0.map { [.values($0)] } }
  }

  /// The types of the values that start here, in the order of the vocabulary.
  private mutating func valueTypes(at position: Int) -> [ValueType] {
    var types: [ValueType] = []
    for (_, value) in values(at: skipSpace(position)) where !types.contains(value.type) {
      types.append(value.type)
    }
    return types
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
    let held = parseHeldList(at: position)
    if !held.isEmpty { return held }
    let start = keyword(.both, at: position)?.end ?? position
    let lists = parseValueList(valueTypes(at: start), at: position)
    if !lists.isEmpty { return lists.map { $0.map { .values($0) } } }
    return parseOperand(at: position, scope: scope)
  }

  /// `leaders has all (刘洋, 武长庚)`
  ///
  ///     held_list = ( "any" | "任一" | "all" | "全部" ) "(" plain_values ")" .
  private mutating func parseHeldList(at position: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    let words: [(String, ValueListSyntax.Joining)] = [
      ("any", .any), ("任一", .any), ("all", .all), ("全部", .all),
    ]
    for (word, joining) in words {
      guard let end = literalEnd(word, at: start), let open = symbol("(", at: end) else { continue }
      return parseValueList(valueTypes(at: open), at: open).compactMap { list in
        guard let close = symbol(")", at: list.end), list.node.joining != .all else { return nil }
        let node = ValueListSyntax(
          values: list.node.values, joining: joining, place: place(start, close))
        return Reading(.values(node), end: close, words: [WordSpan(start, end)] + list.words)
      }
    }
    return []
  }
}

extension ExpressionSyntax {
  /// Whether the row decides it: what is no literal.
  fileprivate var isComputed: Bool {
    switch self {
    case .number, .text, .bool, .period, .duration, .slot, .values: false
    default: true
    }
  }
}
