extension ModelParser {
  /// Parses an indented line below an entity.
  ///
  ///     detail = "file" TEXT | "plural" NAME | "key" NAME | "label" NAME | "main date" NAME
  ///            | "exists from" NAME [ "to" NAME ]
  ///            | "default" NAME { "," NAME } | column | phrase | "condition" names "=" BODY
  ///            | measure | "sample" .
  static func parseDetail(_ cursor: inout ModelCursor) throws(ModelFailure) -> EntityDetail {
    // Most lines are columns.
    if cursor.match(.column) { return .column(try parseColumn(&cursor)) }
    if cursor.match(.file) { return .file(try cursor.expectText().word) }
    if cursor.match(.plural) { return .plural(try cursor.expectWord()) }
    if cursor.match(.key) { return .key(try cursor.expectWord()) }
    if cursor.match(.label) { return .label(try cursor.expectWord()) }
    if cursor.match(.mainDate) { return .mainDate(try cursor.expectWord()) }
    if cursor.match(.life) {
      let from = try cursor.expectWord()
      return .life(from: from, to: cursor.match(.until) ? try cursor.expectWord() : nil)
    }
    if cursor.match(.defaults) {
      var names = [try cursor.expectWord()]
      while cursor.matchComma() { names.append(try cursor.expectWord()) }
      return .defaults(names)
    }
    if cursor.match(.phrase) { return .phrase(try parsePhrase(&cursor)) }
    if cursor.match(.condition) {
      let names = try cursor.expectNames()
      return .condition(names, try cursor.expectBody())
    }
    if cursor.match(.measure) { return .measure(try parseMeasure(&cursor)) }
    if cursor.match(.sample) { return .sample(cursor.previousPlace) }
    throw cursor.failureAtWord { .unknownDetail($0) }
  }

  /// Parses a column, stored or derived.
  ///
  ///     column = "column" names ":" type [ "from" TEXT ] [ "," "reverse" names ]
  ///              [ "," display ] [ "=" BODY ] .
  private static func parseColumn(
    _ cursor: inout ModelCursor
  ) throws(ModelFailure) -> ColumnDeclaration {
    let names = try cursor.expectNames()
    try cursor.expect(symbol: ":")
    let type = try parseType(&cursor)
    let header = cursor.match(.from) ? try cursor.expectText().word : nil
    var reverse: ModelNames?
    var display: DisplayDeclaration?
    while display == nil, cursor.matchComma() {
      display = try parseDisplay(&cursor)
      guard display == nil else { break }
      guard reverse == nil, cursor.match(.reverse) else {
        let word: ModelKeyword = reverse == nil ? .reverse : .format
        throw cursor.failure { .expectedSymbol(word.rawValue, after: $0) }
      }
      reverse = try cursor.expectNames()
    }
    let isDerived = header == nil && cursor.isAt(symbol: "=")
    let body = isDerived ? try cursor.expectBody() : nil
    return ColumnDeclaration(
      names: names, type: type, header: header, reverse: reverse, display: display, body: body)
  }

  /// Parses an aggregate with a name.
  ///
  ///     measure = "measure" names [ "," display ] "=" BODY .
  private static func parseMeasure(
    _ cursor: inout ModelCursor
  ) throws(ModelFailure) -> MeasureDeclaration {
    let names = try cursor.expectNames()
    var display: DisplayDeclaration?
    if cursor.matchComma() {
      display = try parseDisplay(&cursor)
      if display == nil {
        throw cursor.failure { .expectedSymbol(ModelKeyword.format.rawValue, after: $0) }
      }
    }
    return MeasureDeclaration(names: names, display: display, body: try cursor.expectBody())
  }

  /// Parses the type of a column.
  ///
  ///     type = [ "list of" ] NAME [ "(" INTEGER ")" ] .
  private static func parseType(_ cursor: inout ModelCursor) throws(ModelFailure) -> ModelType {
    let isList = cursor.match(.listOf)
    guard let name = cursor.matchWord() else { throw cursor.failure { .expectedType(after: $0) } }
    var scale: ModelWord?
    if cursor.match(symbol: "(") {
      scale = try cursor.expectWord()
      try cursor.expect(symbol: ")")
    }
    return ModelType(name: name, isList: isList, scale: scale)
  }

  /// Parses a condition with slots, in one or several wordings.
  ///
  ///     phrase = "phrase" TEXT { TEXT } "=" BODY .
  private static func parsePhrase(
    _ cursor: inout ModelCursor
  ) throws(ModelFailure) -> PhraseDeclaration {
    var wordings: [WordingSyntax] = []
    let (first, unit) = try cursor.expectText()
    wordings.append(try WordingParser.parse(first, unit: unit, of: cursor.text))
    while let (next, unit) = cursor.matchText() {
      wordings.append(try WordingParser.parse(next, unit: unit, of: cursor.text))
    }
    return PhraseDeclaration(wordings: wordings, body: try cursor.expectBody())
  }
}
