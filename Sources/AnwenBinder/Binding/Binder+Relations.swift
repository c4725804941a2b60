import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Rows of other entities: whether there are any, and aggregates over them.
extension Binder {
  /// How the rows of a relation meet the row at hand.
  struct Link {
    let target: Int
    /// Over the rows at hand.
    let key: BoundExpression
    /// The columns from the target's rows on that lead to what it meets, by their places; all but
    /// the last are references.
    let targetPath: [Int]
  }

  /// Where the steps of a path lead from the rows at hand.
  ///
  /// References at its head are followed; each further step leads back over a reference, so that the
  /// last rows know by a path of their own to which row they belong.
  mutating func link(
    by path: [String], from rows: RowScope.EntityRows, in scope: inout RowScope,
    at place: SyntaxRange
  ) -> Link? {
    var rows = rows
    var rest = path[...]
    while rest.count > 1,
      let index = catalog.entities[rows.entity].columnIndex(rest[rest.startIndex])
    {
      guard let next = follow(index, of: rows, in: &scope, at: place) else { return nil }
      rows = next
      rest = rest.dropFirst()
    }
    guard rest.count > 1 else {
      return link(named: rest[rest.startIndex], from: rows, in: &scope, at: place)
    }
    var entity = rows.entity
    var columns: [Int] = []
    for name in rest {
      guard let relation = catalog.entities[entity].relation(name) else {
        report(
          RelationProblem.referenceBehindRelation(path.joined(separator: ".")) as any Problem,
          at: place)
        return nil
      }
      columns.insert(relation.column, at: 0)
      entity = relation.source
    }
    guard let key = keyExpression(of: rows.entity, base: rows.base) else {
      report(.noKey(catalog.entities[rows.entity].name), at: place)
      return nil
    }
    return Link(target: entity, key: key, targetPath: columns)
  }

  /// What the key of a link meets, over the rows that it leads to.
  mutating func bindTarget(
    of link: Link, in scope: inout RowScope, at place: SyntaxRange
  ) -> BoundExpression? {
    guard var rows = scope.rows, let last = link.targetPath.last else { return nil }
    for column in link.targetPath.dropLast() {
      guard let next = follow(column, of: rows, in: &scope, at: place) else { return nil }
      rows = next
    }
    return bindColumn(last, of: rows, in: &scope)
  }

  mutating func link(
    named name: String, from rows: RowScope.EntityRows, in scope: inout RowScope,
    at place: SyntaxRange
  ) -> Link? {
    let entity = catalog.entities[rows.entity]
    if let index = entity.columnIndex(name) {
      guard let target = entity.columns[index].target.flatMap({ catalog.entityIndex($0) }),
        let key = catalog.entities[target].key,
        let value = bindColumn(index, of: rows, in: &scope)
      else { return nil }
      return Link(target: target, key: value, targetPath: [key])
    }
    guard let relation = entity.relation(name) else {
      report(.unknownName(name, candidates: []), at: place)
      return nil
    }
    guard let key = keyExpression(of: rows.entity, base: rows.base) else {
      report(.noKey(entity.name), at: place)
      return nil
    }
    return Link(target: relation.source, key: key, targetPath: [relation.column])
  }

  /// Joins an aggregate over a relation's rows to the rows at hand.
  mutating func joinAggregate(
    _ related: RelatedSyntax, readsOuterRows: Bool = false, in scope: inout RowScope,
    at place: SyntaxRange, _ aggregate: (inout Binder, inout RowScope) -> Aggregate?
  ) -> BoundExpression? {
    let clause = related.clause
    if scope.isOneRow { return joinEntityAggregate(clause, in: &scope, aggregate) }
    if readsOuterRows || related.readsOuterRows {
      return joinCorrelatedAggregate(related, in: &scope, at: place, aggregate)
    }
    guard !related.path.isEmpty, let rows = scope.rows else {
      report(.unknownName(related.path.first ?? clause.entity, candidates: []), at: place)
      return nil
    }
    let outer = arguments
    arguments = arguments.mapValues { $0.flatMap { $0.columns.isEmpty ? $0 : nil } }
    defer { arguments = outer }
    let name = related.path.joined(separator: ".")
    guard let link = link(by: related.path, from: rows, in: &scope, at: place),
      var many = bindClause(clause), let manyKey = bindTarget(of: link, in: &many, at: place),
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
    case .related(let related):
      if node.quantity == .only, related.clause.saysNothing {
        report(.onlyOfAll(name(of: related.clause)), at: node.place)
        return nil
      }
      let count =
        node.quantity == .none
        ? underNegation(.existence(node)) {
          $0.countRelated(related, in: &scope, at: node.place)
        }
        : countRelated(related, in: &scope, at: node.place)
      guard let count else { return nil }
      let isMet = condition(on: count, node.quantity)
      guard node.quantity == .only else { return isMet }
      return countRelated(related.withoutModifiers, in: &scope, at: node.place).map { all in
        .and([isMet, .comparison(.equal, count, all)])
      }
    }
  }

  private mutating func countRelated(
    _ related: RelatedSyntax, in scope: inout RowScope, at place: SyntaxRange
  ) -> BoundExpression? {
    joinAggregate(related, in: &scope, at: place) { _, _ in Aggregate(.count, type: .int) }
  }

  private func name(of clause: ClauseSyntax) -> LocalizedText {
    catalog.entity(clause.entity)?.words.label
      ?? LocalizedText(english: clause.entity, chinese: clause.entity)
  }

  private func condition(
    on count: BoundExpression, _ quantity: ExistenceSyntax.Quantity
  ) -> BoundExpression {
    func compare(_ comparison: BoundExpression.Comparison, _ number: Int) -> BoundExpression {
      .comparison(comparison, count, .literal(.int(Int64(number)), .int))
    }
    return switch quantity {
    case .some, .only: compare(.greater, 0)
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
    noteFigure(of: relation)
    let readsOuterRows = node.argument?.readsOuterRows ?? false
    return joinAggregate(
      relation, readsOuterRows: readsOuterRows, in: &scope, at: node.place
    ) { binder, many in
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
      guard let argument, let syntax = node.argument else {
        let missing = LocalizedText(english: "nothing", chinese: "空")
        report(
          .typeMismatch(operation: node.function.rawValue, left: missing, right: missing),
          at: node.place)
        return nil
      }
      reportMisfit(
        of: node.function.rawValue, Misfit(type: argument.type, syntax: syntax),
        wanted: Self.numberAggregates.contains(node.function) ? .decimal(scale: 0) : nil,
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
  private static let numberAggregates: [Keyword] = [
    .sum, .average, .median, .percentile, .stddev,
  ]

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

extension RelatedSyntax {
  /// All that the same relations lead to.
  fileprivate var withoutModifiers: RelatedSyntax {
    RelatedSyntax(
      path: path,
      clause: ClauseSyntax(
        entity: clause.entity, modifiers: [], nounPlace: clause.nounPlace, place: clause.place))
  }
}

extension ClauseSyntax {
  /// Whether it is all rows of its entity.
  fileprivate var saysNothing: Bool { modifiers.isEmpty && base == nil }
}
