/// Named measures of the model, which stand wherever an aggregate may.
extension Parser {
  ///     measure       = group_measure | row_measure .
  ///     group_measure = MEASURE [ Where condition ] .
  ///     row_measure   = MEASURE "of" related | related [ "的" ] MEASURE
  ///                   | [ modifiers ] MEASURE nested_tail .
  mutating func parseMeasures(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    guard let entity = scopes[scope].entity else { return [] }
    // The binder refuses a measure of the row's own entity where no group is, and one of related
    // rows where a group is.
    var found = measureWords(of: entity, at: start)
    var targets = measuredTargets(of: entity, from: start)
    if let rows = scopes[scope].rows {
      found = found.flatMap { parseFilter(behindMeasure: $0, scope: rows) }
      // Rows that point to others of their kind are measured as the group that they are.
      targets.removeAll { $0 == entity }
    }
    for target in targets {
      found += parseRowMeasures(of: target, from: entity, at: start)
    }
    return Readings.packed(found).map { $0.map { .measure($0) } }
  }

  /// The measures of an entity that start here, each over the rows of a group.
  mutating func measureWords(of entity: Int, at start: Int) -> [Reading<MeasureSyntax>] {
    let owner = vocabulary.entities[entity]
    for index in owner.measures.indices { failure.record(.measure(entity, index), at: start) }
    return words(at: start).compactMap { word in
      guard case .measure(entity, let index) = word.meaning else { return nil }
      let node = MeasureSyntax(
        entity: owner.name, name: owner.measures[index].name, relation: nil, filter: nil,
        place: place(start, word.end))
      return Reading(node, end: word.end, words: [WordSpan(start, word.end)])
    }
  }

  /// `close_rate where level = major`: only these rows take part.
  private mutating func parseFilter(
    behindMeasure measure: Reading<MeasureSyntax>, scope: Int
  ) -> [Reading<MeasureSyntax>] {
    guard let word = keyword(.where, at: measure.end) else { return [measure] }
    return parseCondition(at: word.end, scope: scope).map { condition in
      let node = MeasureSyntax(
        entity: measure.node.entity, name: measure.node.name, relation: nil,
        filter: condition.node, place: measure.node.place)
      return Reading(
        node, end: condition.end, words: measure.words + word.words + condition.words)
    }
  }

  // MARK: Over the rows of a relation

  /// The entities with measures whose rows a relation, list or reference reaches.
  private mutating func measuredTargets(of entity: Int, from start: Int) -> [Int] {
    relationTargets(of: entity, from: start).filter { !vocabulary.entities[$0].measures.isEmpty }
  }

  private mutating func parseRowMeasures(
    of target: Int, from entity: Int, at start: Int
  ) -> [Reading<MeasureSyntax>] {
    // `close_rate of hazards found this year`
    var found: [Reading<MeasureSyntax>] = []
    for measure in measureWords(of: target, at: start) {
      let ofStart = skipSpace(measure.end)
      guard let ofEnd = literalEnd("of", at: ofStart) else {
        failure.record(.keyword(.of), at: ofStart)
        continue
      }
      found += relatedClauses(of: entity, at: ofEnd, pending: nil).compactMap { related in
        measured(measure, over: related, target: target, from: start, to: related.end)
      }
    }
    guard measureStands(of: target, from: start) else { return found }
    return found + parseMeasureBehindRelation(of: target, from: entity, at: start)
      + parseMeasureOfOnlyRelation(of: target, from: entity, at: start)
  }

  /// 今年发现的隐患的销号率
  private mutating func parseMeasureBehindRelation(
    of target: Int, from entity: Int, at start: Int
  ) -> [Reading<MeasureSyntax>] {
    var found: [Reading<MeasureSyntax>] = []
    for related in relatedClauses(of: entity, at: start, pending: nil) {
      let next = skipParticles([0x7684], at: related.end)
      found += measureWords(of: target, at: next).compactMap { measure in
        measured(measure, over: related, target: target, from: start, to: measure.end)
      }
    }
    return found
  }

  /// 今年销号率: the measure itself is the noun, over the relation that leads to its rows.
  private mutating func parseMeasureOfOnlyRelation(
    of target: Int, from entity: Int, at start: Int
  ) -> [Reading<MeasureSyntax>] {
    let owner = vocabulary.entities[target]
    let relations = vocabulary.entities[entity].relations.filter { $0.target == owner.name }
    guard !relations.isEmpty else { return [] }
    var found: [Reading<MeasureSyntax>] = []
    for (index, words) in owner.measures.enumerated() {
      let clauses = parseClause(
        of: target, noun: .measure(target, index), at: start, isNested: true)
      for clause in clauses {
        found += relations.map { relation in
          clause.map { clause in
            MeasureSyntax(
              entity: owner.name, name: words.name,
              relation: RelatedSyntax(path: [relation.name], clause: clause),
              filter: nil, place: clause.place)
          }
        }
      }
    }
    return found
  }

  private func measured(
    _ measure: Reading<MeasureSyntax>, over related: Reading<RelatedSyntax>,
    target: Int, from start: Int, to end: Int
  ) -> Reading<MeasureSyntax>? {
    guard related.node.clause.entity == vocabulary.entities[target].name else { return nil }
    let node = MeasureSyntax(
      entity: measure.node.entity, name: measure.node.name, relation: related.node, filter: nil,
      place: place(start, end))
    let words = (measure.words + related.words).sorted { $0.start < $1.start }
    return Reading(node, end: end, words: words)
  }

  /// Whether a measure of an entity stands anywhere from a position on.
  mutating func measureStands(of entity: Int, from position: Int) -> Bool {
    findNouns()
    return vocabulary.entities[entity].measures.indices.contains { index in
      WordMeaning.measure(entity, index).nounCode.flatMap { nounPlaces[$0] } ?? -1 >= position
    }
  }
}
