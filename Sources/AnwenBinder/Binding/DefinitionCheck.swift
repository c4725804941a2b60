package import AnwenDiagnostics
package import AnwenSyntax

/// Binds the body of a definition where it stands, so that a mistake is found before it is used.
///
/// Only one without parameters can be checked alone: what its parameters are is known where it is
/// used.
package struct DefinitionCheck {
  private let catalog: Catalog
  private let vocabulary: Vocabulary
  private let resolver: PeriodResolver
  private let names: ScriptNames

  package init(
    catalog: Catalog, vocabulary: Vocabulary, resolver: PeriodResolver, names: ScriptNames
  ) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.resolver = resolver
    self.names = names
  }

  /// The mistakes, where the body binds over the rows of no entity.
  package func diagnostics(of definition: DefinitionSyntax, in text: LexedText) -> [Diagnostic] {
    guard definition.parameters.isEmpty else { return [] }
    var first: [Diagnostic] = []
    for (entity, expression) in definition.readings {
      var binder = Binder(
        catalog: catalog, vocabulary: vocabulary, resolver: resolver, text: text, names: names)
      var scope = binder.scanScope(of: entity.flatMap { catalog.entityIndex($0) } ?? 0)
      if entity == nil { scope = RowScope(plan: scope.plan, rows: nil) }
      if binder.bindExpression(expression, in: &scope) != nil { return [] }
      if first.isEmpty { first = binder.diagnostics }
    }
    return first
  }
}
