import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension Binder {
  mutating func bindName(_ name: NameSyntax, in scope: inout RowScope) -> BoundExpression? {
    let key = name.path.joined(separator: ".")
    if let column = scope.column(named: key) { return .column(column.position, column.type) }
    if let removal = scope.removed[key] ?? scope.removed[name.path[0]] {
      report(removal.problem(of: key), at: name.place)
      return nil
    }
    if scope.leadsToJoinedRows(name) {
      if let bound = bindJoinedName(name, in: &scope) { return bound }
    } else if let rows = scope.rows {
      if let bound = bindElementPath(name, of: rows, in: &scope) { return bound }
      if let bound = bindPath(name.path[...], from: rows, in: &scope, at: name.place) {
        return bound
      }
    }
    if name.path.count == 1, let constant = catalog.constant(name.path[0]) {
      return bindConstant(constant)
    }
    if openGroup != nil {
      report(.notAnAggregate(key), at: name.place)
      return nil
    }
    if !hasProblems {
      let known = scope.columns.map(\.name)
      report(
        .unknownName(key, candidates: NearestWords.nearest(to: key, among: known)),
        at: name.place)
    }
    return nil
  }

  /// Follows references from column to column.
  mutating func bindPath(
    _ path: ArraySlice<String>, from start: RowScope.EntityRows, in scope: inout RowScope,
    at place: SyntaxRange
  ) -> BoundExpression? {
    var rows = start
    for (step, part) in path.enumerated() {
      guard let index = catalog.entities[rows.entity].columnIndex(part) else { return nil }
      if step == path.count - 1 { return bindColumn(index, of: rows, in: &scope) }
      guard let next = follow(index, of: rows, in: &scope, at: place) else { return nil }
      rows = next
    }
    return nil
  }

  /// A path from an element of a list of references, which has the list's name.
  private mutating func bindElementPath(
    _ name: NameSyntax, of rows: RowScope.EntityRows, in scope: inout RowScope
  ) -> BoundExpression? {
    guard name.path.count > 1, let element = scope.column(named: name.path[0]),
      case .reference(let type) = element.type, let target = catalog.entityIndex(type.entity),
      let key = keyExpression(of: target, base: 0)
    else { return nil }
    if catalog.entities[target].isSample { usesSample = true }
    // No column of the entity has the place.
    let place = catalog.entities[rows.entity].columns.count + element.position
    let reached = scope.referencedRows(
      from: rows, column: place, key: .column(element.position, element.type), target: target,
      targetScan: scan(of: target), targetKey: key)
    return bindPath(name.path.dropFirst(), from: reached, in: &scope, at: name.place)
  }

  /// The row that a reference points to.
  mutating func follow(
    _ index: Int, of rows: RowScope.EntityRows, in scope: inout RowScope, at place: SyntaxRange
  ) -> RowScope.EntityRows? {
    guard let reference = bindColumn(index, of: rows, in: &scope) else { return nil }
    guard case .reference(let type) = reference.type,
      let target = catalog.entityIndex(type.entity)
    else {
      report(.listCompared, at: place)
      return nil
    }
    guard let key = keyExpression(of: target, base: 0) else {
      report(.noKey(type.entity), at: place)
      return nil
    }
    if catalog.entities[target].isSample { usesSample = true }
    return scope.referencedRows(
      from: rows, column: index, key: reference, target: target, targetScan: scan(of: target),
      targetKey: key)
  }

  /// A column of an entity's row, stored or derived.
  mutating func bindColumn(
    _ index: Int, of rows: RowScope.EntityRows, in scope: inout RowScope
  ) -> BoundExpression? {
    let entity = catalog.entities[rows.entity]
    let column = entity.columns[index]
    switch column.source {
    case .stored:
      return .column(rows.base + storedOffset(of: index, in: entity), column.type)
    case .derived(let body):
      let name = entity.name + "." + column.name
      if let known = scope.definition(name, of: rows) { return known }
      let value = bindDefinition(body, named: name, of: rows, expecting: column.type, in: &scope)
      if let value { scope.remember(name, of: rows, as: value) }
      return value
    }
  }

  /// How many stored columns stand before one.
  private func storedOffset(of index: Int, in entity: Entity) -> Int {
    entity.columns[..<index].count { if case .stored = $0.source { true } else { false } }
  }

  /// The key of an entity's rows, whose stored columns start at `base`.
  func keyExpression(of index: Int, base: Int) -> BoundExpression? {
    let entity = catalog.entities[index]
    guard let key = entity.key else { return nil }
    return .column(base + storedOffset(of: key, in: entity), entity.columns[key].type)
  }

  mutating func bindConstant(_ constant: Constant) -> BoundExpression? {
    var empty = RowScope(plan: scan(of: 0), rows: nil)
    return bindBody(
      constant.body, named: constant.words.name, entity: nil, slotNames: [], in: &empty
    ) { binder, syntax, scope in binder.bindExpression(syntax, in: &scope) }
  }

  /// The body of a derived column, over the rows of its entity.
  private mutating func bindDefinition(
    _ body: ModelBody, named name: String, of rows: RowScope.EntityRows, expecting type: DataType,
    in scope: inout RowScope
  ) -> BoundExpression? {
    bindBody(body, named: name, entity: rows.entity, slotNames: [], in: &scope) {
      binder, syntax, scope in
      binder.bindInEntity(rows, in: &scope) { binder, scope in
        guard let value = binder.bindExpression(syntax, expecting: type, in: &scope) else {
          return nil
        }
        return binder.converted(value, to: type, at: syntax.place)
      }
    }
  }

  /// Binds over an entity's own columns, without the names that the query made.
  mutating func bindInEntity(
    _ rows: RowScope.EntityRows, in scope: inout RowScope,
    _ bind: (inout Binder, inout RowScope) -> BoundExpression?
  ) -> BoundExpression? {
    var inner = scope.focused(on: rows)
    defer { scope.adopt(inner) }
    return bind(&self, &inner)
  }

  /// Reads a body of the model and binds it; the first reading that binds counts.
  mutating func bindBody(
    _ body: ModelBody, named name: String, entity: Int?, slotNames: [String],
    isGrouped: Bool = false, in scope: inout RowScope,
    _ bind: (inout Binder, ExpressionSyntax, inout RowScope) -> BoundExpression?
  ) -> BoundExpression? {
    guard !openDefinitions.contains(name) else {
      let first = openDefinitions.firstIndex(of: name) ?? 0
      cyclicNames.formUnion(openDefinitions[first...])
      report(.cyclicDefinition(name), at: body.place)
      return nil
    }
    openDefinitions.append(name)
    let wasInModel = isInModel
    isInModel = true
    defer {
      openDefinitions.removeLast()
      isInModel = wasInModel
    }
    let (readings, problems) = parsed(
      body, entity: entity, slotNames: slotNames, isGrouped: isGrouped)
    for (index, reading) in readings.enumerated() {
      var attempt = (scope: scope, binder: self)
      let bound = bind(&attempt.binder, reading, &attempt.scope)
      parsedBodies = attempt.binder.parsedBodies
      if let bound {
        scope = attempt.scope
        saidPeriods = attempt.binder.saidPeriods
        usesSample = attempt.binder.usesSample
        openGroup = attempt.binder.openGroup
        return bound
      }
      // The last reading's mistakes stand for all.
      if index == readings.count - 1 { self = attempt.binder }
    }
    if readings.isEmpty { modelDiagnostics += problems }
    return nil
  }

  /// The readings of a body; each body is read once.
  mutating func parsed(
    _ body: ModelBody, entity: Int?, slotNames: [String], isGrouped: Bool
  ) -> ParsedBody {
    if let known = parsedBodies[body.units.lowerBound] { return known }
    var parser = Parser(catalog.text, range: body.units, vocabulary: vocabulary)
    let parsed = parser.parseExpression(
      from: body.units.lowerBound, entity: entity, slots: slotNames, isGrouped: isGrouped)
    parsedBodies[body.units.lowerBound] = parsed
    return parsed
  }
}

extension RowScope.Removal {
  fileprivate func problem(of name: String) -> StageProblem {
    switch self {
    case .dropped: .removedName(name, now: nil)
    case .renamed(let now): .removedName(name, now: now)
    }
  }
}
