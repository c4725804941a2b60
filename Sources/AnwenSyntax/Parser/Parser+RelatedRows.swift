import AnwenDiagnostics

/// Rows that others lead to: 重大点位的隐患, `hazards of points high risk`.
///
/// Each is read as what it means: hazards with a point of which that is said. So the tree knows
/// nothing of it, and where several references lead from one to the other there is a reading for
/// each.
extension Parser {
  /// A noun before 的, with what stands between them.
  struct AttributiveNoun {
    let entity: Int
    let noun: WordMeaning
    let start: Int
  }

  // MARK: Before 的

  /// Reads rows before 的, and adds what is said with them to what is said without.
  ///
  ///     related_rows = [ quantifier ] [ modifiers ] noun "的" .
  ///
  /// Something must be said of them, if only by the name of a query. All that stands before such
  /// rows and can be said of them is. A phrase that ends in the same word is meant rather, and so
  /// is 没有 whose noun they are.
  mutating func addingRows(
    to runs: [Reading<ModifierRun>], _ entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<ModifierRun>] {
    let rows = attributiveClauses(at: position).flatMap { clause in
      rowsRuns(entity, behind: clause, pending: pending)
    }
    return meant(rows, beside: runs)
  }

  /// What is said with rows before 的, and behind them.
  private mutating func rowsRuns(
    _ entity: Int, behind clause: AttributiveClause, pending: PendingPeriod?
  ) -> [RowsRun] {
    let links = links(from: entity, to: clause.entity)
    guard !links.isEmpty else { return [] }
    let place = clause.reading.end + 1
    let rest = parseModifierRun(entity, at: place, placement: .before, pending: pending)
    let key = modifierKey(entity, at: place, placement: .before, pending: pending)
    let said = memo.said[key] ?? rest.map { SaidInRun($0.node) }
    memo.said[key] = said
    return links.flatMap { link in
      zip(rest, said).map { RowsRun(clause: clause, link: link, rest: $0, said: $1) }
    }
  }

  /// The nouns with what is said before them from a place on, each up to 的.
  ///
  /// What is said of one may begin with another that ends before it, and so those are read first.
  private mutating func attributiveClauses(at position: Int) -> [AttributiveClause] {
    if let known = memo.attributive[position] { return known }
    memo.attributive[position] = []
    findAttributiveNouns()
    guard let last = attributiveNouns?.last, last.start >= position, let outer = enterClause()
    else { return [] }
    defer { leaveClause(outer) }
    let start = skipQuantifier(at: position)
    var clauses: [AttributiveClause] = []
    for noun in attributiveNouns ?? [] where noun.start >= position {
      let runs =
        start > position
        ? parseModifierRun(noun.entity, at: start, placement: .before, pending: nil)
        : runs(noun, at: position, behind: clauses)
      clauses += attributiveClauses(of: noun, behind: runs, at: position)
    }
    memo.attributive[position] = clauses
    return clauses
  }

  /// What is said of a noun from a place on, where the rows that may stand first are known.
  private mutating func runs(
    _ noun: AttributiveNoun, at position: Int, behind clauses: [AttributiveClause]
  ) -> [Reading<ModifierRun>] {
    let own = ownRuns(noun.entity, at: position, placement: .before, pending: nil)
    let rows = clauses.flatMap { rowsRuns(noun.entity, behind: $0, pending: nil) }
    return meant(
      rows.filter { skipSpace($0.rest.end) == noun.start },
      beside: own.filter { skipSpace($0.end) == noun.start })
  }

  private mutating func attributiveClauses(
    of noun: AttributiveNoun, behind runs: [Reading<ModifierRun>], at position: Int
  ) -> [AttributiveClause] {
    let name = vocabulary.entities[noun.entity].name
    let isQuery = if case .scriptName = noun.noun { true } else { false }
    var clauses: [Reading<ClauseSyntax>] = []
    for run in runs where skipSpace(run.end) == noun.start {
      for (reading, key) in parseNoun(.word(noun.noun), at: run.end)
      where attributiveEnd(at: reading.end) != nil {
        let said = run.node.conditions + (key.map { [$0] } ?? [])
        guard isQuery || !said.isEmpty else { continue }
        let clause = ClauseSyntax(
          entity: name, base: base(.word(noun.noun), at: reading.node),
          modifiers: said, nounPlace: reading.node,
          place: place(position, reading.end))
        clauses.append(Reading(clause, end: reading.end, words: run.words + reading.words))
      }
    }
    return Readings.packed(clauses).map { AttributiveClause($0, of: noun.entity) }
  }

  private mutating func findAttributiveNouns() {
    guard attributiveNouns == nil else { return }
    var found: [AttributiveNoun] = []
    let lastParticle = text.folded[start..<limit].lastIndex(of: 0x7684) ?? start
    for unit in start..<max(start, lastParticle) {
      let nounStart = ordinal(at: unit)?.end ?? unit
      for (end, meaning) in words(at: nounStart) {
        guard let entity = rowsEntity(of: meaning), standsBeforeParticle(end) else { continue }
        found.append(AttributiveNoun(entity: entity, noun: meaning, start: unit))
      }
    }
    attributiveNouns = found
  }

  /// Whether 的 follows, or a key and 的.
  private func standsBeforeParticle(_ end: Int) -> Bool {
    var place = skipSpace(end)
    while place < limit, UnitClass.isDigit(text.folded[place]) || text.folded[place] == 0x2e {
      place += 1
    }
    return attributiveEnd(at: place) != nil
  }

