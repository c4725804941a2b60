package import AnwenDiagnostics

/// Says a query in one of the languages, word for word as it was understood.
package struct QueryText {
  let language: Language
  let vocabulary: Vocabulary
  /// How a period is said.
  let period: (PeriodSyntax) -> String

  package init(
    language: Language, vocabulary: Vocabulary, period: @escaping (PeriodSyntax) -> String
  ) {
    self.language = language
    self.vocabulary = vocabulary
    self.period = period
  }

  package func text(of query: QuerySyntax) -> String {
    ([text(of: query.source)] + stages(of: query)).joined(
      separator: language == .english ? "; " : "；")
  }

  private func text(of source: SourceSyntax) -> String {
    switch source {
    case .clause(let clause): text(of: clause)
    }
  }

  /// A noun with all that is said of it.
  func text(of clause: ClauseSyntax, named name: NamedWords? = nil) -> String {
    let entity = vocabulary.entityIndex(clause.entity)
    let words = name ?? entity.map { vocabulary.entities[$0].words }
    let noun = words?.text(in: language) ?? clause.entity
    let modifiers = clause.modifiers.map { ConditionText(self, entity: entity).text(of: $0) }
    switch language {
    case .english:
      return modifiers.isEmpty ? noun : noun + " " + modifiers.joined(separator: " and ")
    case .chinese:
      return modifiers.map { $0 + "的" }.joined() + noun
    }
  }

  private func stages(of query: QuerySyntax) -> [String] {
    let entity = query.source.entity.flatMap { vocabulary.entityIndex($0) }
    let conditions = ConditionText(self, entity: entity)
    return query.stages.map { stage in
      switch stage.kind {
      case .filter(let condition): word(.where) + conditions.text(of: condition)
      case .select(let items): word(.select) + list(items, conditions)
      case .derive(let items): word(.derive) + list(items, conditions)
      case .summarize(let aggregates, let keys):
        word(.summarize) + list(aggregates, conditions)
          + (keys.isEmpty ? "" : " " + word(.by) + list(keys, conditions))
      case .sort(let keys):
        word(.sort) + keys.map { sortKey($0, conditions) }.joined(separator: comma)
      case .take(let count): word(.take) + String(count)
      }
    }
  }

  var comma: String { language == .english ? ", " : "、" }

  func word(_ keyword: Keyword) -> String { keyword.spelling(in: language) + " " }

  private func list(_ items: [ItemSyntax], _ conditions: ConditionText) -> String {
    items.map { item in
      let text = conditions.text(of: item.expression)
      return item.alias.map { text + " " + word(.alias) + $0.name } ?? text
    }.joined(separator: comma)
  }

  private func sortKey(_ key: SortKeySyntax, _ conditions: ConditionText) -> String {
    let text = conditions.text(of: key.expression)
    return key.isDescending ? text + " " + Keyword.descending.spelling(in: language) : text
  }
}
