import AnwenDiagnostics

/// What scripts need to know of the words of a data set.
extension Vocabulary {
  /// Whether a name is a word already that would be read otherwise.
  ///
  /// Keywords stand in too many places; a query is a noun, and those of the model's entities are
  /// taken; a definition with parameters is called as a function is. Any other name of the model is
  /// hidden by one of the script.
  package func isReserved(_ name: String, isNoun: Bool, isCalled: Bool) -> Bool {
    if StatementWord.allCases.contains(where: { $0.spellings.contains(name) }) { return true }
    let (text, _) = Lexer.lex(SourceText(name))
    return words(in: text, at: 0).contains { end, meaning in
      guard end == text.count else { return false }
      switch meaning {
      case .keyword: return true
      case .function: return isCalled
      case .entity: return isNoun
      case .column, .relation, .condition, .measure, .constant, .phraseWord, .scriptName:
        return false
      }
    }
  }

  /// Whether a line would go on with the statement above.
  package func beginsWithStage(_ line: String) -> Bool {
    let (text, _) = Lexer.lex(SourceText(line))
    return text.count > 0 && stageWordEnd(in: text, at: 0) != nil
  }

  /// Some value of a type, where a script is only looked at.
  package func standIn(for type: ParameterType) -> ExpressionSyntax {
    let place = SyntaxRange(SourceRange(0, 0))
    switch type {
    case .text: return .text("", place)
    case .int, .decimal:
      return .number(NumberSyntax(digits: "1", isPercent: false, magnitude: 0, place: place))
    case .bool: return .bool(true, place)
    case .date: return .period(PeriodListSyntax(.relative(.day, offset: 0), place: place))
    case .period: return .period(PeriodListSyntax(.relative(.month, offset: 0), place: place))
    case .value(let type):
      let word = values.first { $0.type == type }
      let use = ParameterUse(name: "", text: word?.spelling ?? "")
      let value = ValueSyntax(key: word?.key ?? "0", type: type, place: place, parameter: use)
      return .values(ValueListSyntax(values: [value], joining: .any, place: place))
    }
  }
}
