import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Rows of other entities: whether there are any, and aggregates over them.
extension Binder {
  /// How the rows of a relation meet the row at hand.
  private struct Link {
    let target: Int
    /// Over the rows at hand.
    let key: BoundExpression
    /// The column of the target's rows that it meets, by its place.
    let targetColumn: Int
  }

  private mutating func link(
    named name: String, from rows: RowScope.EntityRows, in scope: inout RowScope,
    at place: SyntaxRange
  ) -> Link? {
    let entity = catalog.entities[rows.entity]
    if let index = entity.columnIndex(name) {
      guard let target = entity.columns[index].target.flatMap({ catalog.entityIndex($0) }),
        let key = catalog.entities[target].key,
        let value = bindColumn(index, of: rows, in: &scope)
      else { return nil }
      return Link(target: target, key: value, targetColumn: key)
    }
    guard let relation = entity.relation(name) else {
      report(.unknownName(name, candidates: []), at: place)
      return nil
    }
    guard let key = keyExpression(of: rows.entity, base: rows.base) else {
      report(.noKey(entity.name), at: place)
      return nil
    }
    return Link(target: relation.source, key: key, targetColumn: relation.column)
  }

  /// Joins an aggregate over a relation's rows to the rows at hand.
  mutating func joinAggregate(
    _ name: String, _ clause: ClauseSyntax, in scope: inout RowScope, at place: SyntaxRange,
    _ aggregate: (inout Binder, inout RowScope) -> Aggregate?
  ) -> BoundExpression? {
    if scope.isOneRow { return joinEntityAggregate(clause, in: &scope, aggregate) }
    guard let rows = scope.rows else {
      report(.unknownName(name, candidates: []), at: place)
      return nil
    }
    let outer = arguments
    arguments = arguments.mapValues { $0.flatMap { $0.columns.isEmpty ? $0 : nil } }
    defer { arguments = outer }
    guard let link = link(named: name, from: rows, in: &scope, at: place),
      var many = bindClause(clause), let manyRows = many.rows,
      let manyKey = bindColumn(link.targetColumn, of: manyRows, in: &many),
      let function = aggregate(&self, &many)
    else { return nil }
    let position = scope.appendGroupJoin(
      many.plan, key: link.key, manyKey: manyKey, aggregate: function,
      name: "\(function.function.rawValue)(\(name))")
    return .column(position, function.type)
  }

  /// Joins an aggregate over all rows of a clause: each of them meets the one row.
  private mutating func joinEntityAggregate(
    _ clause: ClauseSyntax, in scope: inout RowScope,
    _ aggregate: (inout Binder, inout RowScope) -> Aggregate?
  ) -> BoundExpression? {
    guard var many = bindClause(clause), let function = aggregate(&self, &many) else { return nil }
    let met = BoundExpression.literal(.bool(true), .bool)
    let position = scope.appendGroupJoin(
      many.plan, key: met, manyKey: met, aggregate: function,
      name: "\(function.function.rawValue)(\(clause.entity))")
    return .column(position, function.type)
  }

  mutating func bindExistence(
    _ node: ExistenceSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    switch node.subject {
    case .column(let name):
      guard let value = bindName(name, in: &scope) else { return nil }
      return node.quantity == .none ? .isMissing(value) : .not(.isMissing(value))
    case .related(let name, let clause):
      let count =
        node.quantity == .none
        ? underNegation(.existence(node)) {
          $0.countRelated(name, clause, in: &scope, at: node.place)
        }
        : countRelated(name, clause, in: &scope, at: node.place)
      guard let count else { return nil }
      return condition(on: count, node.quantity)
    }
  }

  private mutating func countRelated(
    _ name: String, _ clause: ClauseSyntax, in scope: inout RowScope, at place: SyntaxRange
  ) -> BoundExpression? {
    joinAggregate(name, clause, in: &scope, at: place) { _, _ in Aggregate(.count, type: .int) }
  }

