import AnwenDiagnostics
import AnwenSyntax

/// The names and headings of output columns.
extension Binder {
  /// The alias, else the expression's canonical English text.
  func columnName(of item: ItemSyntax) -> String {
    item.alias?.name ?? CanonicalText.of(item.expression)
  }

  /// The alias in both languages, else what the model calls the column.
  func label(of item: ItemSyntax, in scope: RowScope) -> LocalizedText {
    if let alias = item.alias { return LocalizedText(english: alias.name, chinese: alias.name) }
    return label(of: item.expression, entity: scope.rows?.entity, in: scope)
  }

  private func label(
    of expression: ExpressionSyntax, entity: Int?, in scope: RowScope
  ) -> LocalizedText {
    switch expression {
    case .name(let name):
      if let column = scope.column(named: name.path.joined(separator: ".")) { return column.label }
      return entity.flatMap { label(of: name.path[...], entity: $0) } ?? plain(expression)
    case .aggregate(let node): return label(of: node, entity: entity, in: scope)
    case .call(let node):
      guard let words = FunctionWords.all.first(where: { $0.name == node.function }),
        let argument = node.arguments.first
      else { return plain(expression) }
      let inner = label(of: argument, entity: entity, in: scope)
      return LocalizedText(
        english: "\(words.name)(\(inner.english))", chinese: "\(words.chinese)(\(inner.chinese))")
    default: return plain(expression)
    }
  }

  private func label(of path: ArraySlice<String>, entity: Int) -> LocalizedText? {
    guard let first = path.first, let column = catalog.entities[entity].column(first) else {
      return nil
    }
    if path.count == 1 { return column.label }
    guard let target = column.target.flatMap({ catalog.entityIndex($0) }) else { return nil }
    return label(of: path.dropFirst(), entity: target)
  }

  private func label(
    of node: AggregateSyntax, entity: Int?, in scope: RowScope
  ) -> LocalizedText {
    var inner: LocalizedText?
    if let relation = node.relation {
      let target = catalog.entityIndex(relation.clause.entity)
      if let argument = node.argument {
        inner = label(of: argument, entity: target, in: scope)
      } else if let entity, let words = relationWords(relation.name, entity: entity) {
        inner = LocalizedText(english: words.text(in: .english), chinese: words.text(in: .chinese))
      }
    } else if let argument = node.argument {
      inner = label(of: argument, entity: entity, in: scope)
    }
    let function = LocalizedText(
      english: node.function.rawValue, chinese: node.function.chinese)
    guard let inner else { return function }
    return LocalizedText(
      english: "\(function.english)(\(inner.english))",
      chinese: "\(function.chinese)(\(inner.chinese))")
  }

  func relationWords(_ name: String, entity: Int) -> NamedWords? {
    catalog.entities[entity].relation(name)?.words
      ?? catalog.entities[entity].column(name)?.words
  }

  private func plain(_ expression: ExpressionSyntax) -> LocalizedText {
    let text = CanonicalText.of(expression)
    return LocalizedText(english: text, chinese: text)
  }
}
