import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Scalar functions.
extension Binder {
  mutating func bindCall(_ node: CallSyntax, in scope: inout RowScope) -> BoundExpression? {
    if node.function == "coalesce" { return bindCoalesce(node, in: &scope) }
    if node.function == "bucket" { return bindBucket(node, in: &scope) }
    guard let function = ScalarFunction(canonicalName: node.function) else {
      report(.unknownName(node.function, candidates: []), at: node.place)
      return nil
    }
    let counts = function == .round ? 1...2 : 1...1
    guard counts.contains(node.arguments.count) else {
      report(
        .argumentCount(
          function: node.function, expected: counts, found: node.arguments.count),
        at: node.place)
      return nil
    }
    var arguments: [BoundExpression] = []
    for argument in node.arguments {
      guard let value = bindExpression(argument, in: &scope) else { return nil }
      arguments.append(value)
    }
    guard let type = function.resultType(of: arguments.map(\.type)) else {
      let words = BindingProblem.words(for: arguments[0].type)
      report(
        .typeMismatch(operation: node.function, left: words, right: words), at: node.place)
      return nil
    }
    note(node.function, at: node.place)
    return .call(function, arguments, type)
  }

  private mutating func bindCoalesce(
    _ node: CallSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    var values: [BoundExpression] = []
    for argument in node.arguments {
      guard
        let value = bindExpression(argument, expecting: values.first?.type, in: &scope)
      else { return nil }
      guard let first = values.first else {
        values.append(value)
        continue
      }
      guard let (_, converted) = TypeRules.comparable(first, value), converted.type == first.type
      else {
        report(
          .typeMismatch(
            operation: "coalesce", left: BindingProblem.words(for: first.type),
            right: BindingProblem.words(for: value.type)), at: node.place)
        return nil
      }
      values.append(converted)
    }
    guard let first = values.first else { return nil }
    return .coalesce(values, first.type)
  }
}

extension ScalarFunction {
  /// The function with a name of the language.
  init?(canonicalName: String) {
    switch canonicalName {
    case "month_number": self = .monthNumber
    case "quarter_number": self = .quarterNumber
    case "year_number": self = .yearNumber
    default: self.init(rawValue: canonicalName)
    }
  }

  /// The type of the result, or nil where the arguments do not fit.
  func resultType(of arguments: [DataType]) -> DataType? {
    guard let first = arguments.first else { return nil }
    switch self {
    case .length: return first == .text ? .int : nil
    case .lower, .upper, .trim: return first == .text ? .text : nil
    case .contains, .startsWith, .endsWith, .matches: return first == .text ? .bool : nil
    case .abs: return first.isNumeric ? first : nil
    case .floor, .ceil: return first.isNumeric ? wholeType(first) : nil
    case .round:
      guard first.isNumeric else { return nil }
      if arguments.count == 1 { return wholeType(first) }
      return arguments[1] == .int ? first : nil
    case .elementCount: return first.isList ? .int : nil
    case .week, .month, .quarter, .half, .year: return first == .date ? .period : nil
    case .addMonths: return arguments == [.date, .int] ? .date : nil
    case .sharesElement:
      return arguments.count == 2 && arguments[0].element == arguments[1].element ? .bool : nil
    case .isWithin: return arguments == [.date, .period] ? .bool : nil
    case .periodsThrough: return arguments == [.period, .period] ? .list(.period) : nil
    case .periodStart, .periodEnd: return first == .period ? .date : nil
    case .monthNumber, .quarterNumber, .yearNumber, .day: return first == .date ? .int : nil
    // Its type holds the ranges.
    case .bucket: return nil
    }
  }

  private func wholeType(_ type: DataType) -> DataType {
    if case .decimal = type { .int } else { type }
  }
}
