package import AnwenDiagnostics

/// Parameters of a script, and the values that they are given.
extension Parser {
  ///     parameter = Param NEW_NAME ":" type [ "=" argument ] .
  mutating func parseParameter(at position: Int, start: Int) -> StatementResult {
    guard let name = parseNewName(at: position), let colon = symbol(":", at: name.end) else {
      return StatementResult([failureDiagnostic(from: start)])
    }
    guard let (type, typeEnd) = parseParameterType(at: colon) else {
      let place = skipSpace(colon)
      let end = wordRunEnd(from: place)
      guard end > place else {
        failure.record(.typeName, at: place)
        return StatementResult([failureDiagnostic(from: start)])
      }
      let problem = ScriptProblem.unknownType(
        text.text(place, end), candidates: nearestTypes(to: text.text(place, end)))
      return StatementResult([Diagnostic(problem, at: text.range(place, end))])
    }
    let typePlace = place(colon, typeEnd)
    guard let equals = symbol("=", at: typeEnd) else {
      guard skipSpace(typeEnd) == limit else {
        return StatementResult([failureDiagnostic(from: start)])
      }
      return StatementResult(
        .parameter(
          ParameterSyntax(name: name.node, type: type, typePlace: typePlace, value: nil)))
    }
    let value = parseArgument(of: type, name: name.node.name, at: equals)
    guard let expression = value.expression else { return StatementResult(value.diagnostics) }
    return StatementResult(
      .parameter(
        ParameterSyntax(
          name: name.node, type: type, typePlace: typePlace, value: expression)))
  }

  private func wordRunEnd(from place: Int) -> Int {
    var end = place
    while end < limit, UnitClass.isWord(text.folded[end]) { end += 1 }
    return end
  }

  /// The names of a type, each language's first one printed.
  private typealias TypeName = (type: ParameterType, spellings: [String])

  private static let plainTypes: [TypeName] = [
    (.text, ["text", "文本"]), (.int, ["int", "整数"]), (.decimal, ["decimal", "小数"]),
    (.bool, ["bool", "真假"]), (.date, ["date", "日期"]), (.period, ["period", "时段"]),
  ]

  private static func typeNames(_ vocabulary: Vocabulary) -> [TypeName] {
    plainTypes
      + vocabulary.entities.map { entity in
        (.value(.entity(entity.name)), entity.spellings.map(\.text))
      }
      + vocabulary.enumerations.map { words in
        (.value(.enumeration(words.name)), words.spellings.map(\.text))
      }
  }

  /// How a type of parameters is called.
  package static func name(
    of type: ParameterType, in language: Language, vocabulary: Vocabulary
  ) -> String {
    if case .value(let type) = type {
      return ExpectationWords.name(of: type, vocabulary: vocabulary)[language]
    }
    let spellings = plainTypes.first { $0.type == type }?.spellings ?? ["", ""]
    return language == .english ? spellings[0] : spellings[1]
  }

  private func parseParameterType(at position: Int) -> (type: ParameterType, end: Int)? {
    let start = skipSpace(position)
    var longest: (type: ParameterType, end: Int)?
    for (type, spellings) in Parser.typeNames(vocabulary) {
      for spelling in spellings {
        guard let end = literalEnd(spelling, at: start), end > (longest?.end ?? start) else {
          continue
        }
        longest = (type, end)
      }
    }
    // A part of a word is no type.
    guard let longest, wordRunEnd(from: start) <= longest.end else { return nil }
    return longest
  }

  private func nearestTypes(to word: String) -> [String] {
    NearestWords.nearest(to: word, among: Parser.typeNames(vocabulary).flatMap(\.spellings))
  }

  // MARK: - Values

  /// A value of a parameter, or why it is none.
  package struct Argument: Sendable {
    package let expression: ExpressionSyntax?
    package let diagnostics: [Diagnostic]
  }

  /// Reads a value that fills the rest of the statement.
  ///
  ///     argument = TEXT | BARE_WORD | [ "-" ] number | True | False | EXPECTED_PERIOD | VALUE .
  package mutating func parseArgument(
    of type: ParameterType, name: String, at position: Int
  ) -> Argument {
    let start = skipSpace(position)
    guard start < limit else {
      failure.record(.expression, at: start)
      return Argument(expression: nil, diagnostics: [failureDiagnostic(from: self.start)])
    }
    let found = readArgument(of: type, at: start).first { skipSpace($0.end) == limit }
    if let found { return Argument(expression: found.node, diagnostics: []) }
    var end = limit
    while end > start + 1, UnitClass.isSpace(text.folded[end - 1]) { end -= 1 }
    let written = text.text(start, end)
    let problem = ScriptProblem.wrongArgument(
      name, written,
      type: LocalizedText(
        english: Parser.name(of: type, in: .english, vocabulary: vocabulary),
        chinese: Parser.name(of: type, in: .chinese, vocabulary: vocabulary)),
      candidates: candidates(for: written, type))
    return Argument(
      expression: nil, diagnostics: [Diagnostic(problem, at: text.range(start, end))])
  }

  private func candidates(for written: String, _ type: ParameterType) -> [String] {
    guard case .value(let type) = type else { return [] }
    let names = vocabulary.values.filter { $0.type == type }.map(\.spelling)
    return NearestWords.nearest(to: written, among: names)
  }

  private mutating func readArgument(
    of type: ParameterType, at start: Int
  ) -> [Reading<ExpressionSyntax>] {
    switch type {
    case .text:
      if let text = parseQuoted(at: start) {
        return [text.map { .text($0, place(start, text.end)) }]
      }
      let end = wordRunEnd(from: start)
      return [Reading(.text(text.text(start, end), place(start, end)), end: end, words: [])]
    case .int, .decimal:
      let minus = symbol("-", at: start)
      guard let number = parseNumber(at: minus ?? start) else { return [] }
      let isWhole = !number.node.digits.contains(".") && !number.node.isPercent
      if type == .int, !isWhole { return [] }
      return [number.map { .number(minus == nil ? $0 : $0.negated) }]
    case .bool:
      let word = keyword(.true, at: start) ?? keyword(.false, at: start)
      return word.map { [$0.map { .bool($0 == .true, place(start, word?.end ?? start)) }] } ?? []
    case .date:
      return parsePeriods(at: start).filter { $0.node.period.unit == .day }.map {
        $0.map { .period($0) }
      }
    case .period: return parsePeriods(at: start, takesYear: true).map { $0.map { .period($0) } }
    case .value(let type): return readNamedValue(of: type, at: start)
    }
  }

  private mutating func readNamedValue(
    of type: ValueType, at start: Int
  ) -> [Reading<ExpressionSyntax>] {
    if let quoted = parseQuoted(at: start) {
      return vocabulary.values(spelled: quoted.node, of: type).prefix(1).map { word in
        quoted.map { .values(single(word.key, type, spelled: $0, place(start, quoted.end))) }
      }
    }
    return parseValue(of: type, at: start).map { value in
      let written = text.text(start, value.end)
      return value.map { .values(single($0.key, type, spelled: written, $0.place)) }
    }
  }

  private func single(
    _ key: String, _ type: ValueType, spelled text: String, _ place: SyntaxRange
  ) -> ValueListSyntax {
    let use = ParameterUse(name: "", text: text)
    let value = ValueSyntax(key: key, type: type, place: place, parameter: use)
    return ValueListSyntax(values: [value], joining: .any, place: place)
  }
}

extension NumberSyntax {
  fileprivate var negated: NumberSyntax {
    NumberSyntax(digits: "-" + digits, isPercent: isPercent, magnitude: magnitude, place: place)
  }
}
