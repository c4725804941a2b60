/// Values of a key as columns.
extension Parser {
  ///     pivot = Pivot name [ In "(" operand { ( "," | "、" ) operand } ")" ] .
  mutating func parsePivot(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    var found: [Reading<Pipeline>] = []
    failure.record(.expression, at: skipSpace(position))
    for name in parseNames(at: position, scope: scope) {
      guard case .name(let key) = name.node else { continue }
      found.append(
        pipeline(
          .pivot(PivotSyntax(key: key, values: nil)), scope: pivotScope(scope, values: []),
          at: place, end: name.end, words: name.words))
      guard let word = keyword(.in, at: name.end), let open = symbol("(", at: word.end) else {
        continue
      }
      let lists = parseList(from: open) { parser, start in
        parser.parseOperand(at: start, scope: scope)
      }
      for list in lists {
        found.append(
          pipeline(
            .pivot(PivotSyntax(key: key, values: list.node)),
            scope: pivotScope(scope, values: list.node), at: place, end: list.end,
            words: name.words + word.words + list.words))
      }
    }
    return Readings.packed(found)
  }

  /// The names behind it: those before, the total, and the columns where they are known.
  private mutating func pivotScope(_ scope: Int, values: [ExpressionSyntax]) -> Int {
    let old = scopes[scope]
    let names = old.definitions.map { $0.alias ?? CanonicalText.of($0.expression) }
    var made = [definition("total", ["合计"])]
    for value in values {
      let name = CanonicalText.of(value)
      let spellings = vocabulary.values.filter { $0.key == name }.map(\.spelling)
      made.append(definition(name, spellings))
      for measure in names { made.append(definition(name + "_" + measure, [])) }
    }
    scopes.append(old.adding(made))
    return scopes.count - 1
  }

  func definition(_ name: String, _ synonyms: [String]) -> ParserScope.Definition {
    ParserScope.Definition(
      alias: name, synonyms: synonyms,
      expression: .name(NameSyntax(path: [name], place: place(start, start))))
  }
}