  /// The entity whose rows a word means.
  private func rowsEntity(of meaning: WordMeaning) -> Int? {
    switch meaning {
    case .entity(let entity): return entity
    case .scriptName(let index):
      guard case .query(_, let scope, _) = names.entries[index].meaning else { return nil }
      return scope.entity
    default: return nil
    }
  }

  // MARK: Behind `of`

  /// Reads the rows behind `of`, or the names of values that rows have.
  ///
  ///     rows_behind = "of" ( [ quantifier ] [ modifiers ] noun nested_tail | [ ENTITY ] values ) .
  mutating func parseRowsBehind(_ entity: Int, at position: Int) -> [Reading<ModifierAtom>] {
    let start = skipSpace(position)
    guard let of = literalEnd("of", at: start) else { return [] }
    let word = WordSpan(start, of)
    var found = parseBareValues(entity, at: of).map { $0.modifier(behind: [word]) }
    let noun = skipSpace(of)
    for target in vocabulary.entities.indices {
      let links = links(from: entity, to: target)
      guard !links.isEmpty else { continue }
      let values = valuesBehind(target, of: entity, at: noun)
      found += values.map { $0.modifier(behind: [word]) }
      let clauses = ([.entity(target)] + queryNouns(of: target)).flatMap { noun in
        parseClause(of: target, noun: noun, at: of, isNested: true)
      }
      // The noun beside its value says nothing of its own.
      found += clauses.filter { clause in !values.contains { $0.words[0].end == clause.end } }
        .flatMap { clause in
          links.map { link in
            clause.map { existence(of: $0, by: link) }.modifier(behind: [word])
          }
        }
    }
    return found
  }

  /// The names of values behind what they are: `department 应急部门`.
  private mutating func valuesBehind(
    _ target: Int, of entity: Int, at start: Int
  ) -> [Reading<ExpressionSyntax>] {
    let type = ValueType.entity(vocabulary.entities[target].name)
    return words(at: start).filter { $0.meaning == .entity(target) }.flatMap { noun in
      parseBareValues(entity, at: noun.end).filter { $0.node.valueType == type }.map {
        Reading($0.node, end: $0.end, words: [WordSpan(start, noun.end)] + $0.words)
      }
    }
  }

  // MARK: Both

  /// Drops the readings about rows that others lead to where another reads their noun as a column
  /// of the others, or as a part of its path: 任务5的部门, 检查的点位的名称. And those that select a
  /// column of a noun that another reads as the end of a phrase: 本月走访的点位.
  func preferringColumns(_ queries: [Reading<ScopedQuery>]) -> [Reading<ScopedQuery>] {
    guard queries.count > 1 else { return queries }
    let heads = queries.compactMap { query in
      query.node.syntax.head.map { (end: query.end, clause: $0.clause, column: $0.column) }
    }
    return queries.filter { query in
      guard let head = query.node.syntax.head else { return true }
      let noun = head.clause.nounPlace.range
      let rivals = heads.filter { $0.end == query.end && $0.clause.nounPlace.range != noun }
      if head.column != nil, rivals.contains(where: { $0.clause.holdsPhrase(endingAt: noun.end) }) {
        return false
      }
      guard head.clause.modifiers.contains(where: { $0.relatedExistence?.isRows ?? false })
      else { return true }
      return !rivals.contains { rival in
        rival.column.map { $0.start <= noun.start && noun.end <= $0.end } ?? false
      }
    }
  }

  /// The references, lists and relations that lead from an entity's rows to another's.
  private func links(from entity: Int, to target: Int) -> [String] {
    let words = vocabulary.entities[entity]
    let name = vocabulary.entities[target].name
    return words.columns.filter { $0.target == name }.map(\.name)
      + words.relations.filter { $0.target == name }.map(\.name)
  }

  func existence(of clause: ClauseSyntax, by link: String) -> ExpressionSyntax {
    let related = RelatedSyntax(path: [link], clause: clause)
    return .existence(
      ExistenceSyntax(quantity: .some, subject: .related(related), place: clause.place))
  }
}

extension Reading<ExpressionSyntax> {
  /// The same as a modifier, behind a word.
  fileprivate func modifier(behind words: [WordSpan]) -> Reading<ModifierAtom> {
    Reading<ModifierAtom>(ModifierAtom(node), end: end, words: words + self.words)
  }
}

extension QuerySyntax {
  /// What its rows are, and where the first column that is selected of them stands.
  fileprivate var head: (clause: ClauseSyntax, column: SourceRange?)? {
    guard case .clause(let clause) = source else { return nil }
    guard case .select(let items) = stages.first?.kind else { return (clause, nil) }
    return (clause, items[0].expression.place.range)
  }
}

extension ClauseSyntax {
  fileprivate func holdsPhrase(endingAt end: Int) -> Bool {
    modifiers.flatMap(\.said).contains { $0.isPhrase(endingAt: end) }
  }
}

extension ExpressionSyntax {
  fileprivate func isPhrase(endingAt end: Int) -> Bool {
    if case .phrase(let phrase) = self { phrase.place.range.end == end } else { false }
  }

  /// What bare values are names of.
  fileprivate var valueType: ValueType? {
    if case .bareValues(let list) = self { list.values[0].type } else { nil }
  }
}
