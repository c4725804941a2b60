package import AnwenDiagnostics
package import AnwenSyntax

/// Binds every body of a model once, so that a mistake is found when the model is opened and not
/// when a question first needs it.
package struct ModelCheck {
  private let catalog: Catalog
  private let vocabulary: Vocabulary
  private let resolver: PeriodResolver

  package init(catalog: Catalog, vocabulary: Vocabulary, resolver: PeriodResolver) {
    self.catalog = catalog
    self.vocabulary = vocabulary
    self.resolver = resolver
  }

  /// The mistakes in the order of the text, each place once.
  package func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var cyclicNames: Set<String> = []
    var parsedBodies: [Int: Binder.ParsedBody] = [:]
    func check(_ bind: (inout Binder) -> Void) {
      var binder = Binder(
        catalog: catalog, vocabulary: vocabulary, resolver: resolver, text: catalog.text)
      binder.parsedBodies = parsedBodies
      bind(&binder)
      // Each of a ring of definitions needs itself, and that is one mistake.
      let isKnown = !cyclicNames.isDisjoint(with: binder.cyclicNames)
      cyclicNames.formUnion(binder.cyclicNames)
      found += binder.modelDiagnostics.filter { diagnostic in
        !(isKnown && (diagnostic.problem as? BindingProblem)?.isCyclicDefinition == true)
      }
      parsedBodies = binder.parsedBodies
    }
    for constant in catalog.constants { check { _ = $0.bindConstant(constant) } }
    for index in catalog.entities.indices {
      let entity = catalog.entities[index]
      for body in bodies(of: entity) {
        check { binder in
          var scope = binder.scanScope(of: index)
          _ = binder.bindExpression(body, in: &scope)
        }
      }
      for measure in entity.measures { check { $0.checkMeasure(measure, of: index) } }
    }
    var seen: [SourceRange] = []
    return found.sorted { $0.range.start < $1.range.start }.filter { diagnostic in
      defer { seen.append(diagnostic.range) }
      return !seen.contains(diagnostic.range)
    }
  }

  /// An expression for each thing of an entity that has a body.
  private func bodies(of entity: Entity) -> [ExpressionSyntax] {
    let derived = entity.columns.filter { if case .derived = $0.source { true } else { false } }
    return derived.map { .name(NameSyntax(path: [$0.name], place: place)) }
      + entity.conditions.map { .condition($0.name, place) }
      + entity.phrases.map { .phrase(sample(of: $0, entity: entity.name)) }
  }

  /// A phrase with something of the right type in each slot.
  private func sample(of phrase: Phrase, entity: String) -> PhraseSyntax {
    var arguments: [String: PhraseSyntax.Argument] = [:]
    for slot in phrase.slots {
      arguments[slot.name] =
        switch slot.type {
        case .values(let type):
          .values(ValueListSyntax(values: [sample(of: type)], joining: .any, place: place))
        case .period: .periods(PeriodListSyntax(.year(2024), place: place))
        case .number:
          .number(NumberSyntax(digits: "1", isPercent: false, magnitude: 0, place: place))
        case .text: .text("", place, parameter: nil)
        }
    }
    return PhraseSyntax(entity: entity, id: phrase.id, arguments: arguments, place: place)
  }

  private func sample(of type: ValueType) -> ValueSyntax {
    let word = vocabulary.values.first { $0.type == type }
    // Any text of digits is a key of either type.
    return ValueSyntax(key: word?.key ?? "0", type: type, place: place)
  }

  /// These expressions stand nowhere.
  private var place: SyntaxRange { SyntaxRange(SourceRange(0, 0)) }
}
