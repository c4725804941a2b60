/// Values that depend on conditions.
extension Parser {
  ///     conditional = If condition Then operand Else operand
  ///                 | Case When branch { [ "," ] When branch } [ [ "," ] Else operand ] [ "end" | "结束" ] .
  mutating func parseConditional(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    if let word = keyword(.if, at: position) { return parseIf(word, at: position, scope: scope) }
    let start = skipSpace(position)
    let words = words(at: start).filter { $0.meaning == .keyword(.case) }
    guard let end = words.last?.end else { return [] }
    return parseCase(
      Reading(.case, end: end, words: [WordSpan(start, end)]), at: position, scope: scope)
  }

  private mutating func parseIf(
    _ word: Reading<Keyword>, at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var found: [Reading<ExpressionSyntax>] = []
    for branch in parseBranch(at: word.end, scope: scope) {
      guard let otherwise = keyword(.else, at: branch.end) else { continue }
      found += parseOperand(at: otherwise.end, scope: scope).map { last in
        let node = ConditionalSyntax(
          branches: [branch.node], otherwise: last.node, place: place(position, last.end))
        return Reading(
          .conditional(node), end: last.end,
          words: word.words + branch.words + otherwise.words + last.words)
      }
    }
    return found
  }

  private mutating func parseCase(
    _ word: Reading<Keyword>, at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var states = [ReadingSequence<ConditionalSyntax.Branch>(from: word.end)]
    var found: [Reading<ExpressionSyntax>] = []
    var length = 0
    while !states.isEmpty {
      var extended: [ReadingSequence<ConditionalSyntax.Branch>] = []
      for state in states {
        let next = state.parts.isEmpty ? state.end : symbol(",", at: state.end) ?? state.end
        if !state.parts.isEmpty {
          found += finished(state.reading, elseAt: next, word, at: position, scope: scope)
        }
        guard let when = keyword(.when, at: next) else { continue }
        extended += state.extended(
          by: parseBranch(at: when.end, scope: scope), joinedBy: when.words)
      }
      length += 1
      guard isWithin(Parser.itemLimit, count: length) else { return [] }
      states = Readings.packed(extended)
    }
    return Readings.packed(found)
  }

  /// The branches with what stands behind `else`, and without it.
  private mutating func finished(
    _ branches: Reading<[ConditionalSyntax.Branch]>, elseAt next: Int, _ word: Reading<Keyword>,
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    var ends = [Reading<ExpressionSyntax?>(nil, end: branches.end, words: [])]
    if let otherwise = keyword(.else, at: next) {
      ends += parseOperand(at: otherwise.end, scope: scope).map {
        Reading($0.node, end: $0.end, words: otherwise.words + $0.words)
      }
    }
    return ends.map { last in
      let end = anyLiteralEnd(["end", "结束"], at: skipSpace(last.end)) ?? last.end
      let node = ConditionalSyntax(
        branches: branches.node, otherwise: last.node, place: place(position, end))
      return Reading(
        .conditional(node), end: end, words: word.words + branches.words + last.words)
    }
  }

  ///     branch = condition Then operand .
  private mutating func parseBranch(
    at position: Int, scope: Int
  ) -> [Reading<ConditionalSyntax.Branch>] {
    var found: [Reading<ConditionalSyntax.Branch>] = []
    for condition in parseCondition(at: position, scope: scope) {
      guard let then = keyword(.then, at: condition.end) else { continue }
      found += parseOperand(at: then.end, scope: scope).map { value in
        Reading(
          ConditionalSyntax.Branch(condition: condition.node, value: value.node), end: value.end,
          words: condition.words + then.words + value.words)
      }
    }
    return found
  }
}
