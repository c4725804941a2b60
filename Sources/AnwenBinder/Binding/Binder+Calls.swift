import AnwenDiagnostics
import AnwenFunctions
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Scalar functions.
extension Binder {
  mutating func bindCall(_ node: CallSyntax, in scope: inout RowScope) -> BoundExpression? {
    guard let function = ScalarFunction.named(node.function) else {
      report(.unknownName(node.function, candidates: []), at: node.place)
      return nil
    }
    if function == .bucket { return bindBucket(node, in: &scope) }
    let counts = function.signature.counts
    guard counts.contains(node.arguments.count) else {
      report(
        .argumentCount(
          function: node.function, expected: counts, found: node.arguments.count),
        at: node.place)
      return nil
    }
    guard let arguments = bindArguments(of: function, node, in: &scope) else { return nil }
    guard let type = function.signature.resultType(arguments.map(\.argument)) else {
      let misfit = function.signature.firstMisfit(arguments.map(\.type)) ?? 0
      reportMisfit(
        of: node.function,
        Misfit(type: arguments[misfit].type, syntax: node.arguments[misfit]),
        wanted: function.signature.parameter(misfit).usualType, at: node.place)
      return nil
    }
    if case .expression = function.implementation { return .coalesce(arguments, type) }
    note(node.function, at: node.place)
    return .call(function, arguments, type)
  }

  /// The arguments; those that are to be alike, as one type.
  private mutating func bindArguments(
    of function: ScalarFunction, _ node: CallSyntax, in scope: inout RowScope
  ) -> [BoundExpression]? {
    var values: [BoundExpression] = []
    for argument in node.arguments {
      let expected = function.signature.isAlike ? values.first?.type : nil
      guard let value = bindExpression(argument, expecting: expected, in: &scope) else {
        return nil
      }
      values.append(value)
    }
    guard function.signature.isAlike else { return values }
    switch TypeRules.alike(values) {
    case .success(let alike): return alike
    case .failure(let mismatch):
      reportMismatch(
        of: node.function, Misfit(type: mismatch.left, syntax: node.arguments[0]),
        Misfit(type: mismatch.right, syntax: node.arguments[mismatch.index]), at: node.place)
      return nil
    }
  }
}

extension Signature.Parameter {
  /// A type that it takes, into which others are converted.
  fileprivate var usualType: DataType? {
    switch self {
    case .text: .text
    case .int: .int
    case .number: .decimal(scale: 0)
    case .date: .date
    case .period: .period
    case .list, .single, .any: nil
    }
  }
}
