package import AnwenDiagnostics

/// Reads the declarations of a model. Never fails: a line with a mistake is reported and left out.
///
///     model       = { declaration } .
///     declaration = data | as_of | encoding | fiscal_year | semester | constant | enumeration
///                 | entity .
///
/// A declaration begins at the margin; indented lines below it belong to it.
package struct ModelParser {
  private let text: LexedText
  private var diagnostics: [Diagnostic] = []
  private var lostWords: Set<String> = []

  private init(_ text: LexedText) { self.text = text }

  package static func parse(
    _ text: LexedText
  ) -> (model: ModelSyntax, diagnostics: [Diagnostic]) {
    var parser = ModelParser(text)
    let model = parser.parseModel()
    return (model, parser.diagnostics)
  }

  private mutating func parseModel() -> ModelSyntax {
    let lines = ModelLines(text)
    if let stray = lines.strays.first {
      let range = text.range(stray.lowerBound, stray.upperBound)
      diagnostics.append(Diagnostic(ModelProblem.detailWithoutDeclaration, at: range))
    }
    var declarations: [ModelDeclaration] = []
    for block in lines.blocks {
      do throws(ModelFailure) {
        declarations.append(try parseDeclaration(block))
      } catch {
        giveUp(block.head, error)
      }
    }
    return ModelSyntax(declarations, lostWords: lostWords)
  }

  private mutating func giveUp(_ line: Range<Int>, _ failure: ModelFailure) {
    diagnostics.append(failure.diagnostic)
    var cursor = ModelCursor(text, line)
    while cursor.hasMore {
      if let word = cursor.matchWord() { lostWords.insert(word.text) } else { cursor.skip() }
    }
  }

  /// Parses one declaration; only an entity's indented lines are lines of their own.
  private mutating func parseDeclaration(
    _ block: ModelLines.Block
  ) throws(ModelFailure) -> ModelDeclaration {
    var head = ModelCursor(text, block.head)
    if head.match(.entity) { return try parseEntity(&head, details: block.details) }

    var cursor = ModelCursor(text, block.units)
    let declaration: ModelDeclaration
    if cursor.match(.data) {
      let title = try cursor.expectText().word
      let second = cursor.matchText()?.word ?? cursor.matchRest()
      declaration = .data(title, second)
    } else if cursor.match(.asOf) {
      guard let date = cursor.matchRest() else {
        throw cursor.failure { .expectedBody(after: $0) }
      }
      declaration = .asOf(date)
    } else if cursor.match(.encoding) {
      declaration = .encoding(try cursor.expectWord())
    } else if cursor.match(.fiscalYear) {
      try cursor.expect(symbol: ":")
      declaration = .fiscalYear(try cursor.expectPeriod())
    } else if cursor.match(.semester) {
      let names = try cursor.expectNames()
      try cursor.expect(symbol: ":")
      declaration = .semester(names, try cursor.expectPeriod())
    } else if cursor.match(.constant) {
      let names = try cursor.expectNames()
      declaration = .constant(names, try cursor.expectBody())
    } else if cursor.match(.enumeration) {
      declaration = try parseEnumeration(&cursor)
    } else {
      throw cursor.failureAtWord { .unknownDeclaration($0) }
    }
    try cursor.expectEnd()
    return declaration
  }

  /// Parses an ordered list of values.
  ///
  ///     enumeration = "enumeration" names ":" names { "," names } .
  private func parseEnumeration(
    _ cursor: inout ModelCursor
  ) throws(ModelFailure) -> ModelDeclaration {
    let names = try cursor.expectNames()
    try cursor.expect(symbol: ":")
    var cases = [try cursor.expectNames()]
    while cursor.matchComma() { cases.append(try cursor.expectNames()) }
    return .enumeration(EnumerationDeclaration(names: names, cases: cases))
  }

  /// Parses an entity; a detail with a mistake is left out.
  ///
  ///     entity = "entity" names NEWLINE { detail NEWLINE } .
  private mutating func parseEntity(
    _ head: inout ModelCursor, details: [Range<Int>]
  ) throws(ModelFailure) -> ModelDeclaration {
    let names = try head.expectNames()
    try head.expectEnd()
    var parsed: [EntityDetail] = []
    var hasLostDetail = false
    for units in details {
      var cursor = ModelCursor(text, units)
      do throws(ModelFailure) {
        let detail = try ModelParser.parseDetail(&cursor)
        try cursor.expectEnd()
        parsed.append(detail)
      } catch {
        hasLostDetail = true
        giveUp(units, error)
      }
    }
    return .entity(
      EntityDeclaration(names: names, details: parsed, hasLostDetail: hasLostDetail))
  }
}
