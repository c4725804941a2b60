/// Expressions that give a value.
extension Parser {
  ///     sum = product { ( "+" | "-" ) product } .
  mutating func parseSum(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let key = ParserMemo.key(scope: scope, position: position)
    if let known = memo.sums[key] { return known }
    guard enter() else { return [] }
    defer { leave() }
    let operators: [(String, ArithmeticSyntax.Operator)] = [("+", .add), ("-", .subtract)]
    let sums = parseBinary(
      parseProduct(at: position, scope: scope), operators: operators, words: []
    ) { parser, start in parser.parseProduct(at: start, scope: scope) }
    memo.sums[key] = sums
    return sums
  }

  ///     product = factor { ( "*" | "×" | "/" | "÷" | "%" | Div ) factor } .
  private mutating func parseProduct(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    let operators: [(String, ArithmeticSyntax.Operator)] = [
      ("*", .multiply), ("×", .multiply), ("/", .divide), ("÷", .divide), ("%", .remainder),
    ]
    return parseBinary(
      parseFactor(at: position, scope: scope), operators: operators,
      words: [(.div, .wholeDivide)]
    ) { parser, start in parser.parseFactor(at: start, scope: scope) }
  }

  private mutating func parseBinary(
    _ first: [Reading<ExpressionSyntax>],
    operators: [(String, ArithmeticSyntax.Operator)],
    words: [(Keyword, ArithmeticSyntax.Operator)],
    operand: (inout Parser, Int) -> [Reading<ExpressionSyntax>]
  ) -> [Reading<ExpressionSyntax>] {
    var states = first
    var finished: [Reading<ExpressionSyntax>] = []
    var length = 0
    while !states.isEmpty {
      var extended: [Reading<ExpressionSyntax>] = []
      for state in states {
        let next = match(operators, words, at: state.end).map { symbol in
          (symbol, operand(&self, symbol.end))
        }
        guard let (symbol, operands) = next, !operands.isEmpty else {
          finished.append(state)
          continue
        }
        extended += operands.map { right in
          state.joined(right) {
            .arithmetic(
              ArithmeticSyntax(
                symbol.node, $0, $1, operatorPlace: place(state.end, symbol.end)))
          }
        }
      }
      length += 1
      guard isWithin(Parser.arithmeticLimit, count: length) else { return [] }
      states = Readings.packed(extended)
    }
    return Readings.packed(finished)
  }

  private mutating func match(
    _ operators: [(String, ArithmeticSyntax.Operator)],
    _ words: [(Keyword, ArithmeticSyntax.Operator)], at position: Int
  ) -> Reading<ArithmeticSyntax.Operator>? {
    for (spelling, node) in operators {
      if let end = symbol(spelling, at: position) { return Reading(node, end: end, words: []) }
    }
    for (word, node) in words {
      if let found = keyword(word, at: position) { return found.map { _ in node } }
    }
    return nil
  }

  ///     factor = "-" factor | primary .
  private mutating func parseFactor(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard enter() else { return [] }
    defer { leave() }
    if let minus = symbol("-", at: position) {
      return parseFactor(at: minus, scope: scope).map {
        Reading(.negated($0.node, place(position, minus)), end: $0.end, words: $0.words)
      }
    }
    return parsePrimary(at: position, scope: scope)
  }

  ///     primary  = number | TEXT | True | False | PERIOD | DURATION | name | VALUE | slot | compound .
  ///     compound = aggregate | measure | call | conditional | "(" condition ")" .
  mutating func parsePrimary(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let key = ParserMemo.key(scope: scope, position: position)
    if let known = memo.primaries[key] { return known }
    var found = parseNames(at: position, scope: scope)
    // A name in scope wins over a measure of the same spelling.
    let names = found
    let figures =
      parseMeasures(at: position, scope: scope) + parseCountedNouns(at: position, scope: scope)
    found += figures.filter { figure in !names.contains { $0.end == figure.end } }
    found += parseOuterNames(at: position)
    found += parseScriptNames(at: position, scope: scope)
    found += parseLiteral(at: position)
    found += parseAggregates(at: position, scope: scope)
    found += parseCall(at: position, scope: scope)
    found += parseConditional(at: position, scope: scope)
    found += parseSlot(at: position)
    found += parseGroup(at: position, scope: scope)
    // A name in scope wins over a value of the same spelling.
    found += parseAnyValue(at: position).filter { value in
      readsShadowedValues || !found.contains { $0.end == value.end }
        || value.node.isScriptName
    }
    found += parseStandings(at: position, scope: scope)
    found = preferringScriptNames(found, at: position)
    let packed = Readings.packed(found)
    memo.primaries[key] = packed
    return packed
  }

  private mutating func parseLiteral(at position: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    if let text = parseQuoted(at: start) {
      return [text.map { .text($0, place(start, text.end)) }]
    }
    if let word = keyword(.true, at: start) {
      return [word.map { _ in .bool(true, place(start, word.end)) }]
    }
    if let word = keyword(.false, at: start) {
      return [word.map { _ in .bool(false, place(start, word.end)) }]
    }
    // Inside an expression the longest literal is one word.
    let periods = parsePeriods(at: start).prefix(1).map { $0.map { ExpressionSyntax.period($0) } }
    let number = parseNumber(at: start).map { $0.map { ExpressionSyntax.number($0) } }
    let duration = [parseDuration(at: start)].compactMap { $0 }
    if let number, !periods.contains(where: { $0.end > number.end }) { return [number] + duration }
    return periods + duration
  }

  ///     slot = "{" SLOT "}" .
  mutating func parseSlot(at position: Int) -> [Reading<ExpressionSyntax>] {
    if slotsAreBare { return parseBareSlot(at: skipSpace(position)) }
    let start = skipSpace(position)
    guard start < limit, text.folded[start] == 0x7b else { return [] }
    for slot in slots {
      guard let end = literalEnd(slot, at: skipSpace(start + 1)), let close = symbol("}", at: end)
      else { continue }
      return [Reading(.slot(slot, place(start, close)), end: close, words: [])]
    }
    if failure.unknownSlot == nil { failure.unknownSlot = unknownSlot(at: start) }
    return []
  }

  private func unknownSlot(at open: Int) -> (name: String, place: SyntaxRange) {
    let nameStart = skipSpace(open + 1)
    var end = nameStart
    while end < limit, UnitClass.isWord(text.folded[end]) { end += 1 }
    let close = skipSpace(end)
    let isClosed = close < limit && text.folded[close] == 0x7d
    return (text.text(nameStart, end), place(open, isClosed ? close + 1 : end))
  }

  private mutating func parseGroup(
    at position: Int, scope: Int
  ) -> [Reading<ExpressionSyntax>] {
    guard let open = symbol("(", at: position) else { return [] }
    return parseCondition(at: open, scope: scope).compactMap { inner in
      guard let close = symbol(")", at: inner.end) else { return nil }
      return Reading(inner.node, end: close, words: inner.words)
    }
  }
}
