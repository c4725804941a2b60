import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// What a row's place among the others gives.
extension Binder {
  /// A total row has no place among the others, so there it is missing; shares add up, where all
  /// groups are shown.
  mutating func bindWindow(
    _ window: WindowSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    if case .running(.sum, .name(let name)) = window.function, !addsUp(name, in: scope) {
      report(
        AnalysisProblem.doesNotAddUp(name.path.joined(separator: ".")), at: name.place)
      return nil
    }
    var argument: BoundExpression?
    if let syntax = window.function.argument {
      guard let value = bindExpression(syntax, in: &scope) else { return nil }
      argument = value
    }
    guard let groups = bindKeys(window.groups, in: &scope, takesLists: false),
      let order = bindSortKeys(window.order, in: &scope),
      let function = windowFunction(window, of: argument)
    else { return nil }
    let addsUp = window.function.isShare && scope.grouping?.showsAll == true
    if scope.isOfTotals, !addsUp { return .literal(.missing, function.type) }
    let name = CanonicalText.of(.window(window))
    let result = scope.appendWindow(
      function, per: groups, by: order,
      field: Field(
        name: name, type: function.type, label: LocalizedText(english: name, chinese: name)))
    guard window.function.isShare, let argument else { return result }
    return share(of: argument, in: result)
  }

  /// Whether a sum of a column says anything: that of rates of groups does not.
  private func addsUp(_ name: NameSyntax, in scope: RowScope) -> Bool {
    let column = name.path.joined(separator: ".")
    guard let groups = scope.grouping?.groups,
      let index = groups.valueFields.firstIndex(where: { $0.name == column })
    else { return true }
    return groups.addsUp(value: index)
  }

  private mutating func windowFunction(
    _ window: WindowSyntax, of argument: BoundExpression?
  ) -> WindowFunction? {
    switch window.function {
    case .rowNumber: return .rowNumber
    case .rank: return .rank
    case .denseRank: return .denseRank
    case .lag(_, let count): return argument.map { .neighbour($0, rowCount: -count.value) }
    case .lead(_, let count): return argument.map { .neighbour($0, rowCount: count.value) }
    case .running(let function, _):
      return aggregate(function, argument, of: window).map { .aggregate($0, .running) }
    case .moving(let function, _, let count):
      return aggregate(function, argument, of: window).map {
        .aggregate($0, .moving(rowCount: count.value))
      }
    case .share: return aggregate(.sum, argument, of: window).map { .aggregate($0, .all) }
    case .first: return aggregate(.first, argument, of: window).map { .aggregate($0, .all) }
    case .last: return aggregate(.last, argument, of: window).map { .aggregate($0, .all) }
    }
  }

  private mutating func aggregate(
    _ keyword: Keyword, _ argument: BoundExpression?, of window: WindowSyntax
  ) -> Aggregate? {
    guard let function = Aggregate.Function(keyword: keyword), function.takes(argument?.type),
      let type = function.resultType(of: argument?.type)
    else {
      let words = argument.map { self.words(for: $0.type) }
      let missing = LocalizedText(english: "nothing", chinese: "空")
      report(
        .typeMismatch(
          operation: window.function.keywords.map(\.rawValue).joined(separator: " "),
          left: words ?? missing, right: words ?? missing),
        at: window.place)
      return nil
    }
    return Aggregate(function, argument, type: type)
  }

  /// The part that a value is of a sum; missing where the sum is 0.
  private func share(of value: BoundExpression, in sum: BoundExpression) -> BoundExpression? {
    BoundExpression.Arithmetic.divide.resultType(value.type, sum.type).map {
      .arithmetic(.divide, value, sum, $0)
    }
  }
}
