import AnwenDiagnostics
import AnwenFunctions
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Comparisons and what else is asked of a value.
extension Binder {
  mutating func bindComparison(
    _ node: ComparisonSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    if let value = node.right.wordForMissing {
      guard let left = bindExpression(node.left, in: &scope) else { return nil }
      // A text may well be so.
      if left.type != .text {
        report(
          .comparedWithMissing(value.key, isNegated: node.comparison == .notEqual), at: value.place)
        return nil
      }
    }
    guard let (left, right) = bindOperands(node.left, node.right, in: &scope) else { return nil }
    if left.type.isList || right.type.isList {
      let (list, other) = left.type.isList ? (node.left, right) : (node.right, left)
      let problem: BindingProblem =
        other.columns.isEmpty ? .listCompared : .columnInList(list: written(list))
      report(problem, at: node.operatorPlace)
      return nil
    }
    if (left.type == .date) != (right.type == .date),
      left.type == .period || right.type == .period || node.left.isYear || node.right.isYear
    {
      report(.dateEqualsPeriod, at: node.operatorPlace)
      return nil
    }
    guard let (first, second) = TypeRules.comparable(left, right) else {
      reportMismatch(
        of: node.comparison.rawValue, Misfit(type: left.type, syntax: node.left),
        Misfit(type: right.type, syntax: node.right), at: node.operatorPlace)
      return nil
    }
    return .comparison(node.comparison.bound, first, second)
  }

  /// Binds two sides so that a bare word on one takes the type of the other.
  mutating func bindOperands(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, in scope: inout RowScope
  ) -> (BoundExpression, BoundExpression)? {
    if left.takesTypeFromContext, !right.takesTypeFromContext {
      guard let second = bindExpression(right, in: &scope),
        let first = bindExpression(left, expecting: second.type, in: &scope)
      else { return nil }
      return (first, second)
    }
    guard let first = bindExpression(left, in: &scope),
      let second = bindExpression(right, expecting: first.type, in: &scope)
    else { return nil }
    return (first, second)
  }

  mutating func bindMembership(
    _ node: MembershipSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let subject = bindExpression(node.subject, in: &scope) else { return nil }
    switch node.kind {
    case .oneOf(let members): return bindMembers(members, of: subject, node: node, in: &scope)
    case .between(let low, let high):
      return bindBetween(subject, low, high, node: node, in: &scope)
    case .has(let member): return bindHas(subject, member, node: node, in: &scope)
    case .relation(let relation, let operand):
      return withSubstitution(of: operand) { binder, operand in
        binder.bindRelation(relation, of: subject, to: operand, node: node, in: &scope)
      }
    }
  }

  /// Each member is a value, or for a date a period that holds all its days.
  private mutating func bindMembers(
    _ members: [ExpressionSyntax], of subject: BoundExpression, node: MembershipSyntax,
    in scope: inout RowScope
  ) -> BoundExpression? {
    guard !subject.type.isList else {
      report(.listCompared, at: node.operatorPlace)
      return nil
    }
    var choices: [BoundExpression] = []
    for member in members {
      let choice = withSubstitution(of: member) { binder, member in
        binder.bindMember(member, of: subject, node: node, in: &scope)
      }
      guard let choice else { return nil }
      choices.append(choice)
    }
    return merged(choices, about: subject)
  }

  private mutating func bindMember(
    _ member: ExpressionSyntax, of subject: BoundExpression, node: MembershipSyntax,
    in scope: inout RowScope
  ) -> BoundExpression? {
    if subject.type == .enumeration(.weekday), case .period(let periods) = member,
      let days = periods.period.weekdays, days.count > 1
    {
      return .isIn(subject, values: days.map { .rank($0) })
    }
    switch member {
    case .period(let periods) where subject.type == .date: return within(subject, periods)
    case .period(let periods) where subject.type == .period:
      return units(of: subject, within: periods)
    case .number(let number) where subject.type == .date: return withinYear(subject, number)
    case .values(let list): return isOneOf(subject, list)
    case .range(let range) where subject.type.isNumeric: return isIn(range, subject)
    default:
      guard let value = bindExpression(member, expecting: subject.type, in: &scope) else {
        return nil
      }
      if subject.type == .date, value.type == .period {
        return .call(.isWithin, [subject, value], .bool)
      }
      guard let (first, second) = TypeRules.comparable(subject, value) else {
        reportMismatch(
          of: "in", Misfit(type: subject.type, syntax: node.subject),
          Misfit(type: value.type, syntax: member), at: node.operatorPlace)
        return nil
      }
      return .comparison(.equal, first, second)
    }
  }

