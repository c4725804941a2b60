import AnwenDiagnostics
import AnwenFunctions
import AnwenSyntax
import AnwenTypes

/// The names and headings of output columns.
extension Binder {
  /// The alias, else the expression's canonical English text.
  func columnName(of item: ItemSyntax) -> String {
    item.alias?.name ?? CanonicalText.of(item.expression)
  }

  /// An item as a column of the plan.
  func field(of item: ItemSyntax, type: DataType, in scope: RowScope) -> Field {
    Field(
      name: columnName(of: item), type: type, label: label(of: item, in: scope),
      display: display(of: item.expression, type: type, in: scope))
  }

  /// The alias in both languages, else what the model calls the column.
  func label(of item: ItemSyntax, in scope: RowScope) -> LocalizedText {
    if let alias = item.alias { return LocalizedText(english: alias.name, chinese: alias.name) }
    return label(of: item.expression, entity: scope.rows?.entity, in: scope)
  }

  func label(
    of expression: ExpressionSyntax, entity: Int?, in scope: RowScope
  ) -> LocalizedText {
    switch expression {
    case .name(let name):
      if let column = scope.column(named: name.path.joined(separator: ".")) { return column.label }
      return modelColumn(name, of: entity, in: scope)?.label ?? plain(expression, entity)
    case .aggregate(let node): return label(of: node, entity: entity, in: scope)
    case .measure(let node): return measure(of: node)?.label ?? plain(expression, entity)
    case .call(let node):
      guard let words = ScalarFunction.named(node.function)?.words,
        let argument = node.arguments.first
      else { return plain(expression, entity) }
      let inner = label(of: argument, entity: entity, in: scope)
      return LocalizedText(
        english: "\(words.name)(\(inner.english))", chinese: "\(words.chinese)(\(inner.chinese))")
    case .window(let node):
      // What it is computed over, and in which order, would make a long heading.
      let words = node.function.keywords
      let function = LocalizedText(
        english: words.map(\.rawValue).joined(separator: " "),
        chinese: words.map(\.chinese).joined())
      guard let argument = node.function.argument else { return function }
      let inner = label(of: argument, entity: entity, in: scope)
      return LocalizedText(
        english: "\(function.english)(\(inner.english))",
        chinese: "\(function.chinese)(\(inner.chinese))")
    default: return plain(expression, entity)
    }
  }

  private func label(
    of node: AggregateSyntax, entity: Int?, in scope: RowScope
  ) -> LocalizedText {
    var inner: LocalizedText?
    if let relation = node.relation {
      let target = catalog.entityIndex(relation.clause.entity)
      if let argument = node.argument {
        inner = label(of: argument, entity: target, in: scope)
      } else if relation.path.isEmpty, let target {
        inner = catalog.entities[target].words.label
      } else if let entity {
        inner = label(ofRelations: relation.path, from: entity)
      }
    } else if let argument = node.argument {
      inner = label(of: argument, entity: entity, in: scope)
    }
    let function = LocalizedText(
      english: node.function.rawValue, chinese: node.function.chinese)
    guard var inner else { return function }
    // A sum of figures of related rows is the figure of all these rows.
    if node.function == .sum, node.relation == nil, node.argument?.isRelatedFigure == true {
      return inner
    }
    if let part = node.part {
      let digits = part.digits + CanonicalText.unit(of: part)
      inner = LocalizedText(
        english: inner.english + ", " + digits, chinese: inner.chinese + "，" + digits)
    }
    return LocalizedText(
      english: "\(function.english)(\(inner.english))",
      chinese: "\(function.chinese)(\(inner.chinese))")
  }

  private func measure(of node: MeasureSyntax) -> NamedMeasure? {
    catalog.entity(node.entity)?.measure(node.name)
  }

  func relationWords(_ name: String, entity: Int) -> NamedWords? {
    catalog.entities[entity].relation(name)?.words
      ?? catalog.entities[entity].column(name)?.words
  }

  private func label(ofRelations path: [String], from entity: Int) -> LocalizedText? {
    var entity = entity
    var steps: [NamedWords] = []
    for name in path {
      guard let words = relationWords(name, entity: entity) else { return nil }
      steps.append(words)
      let target = catalog.entities[entity].column(name)?.target
      entity =
        catalog.entities[entity].relation(name)?.source
        ?? target.flatMap { catalog.entityIndex($0) } ?? entity
    }
    func text(in language: Language) -> String {
      steps.map { $0.text(in: language) }.joined(separator: ".")
    }
    return LocalizedText(english: text(in: .english), chinese: text(in: .chinese))
  }

  /// The expression itself, as it is said in each language.
  private func plain(_ expression: ExpressionSyntax, _ entity: Int?) -> LocalizedText {
    let printer = QueryText(source: .chinese, vocabulary: vocabulary)
    return LocalizedText(
      english: CanonicalText.of(expression),
      chinese: printer.text(of: expression, entity: entity.map { catalog.entities[$0].name }))
  }
}

/// How the numbers of output columns look.
extension Binder {
  /// That of the column or measure which the expression is; sums, averages and the like of a column
  /// look as it does.
  func display(
    of expression: ExpressionSyntax, type: DataType, in scope: RowScope
  ) -> DisplayFormat {
    guard type.isNumeric else { return .plain }
    return display(of: expression, entity: scope.rows?.entity, in: scope)
  }

  private func display(
    of expression: ExpressionSyntax, entity: Int?, in scope: RowScope
  ) -> DisplayFormat {
    switch expression {
    case .measure(let node): return measure(of: node)?.display ?? .plain
    case .name(let name):
      let known = scope.column(named: name.path.joined(separator: "."))
      return known?.field.display ?? modelColumn(name, of: entity, in: scope)?.display ?? .plain
    case .aggregate(let node):
      guard let argument = node.argument, node.function.keepsUnit else { return .plain }
      let rows = node.relation.map { catalog.entityIndex($0.clause.entity) } ?? entity
      return display(of: argument, entity: rows, in: scope)
    default: return .plain
    }
  }

  /// The column of the model that a name is, and its heading.
  private func modelColumn(
    _ name: NameSyntax, of entity: Int?, in scope: RowScope
  ) -> (label: LocalizedText, display: DisplayFormat)? {
    if let joined = scope.joinedRows(of: name) {
      let path = name.path.dropFirst(joined.path.count)
      return column(path, of: joined.rows.entity).map {
        (joined.label.with($0.label), $0.display)
      }
    }
    return entity.flatMap { column(name.path[...], of: $0) }.map { ($0.label, $0.display) }
  }

  /// The column that a path leads to.
  private func column(_ path: ArraySlice<String>, of entity: Int) -> EntityColumn? {
    guard let first = path.first, let column = catalog.entities[entity].column(first) else {
      return nil
    }
    if path.count == 1 { return column }
    guard let target = column.target.flatMap({ catalog.entityIndex($0) }) else { return nil }
    return self.column(path.dropFirst(), of: target)
  }
}

extension ExpressionSyntax {
  /// Whether it is an aggregate or measure of related rows.
  var isRelatedFigure: Bool {
    switch self {
    case .aggregate(let node): node.relation != nil
    case .measure(let node): node.relation != nil
    default: false
    }
  }
}

extension Keyword {
  /// Whether an aggregate gives numbers of the kind that it takes.
  fileprivate var keepsUnit: Bool {
    [.sum, .average, .minimum, .maximum, .median, .percentile, .stddev, .first, .last].contains(
      self)
  }
}
