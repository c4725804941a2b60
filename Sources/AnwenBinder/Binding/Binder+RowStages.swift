import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Stages that take some of the rows, and the one that demands something of all.
extension Binder {
  /// The first row of each that differs in the columns; without columns, in all that are shown.
  mutating func bindDistinct(
    by columns: [ExpressionSyntax], in scope: inout RowScope
  ) -> Bool {
    let keys =
      columns.isEmpty ? shownValues(of: &scope) : bindKeys(columns, in: &scope, takesLists: true)
    guard let keys else { return false }
    scope.keepFirst(1, per: keys, by: [], .rowNumber)
    return true
  }

  /// The first rows of an order, of all rows or of each group.
  ///
  /// The rows come in that order, those of groups group by group in the order of their keys.
  mutating func bindTop(
    _ top: TopSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard !top.keys.isEmpty else {
      report(StageProblem.topWithoutOrder(count: top.count.value), at: place)
      return false
    }
    guard let groups = bindKeys(top.groups, in: &scope, takesLists: false),
      let order = bindSortKeys(top.keys, in: &scope)
    else { return false }
    if groups.isEmpty, !top.keepsTies {
      scope.extend(.sort(LogicalPlan.Sort(input: scope.plan, keys: order)))
      scope.extend(
        .slice(LogicalPlan.Slice(input: scope.plan, offset: 0, count: top.count.value)))
      return true
    }
    scope.keepFirst(top.count.value, per: groups, by: order, top.keepsTies ? .rank : .rowNumber)
    let groupOrder = groups.map { LogicalPlan.Sort.Key($0, isDescending: false) }
    scope.extend(.sort(LogicalPlan.Sort(input: scope.plan, keys: groupOrder + order)))
    return true
  }

  /// Remembers what the rows at hand have to fulfil; they all stay.
  mutating func bindAssertion(
    _ assertion: AssertionSyntax, at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    guard let rule = bindCondition(assertion.condition, in: &scope) else { return false }
    var broken = scope
    broken.keepRows(where: [.not(rule)])
    let plan = withShownColumns(&broken)
    let conditionPlace = assertion.condition.place
    assertions.append(
      BoundAssertion(
        plan: plan, message: assertion.message,
        rule: text.source.slice(conditionPlace.range), place: place.union(conditionPlace).range,
        source: text.source))
    return true
  }

  /// Values by which rows are told apart.
  ///
  /// - Parameter takesLists: whether a list may be one of them as a whole.
  mutating func bindKeys(
    _ keys: [ExpressionSyntax], in scope: inout RowScope, takesLists: Bool
  ) -> [BoundExpression]? {
    var bound: [BoundExpression] = []
    for key in keys {
      guard let value = bindExpression(key, in: &scope) else { return nil }
      guard takesLists || !value.type.isList else {
        report(StageProblem.groupedByList(CanonicalText.of(key)), at: key.place)
        return nil
      }
      bound.append(value)
    }
    return bound
  }

  mutating func bindSortKeys(
    _ keys: [SortKeySyntax], in scope: inout RowScope
  ) -> [LogicalPlan.Sort.Key]? {
    var bound: [LogicalPlan.Sort.Key] = []
    for key in keys {
      guard let value = bindExpression(key.expression, in: &scope) else { return nil }
      bound.append(LogicalPlan.Sort.Key(value, isDescending: key.isDescending))
    }
    return bound
  }
}

extension RowScope {
  /// Keeps so many rows of each group, in an order; equal ones in the order at hand.
  ///
  /// - Parameter place: how a row's place is counted.
  mutating func keepFirst(
    _ count: Int, per groups: [BoundExpression], by order: [LogicalPlan.Sort.Key],
    _ place: WindowFunction
  ) {
    let name = "place"
    let number = appendWindow(
      place, per: groups, by: order,
      field: Field(
        name: name, type: .int, label: LocalizedText(english: name, chinese: name)))
    keepRows(where: [
      .comparison(.lessOrEqual, number, .literal(.int(Int64(count)), .int))
    ])
  }

  /// Appends what a window gives each row.
  mutating func appendWindow(
    _ function: WindowFunction, per groups: [BoundExpression],
    by order: [LogicalPlan.Sort.Key], field: Field
  ) -> BoundExpression {
    let position = width
    extend(
      .window(
        LogicalPlan.Window(
          input: plan, partition: groups, order: order, functions: [function], fields: [field])))
    return .column(position, field.type)
  }
}
