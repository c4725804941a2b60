/// Rows that belong to those at hand, what is computed of them, and the rows outside.
extension ConditionText {
  func relatedText(_ related: RelatedSyntax) -> String {
    inside.text(
      of: related.clause, named: related.path.isEmpty ? nil : relationText(related.path),
      isNested: true)
  }

  /// The relations that lead to rows, one from the other.
  private func relationText(_ path: [String]) -> String {
    var owner = words
    return path.map { name in
      let relation = owner?.relations.first { $0.name == name }
      let column = owner?.columns.first { $0.name == name }
      owner = (relation?.target ?? column?.target).flatMap { query.vocabulary.entityIndex($0) }
        .map { query.vocabulary.entities[$0] }
      return (relation?.words ?? column?.words)?.text(in: language) ?? name
    }.joined(separator: ".")
  }

  /// For what is said of other rows, outside of which these are.
  private var inside: QueryText {
    var query = query
    query.outerRows.insert(self, at: 0)
    return query
  }

  func outerText(_ path: [String]) -> String {
    let rows = query.outerRows.first { $0.knows(path[0]) }
    return query.word(.outer).trimmed + "." + (rows?.nameText(path) ?? path.joined(separator: "."))
  }

  private func knows(_ name: String) -> Bool {
    hasJoined(name)
      || words?.columns.contains { $0.name == name } ?? (PeriodSourceColumn(rawValue: name) != nil)
  }

  func aggregateText(_ node: AggregateSyntax) -> String {
    var inner = ""
    if let relation = node.relation {
      let target = query.vocabulary.entityIndex(relation.clause.entity)
      let rows = relatedText(relation)
      let argument = node.argument.map { ConditionText(inside, entity: target).text(of: $0) }
      inner = joinArgument(argument, rows)
    } else if let argument = node.argument {
      inner = text(of: argument)
    }
    if let part = node.part { inner += query.comma + numberText(part) }
    let call = node.function.spelling(in: language) + (inner.isEmpty ? "" : "(" + inner + ")")
    guard let filter = node.filter else { return call }
    return call + " " + query.word(.where) + text(of: filter)
  }

  func measureText(_ node: MeasureSyntax) -> String {
    let owner = query.vocabulary.entityIndex(node.entity)
    let measures = owner.map { query.vocabulary.entities[$0].measures } ?? []
    let name = measures.first { $0.name == node.name }?.text(in: language) ?? node.name
    let measure = node.relation.map { joinArgument(name, relatedText($0)) } ?? name
    guard let filter = node.filter else { return measure }
    return measure + " " + query.word(.where) + ConditionText(query, entity: owner).text(of: filter)
  }

  private func joinArgument(_ argument: String?, _ rows: String) -> String {
    guard let argument else { return rows }
    return language == .english ? argument + " of " + rows : rows + "的" + argument
  }
}