  /// Comparisons with literals of one column become one membership.
  private func merged(
    _ choices: [BoundExpression], about subject: BoundExpression
  ) -> BoundExpression {
    guard choices.count > 1 else { return choices[0] }
    var values: [Value] = []
    var others: [BoundExpression] = []
    for choice in choices {
      if case .comparison(.equal, subject, .literal(let value, subject.type)) = choice {
        values.append(value)
      } else {
        others.append(choice)
      }
    }
    if !values.isEmpty { others.append(.isIn(subject, values: values)) }
    return others.count == 1 ? others[0] : .or(others)
  }

  private mutating func bindBetween(
    _ subject: BoundExpression, _ low: ExpressionSyntax, _ high: ExpressionSyntax,
    node: MembershipSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    if subject.type == .date, low.isPeriod, high.isPeriod {
      guard let start = period(low), let end = period(high) else { return nil }
      return inDays(subject, from: start.start, through: end.last)
    }
    guard let first = bindExpression(low, expecting: subject.type, in: &scope),
      let last = bindExpression(high, expecting: subject.type, in: &scope)
    else { return nil }
    guard let (left, lower) = TypeRules.comparable(subject, first),
      let (right, upper) = TypeRules.comparable(subject, last)
    else {
      let isLow = TypeRules.comparable(subject, first) == nil
      reportMismatch(
        of: "between", Misfit(type: subject.type, syntax: node.subject),
        Misfit(type: (isLow ? first : last).type, syntax: isLow ? low : high),
        at: node.operatorPlace)
      return nil
    }
    return .and([
      .comparison(.greaterOrEqual, left, lower), .comparison(.lessOrEqual, right, upper),
    ])
  }

  private mutating func bindHas(
    _ subject: BoundExpression, _ member: ExpressionSyntax, node: MembershipSyntax,
    in scope: inout RowScope
  ) -> BoundExpression? {
    guard case .list(let element) = subject.type else {
      reportMisfit(
        of: "has", Misfit(type: subject.type, syntax: node.subject), wanted: nil,
        at: node.operatorPlace)
      return nil
    }
    return withSubstitution(of: member) { binder, member in
      if case .values(let list) = member { return binder.isOneOf(subject, list) }
      guard let value = binder.bindExpression(member, expecting: element, in: &scope) else {
        return nil
      }
      guard let (item, sought) = TypeRules.comparable(.column(0, element), value) else {
        binder.reportMismatch(
          of: "has", Misfit(type: subject.type, syntax: node.subject),
          Misfit(type: value.type, syntax: member), at: node.operatorPlace)
        return nil
      }
      // In the condition column 0 is the element, and there are no others.
      guard value.columns.isEmpty else {
        binder.report(
          .columnInList(list: binder.written(node.subject)), at: member.place)
        return nil
      }
      return .quantified(.any, list: subject, condition: .comparison(.equal, item, sought))
    }
  }

  mutating func bindTextMatch(
    _ node: TextMatchSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    guard let subject = bindExpression(node.subject, in: &scope),
      let pattern = bindExpression(node.pattern, expecting: .text, in: &scope)
    else { return nil }
    guard subject.type == .text, pattern.type == .text else {
      let isSubject = subject.type != .text
      reportMisfit(
        of: "contains",
        Misfit(
          type: (isSubject ? subject : pattern).type,
          syntax: isSubject ? node.subject : node.pattern), wanted: .text,
        at: node.operatorPlace)
      return nil
    }
    let function: ScalarFunction =
      switch node.kind {
      case .contains: .contains
      case .startsWith: .startsWith
      case .endsWith: .endsWith
      case .matches: .matches
      }
    if function == .matches, !isPattern(pattern, node.pattern) { return nil }
    return .call(function, [subject, pattern], .bool)
  }
}

extension ComparisonSyntax.Operator {
  var bound: BoundExpression.Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }
}

extension ExpressionSyntax {
  /// A bare word for what other languages have as a value that is not there.
  fileprivate var wordForMissing: ValueSyntax? {
    guard case .values(let list) = self, list.values.count == 1, list.values[0].type == nil,
      ["null", "nil", "none", "空", "空值", "无"].contains(list.values[0].key.lowercased())
    else { return nil }
    return list.values[0]
  }
}