  private func condition(
    on count: BoundExpression, _ quantity: ExistenceSyntax.Quantity
  ) -> BoundExpression {
    func compare(_ comparison: BoundExpression.Comparison, _ number: Int) -> BoundExpression {
      .comparison(comparison, count, .literal(.int(Int64(number)), .int))
    }
    return switch quantity {
    case .some: compare(.greater, 0)
    case .none: .not(compare(.greater, 0))
    case .atLeast(let number): compare(.greaterOrEqual, number.value)
    case .atMost(let number): compare(.lessOrEqual, number.value)
    case .exactly(let number): compare(.equal, number.value)
    }
  }

  /// An aggregate over the rows of a group, of a measure or of a relation.
  mutating func bindAggregate(
    _ node: AggregateSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    if openGroup != nil { return bindGroupAggregate(node) }
    if node.relation == nil, let rows = measuredRows {
      return bindMeasuredAggregate(node, over: rows, in: &scope)
    }
    guard let relation = node.relation else {
      report(.notAnAggregate(CanonicalText.of(.aggregate(node))), at: node.place)
      return nil
    }
    return joinAggregate(relation.name, relation.clause, in: &scope, at: node.place) {
      binder, many in
      binder.aggregate(node, in: &many)
    }
  }

  /// An aggregate over the rows of a scope.
  mutating func aggregate(
    _ node: AggregateSyntax, in scope: inout RowScope
  ) -> Aggregate? {
    let added = bindMeasureFilter(in: &scope)
    if added == nil, measureFilter != nil { return nil }
    // What the argument holds is not of the measure itself.
    let outer = measureFilter
    defer { measureFilter = outer }
    measureFilter = nil
    var argument: BoundExpression?
    if let syntax = node.argument {
      guard let value = bindExpression(syntax, in: &scope) else { return nil }
      argument = value
    }
    var filter: BoundExpression?
    if let syntax = node.filter {
      guard let condition = bindCondition(syntax, in: &scope) else { return nil }
      filter = condition
    }
    if let added { filter = filter.map { .and([$0, added]) } ?? added }
    guard let function = Aggregate.Function(keyword: node.function),
      function.takes(argument?.type), let type = function.resultType(of: argument?.type)
    else {
      let words = argument.map { BindingProblem.words(for: $0.type) }
      let missing = LocalizedText(english: "nothing", chinese: "空")
      report(
        .typeMismatch(
          operation: node.function.rawValue, left: words ?? missing, right: words ?? missing),
        at: node.place)
      return nil
    }
    var part: DecimalNumber?
    if let number = node.part {
      guard let bound = bindPart(number) else { return nil }
      part = bound
    }
    note(node.function.rawValue, at: node.place)
    return Aggregate(function, argument, part: part, filter: filter, type: type)
  }
}

extension Binder {
  /// The part of a percentile.
  private mutating func bindPart(_ number: NumberSyntax) -> DecimalNumber? {
    guard let part = DecimalNumber(literal: number), part <= DecimalNumber(1) else {
      let isPercentage = !number.isPercent && number.magnitude == 0
      report(
        RangeProblem.noPart(percentage: isPercentage ? number.digits + "%" : nil),
        at: number.place)
      return nil
    }
    return part
  }
}

extension Aggregate.Function {
  init?(keyword: Keyword) {
    switch keyword {
    case .count: self = .count
    case .countDistinct: self = .countDistinct
    case .sum: self = .sum
    case .average: self = .avg
    case .minimum: self = .min
    case .maximum: self = .max
    case .median: self = .median
    case .percentile: self = .percentile
    case .stddev: self = .stddev
    case .first: self = .first
    case .last: self = .last
    case .rate: self = .rate
    case .any: self = .any
    case .every: self = .every
    case .list: self = .list
    default: return nil
    }
  }

  /// Whether the language takes such an argument; a list is compared with nothing, and none holds
  /// lists.
  func takes(_ argument: DataType?) -> Bool {
    switch self {
    case .min, .max, .list: argument?.isList == false
    default: true
    }
  }
}
