/// Figures of several entities, for each row of one that leads to all of them: 各部门点位数及隐患数.
extension Parser {
  /// A figure about rows that a row leads to.
  struct RowFigure: Hashable, Sendable {
    let related: RelatedSyntax
    /// Nil for their number.
    let measure: String?
    /// Whether its rows were said, and not only its name.
    let namesRows: Bool
    let place: SyntaxRange

    var expression: ExpressionSyntax {
      guard let measure else {
        return .aggregate(
          AggregateSyntax(
            function: .count, argument: nil, relation: related, filter: nil, place: place))
      }
      return .measure(
        MeasureSyntax(
          entity: related.clause.entity, name: measure, relation: related, filter: nil,
          place: place))
    }

    /// The same figure of other rows.
    func with(modifiers: [ExpressionSyntax]) -> RowFigure {
      RowFigure(
        related: RelatedSyntax(
          path: related.path, clause: related.clause.with(modifiers: modifiers)),
        measure: measure, namesRows: namesRows, place: place)
    }
  }

  /// Figures read so far, and the period that those behind them are about as well.
  struct RowFigures: Hashable, Sendable {
    var figures: [RowFigure]
    var period: PendingPeriod?
    /// Whether one of them took the period.
    var isPeriodTaken = true
  }

  // MARK: - In Chinese

  ///     row_figures     = row_figure joiner free_figures | noun_period waiting_pair .
  ///     free_figures    = row_figure [ joiner free_figures ] | noun_period waiting_figures .
  ///     waiting_figures = waiting_pair | row_figure .
  ///     waiting_pair    = row_figure joiner ( waiting_figures | dated_figures ) .
  ///     dated_figures   = row_figure [ joiner dated_figures ] | noun_period waiting_figures .
  ///
  /// A period before a figure is about each figure from there on that says none of its own.
  mutating func parseRowFigures(
    of entity: Int, at position: Int, period: PendingPeriod?
  ) -> [Reading<[RowFigure]>] {
    let none = RowFigures(figures: [], period: period, isPeriodTaken: period == nil)
    var states = [Reading(none, end: position, words: [])]
    var finished: [Reading<[RowFigure]>] = []
    var length = 0
    while !states.isEmpty {
      length += 1
      guard isWithin(Parser.itemLimit, count: length) else { return [] }
      let extended = states.flatMap { state -> [Reading<RowFigures>] in
        guard length > 1 else { return figuresOfRow(of: entity, behind: state, at: state.end) }
        guard let next = anyLiteralEnd(Parser.figureJoiners, at: state.end) else { return [] }
        return figuresOfRow(of: entity, behind: state, at: next)
      }
      states = Readings.packed(extended)
      guard length > 1 else { continue }
      finished += states.filter(\.node.isPeriodTaken).map { $0.map(\.figures) }
    }
    return finished
  }

  private mutating func figuresOfRow(
    of entity: Int, behind state: Reading<RowFigures>, at position: Int
  ) -> [Reading<RowFigures>] {
    let start = skipSpace(position)
    var found: [Reading<RowFigures>] = []
    for period in nounPeriods(at: start) where state.node.isPeriodTaken {
      let pending = PendingPeriod(periods: period.node, position: start)
      let head = RowFigures(figures: state.node.figures, period: pending, isPeriodTaken: false)
      let words = state.words + period.words
      found += oneFigure(of: entity, behind: Reading(head, end: period.end, words: words))
    }
    return found.isEmpty
      ? oneFigure(of: entity, behind: Reading(state.node, end: start, words: state.words)) : found
  }

  /// One figure more, which takes the period that is said where it can.
  private mutating func oneFigure(
    of entity: Int, behind state: Reading<RowFigures>
  ) -> [Reading<RowFigures>] {
    let free = figureReadings(of: entity, at: state.end, pending: nil)
    guard let period = state.node.period else {
      return free.map { adding($0, to: state, takesPeriod: false) }
    }
    let own =
      state.node.isPeriodTaken
      ? free.filter { $0.node.related.clause.modifiers.contains(where: \.saysPeriod) } : []
    let dated = figureReadings(of: entity, at: state.end, pending: period).filter { figure in
      !own.contains { $0.end == figure.end }
    }
    let others = free.filter { figure in !dated.contains { $0.end == figure.end } }
    return dated.map { adding($0, to: state, takesPeriod: true) }
      + others.map { adding($0, to: state, takesPeriod: false) }
  }

  /// A measure that is said without its rows is about those of the figure before it.
  private func adding(
    _ figure: Reading<RowFigure>, to state: Reading<RowFigures>, takesPeriod: Bool
  ) -> Reading<RowFigures> {
    var node = state.node
    var next = figure.node
    // A period that the figure alone says is its own.
    let isShared = takesPeriod && node.isPeriodTaken
    if let last = node.figures.last, !next.namesRows, last.related.path == next.related.path,
      next.related.clause.modifiers.count == (isShared ? 1 : 0)
    {
      next = next.with(modifiers: last.related.clause.modifiers)
    }
    node.figures.append(next)
    if takesPeriod { node.isPeriodTaken = true }
    return Reading(node, end: figure.end, words: state.words + figure.words)
  }

  ///     row_figure = [ quantifier ] [ modifiers ]
  ///                  ( MEASURE nested_tail | noun [ "的" ] ( MEASURE | count_mark ) ) .
  private mutating func figureReadings(
    of entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<RowFigure>] {
    var found: [Reading<RowFigure>] = []
    for link in rowLinks(of: entity) where figureStands(of: link.target, from: position) {
      for noun in link.nouns {
        found += countedFigures(link, noun, at: position, pending: pending)
      }
      for (index, words) in vocabulary.entities[link.target].measures.enumerated() {
        let clauses = parseClause(
          of: link.target, noun: .measure(link.target, index), at: position, isNested: true,
          pending: pending)
        found += clauses.map { clause in
          clause.map { clause in
            RowFigure(
              related: RelatedSyntax(path: [link.name], clause: clause), measure: words.name,
              namesRows: false, place: clause.place)
          }
        }
      }
    }
    return Readings.packed(found)
  }

  /// The number or a measure of rows that are named: 未销号隐患数.
  private mutating func countedFigures(
    _ link: RowLink, _ noun: WordMeaning, at position: Int, pending: PendingPeriod?
  ) -> [Reading<RowFigure>] {
    let clauses = parseClause(
      of: link.target, noun: noun, at: position, isNested: true, pending: pending
    ).filter { $0.node.standsBeforeItsNoun }
    return clauses.flatMap { clause -> [Reading<RowFigure>] in
      let particle = literalEnd("的", at: clause.end) ?? clause.end
      let related = RelatedSyntax(path: [link.name], clause: clause.node)
      var found = measureWords(of: link.target, at: particle).map { measure in
        clause.joined(measure) {
          RowFigure(related: related, measure: $1.name, namesRows: true, place: $0.place)
        }
      }
      if let end = countMarkEnd(at: particle) {
        let figure = RowFigure(
          related: related, measure: nil, namesRows: true, place: clause.node.place)
        found.append(
          Reading(figure, end: end, words: clause.words + [WordSpan(clause.end, end)]))
      }
      return found
    }
  }

  // MARK: - In English

  ///     row_figures_en = row_part { link row_part } | Count "of" rows { link rows } .
  ///     row_part       = Count "of" rows { link rows } | MEASURE "of" rows .
  ///     link           = "," | And .
  ///
  /// A period behind the last noun is about each figure before it that says none.
  mutating func parseRowFiguresOf(_ entity: Int, at position: Int) -> [Reading<[RowFigure]>] {
    var states = englishFigures(of: entity, at: position, isCount: false).map { $0.map { [$0] } }
    var finished: [Reading<[RowFigure]>] = []
    while let count = states.first?.node.count {
      guard isWithin(Parser.itemLimit, count: count + 1) else { return [] }
      states = Readings.packed(
        states.flatMap { state -> [Reading<[RowFigure]>] in
          let start = state.end
          guard let next = symbol(",", at: start) ?? keyword(.and, at: start)?.end else {
            return []
          }
          let isCount = state.node.last?.measure == nil
          return englishFigures(of: entity, at: next, isCount: isCount).map { figure in
            noteUndatedPeriod(behind: figure)
            return state.joined(figure) { $0 + [$1] }
          }
        })
      finished += states.map { $0.map(sharingLastPeriod) }
    }
    return finished
  }

  private mutating func englishFigures(
    of entity: Int, at position: Int, isCount: Bool
  ) -> [Reading<RowFigure>] {
    let start = skipSpace(position)
    var found: [Reading<RowFigure>] = []
    for link in rowLinks(of: entity) {
      // Without a word before it a noun is counted as the one before.
      var heads: [Reading<String?>] =
        isCount ? [Reading(nil, end: start, words: [])] : []
      if let word = keyword(.count, at: start) { heads += ofEnd(behind: word.map { _ in nil }) }
      heads += measureWords(of: link.target, at: start).flatMap { measure in
        ofEnd(behind: measure.map { $0.name })
      }
      for head in heads {
        for noun in link.nouns {
          found += parseClause(
            of: link.target, noun: noun, at: head.end, isNested: true
          ).map { clause in
            head.joined(clause) {
              RowFigure(
                related: RelatedSyntax(path: [link.name], clause: $1), measure: $0,
                namesRows: true, place: $1.place)
            }
          }
        }
      }
    }
    return Readings.packed(found)
  }

  /// Remembers a period behind rows that have no main date.
  private mutating func noteUndatedPeriod(behind figure: Reading<RowFigure>) {
    guard let entity = vocabulary.entityIndex(figure.node.related.clause.entity),
      !vocabulary.entities[entity].hasMainDate,
      let period = nounPeriods(at: skipSpace(figure.end)).first
    else { return }
    failure.undatedPeriod = (period.node.place, entity)
    failure.reach(period.end)
  }

  private func ofEnd(behind head: Reading<String?>) -> [Reading<String?>] {
    let start = skipSpace(head.end)
    guard let end = literalEnd("of", at: start) else { return [] }
    return [Reading(head.node, end: end, words: head.words + [WordSpan(start, end)])]
  }

  private func sharingLastPeriod(_ figures: [RowFigure]) -> [RowFigure] {
    guard let last = figures.last, case .mainDate(let periods) = last.related.clause.modifiers.last,
      periods.place.range.start > last.related.clause.nounPlace.range.start
    else { return figures }
    return figures.map { figure in
      let clause = figure.related.clause
      guard let target = vocabulary.entityIndex(clause.entity),
        vocabulary.entities[target].hasMainDate, !clause.modifiers.contains(where: \.saysPeriod)
      else { return figure }
      return figure.with(modifiers: clause.modifiers + [.mainDate(periods)])
    }
  }

  // MARK: - What a row leads to

  struct RowLink {
    let name: String
    let target: Int
    let nouns: [WordMeaning]
  }

  /// The relations, lists and references of an entity, each with what may stand for its rows: its
  /// own name, and that of the entity where no other leads there.
  func rowLinks(of entity: Int) -> [RowLink] {
    let owner = vocabulary.entities[entity]
    let relations = owner.relations.enumerated().map { index, relation in
      (relation.name, relation.target, WordMeaning.relation(entity, index))
    }
    let columns = owner.columns.enumerated().compactMap { index, column in
      column.target.map { (column.name, $0, WordMeaning.column(entity, index)) }
    }
    let links = relations + columns
    return links.compactMap { name, targetName, noun in
      guard let target = vocabulary.entityIndex(targetName) else { return nil }
      let isOnly = links.count { $0.1 == targetName } == 1
      return RowLink(
        name: name, target: target, nouns: isOnly ? [noun, .entity(target)] : [noun])
    }
  }
}

extension ClauseSyntax {
  /// Whether nothing is said behind its noun but a key.
  var standsBeforeItsNoun: Bool {
    modifiers.allSatisfy { modifier in
      if case .key = modifier { return true }
      return modifier.place.range.start < nounPlace.range.end
    }
  }
}

extension ExpressionSyntax {
  /// Whether a period says when it is so.
  fileprivate var saysPeriod: Bool {
    switch self {
    case .mainDate, .period: true
    case .phrase: holdsPeriod
    case .not(let operand, _): operand.saysPeriod
    case .and(let operands), .or(let operands): operands.contains(where: \.saysPeriod)
    case .membership(let node):
      switch node.kind {
      case .oneOf(let members): members.contains(where: \.saysPeriod)
      case .between(let low, let high): low.saysPeriod || high.saysPeriod
      case .relation(_, let operand), .has(let operand): operand.saysPeriod
      }
    case .comparison(let node): node.left.saysPeriod || node.right.saysPeriod
    case .existence(let node):
      if case .related(let related) = node.subject {
        related.clause.modifiers.contains(where: \.saysPeriod)
      } else {
        false
      }
    default: false
    }
  }
}
