/// The rows for which figures of several entities are told, and what is shown with them.
extension Parser {
  ///     row_sums [ order ] { row_option }
  mutating func parseRowSums(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    return Readings.packed(
      chineseRowSums(of: entity, at: start) + rowSums(of: entity, before: start)
    ).flatMap { parseRowOptions(behind: $0, entity) }
  }

  ///     row_sums = "各" ENTITY row_figures | noun_period "各" ENTITY waiting_pair | … .
  private mutating func chineseRowSums(
    of entity: Int, at start: Int
  ) -> [Reading<[RowFigure]>] {
    guard isAhead("各", from: start) else { return [] }
    var found = eachRow(of: entity, at: start).flatMap { row in
      parseRowFigures(of: entity, at: row.end, period: nil).map { figures in
        Reading(figures.node, end: figures.end, words: row.words + figures.words)
      }
    }
    for period in nounPeriods(at: start) {
      let pending = PendingPeriod(periods: period.node, position: start)
      for row in eachRow(of: entity, at: skipSpace(period.end)) {
        found += parseRowFigures(of: entity, at: row.end, period: pending).map { figures in
          Reading(
            figures.node, end: figures.end, words: period.words + row.words + figures.words)
        }
      }
    }
    return found
  }

  private mutating func eachRow(of entity: Int, at start: Int) -> [Reading<Int>] {
    guard let each = literalEnd("各", at: start) else { return [] }
    return words(at: each).filter { $0.meaning == .entity(entity) }.map { word in
      Reading(entity, end: word.end, words: [WordSpan(start, each), WordSpan(each, word.end)])
    }
  }

  /// `count of points and hazards by department`, 点位数及隐患数按部门统计.
  ///
  ///     row_sums = … | row_figures "按" ENTITY Summarize | row_figures_en ( "per" | By ) ENTITY .
  private mutating func rowSums(of entity: Int, before start: Int) -> [Reading<[RowFigure]>] {
    // What may begin a question is its noun; a figure is not offered in its place.
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    guard byRowStands(entity, from: start) else { return [] }
    let english = parseRowFiguresOf(entity, at: start).flatMap { byRow(entity, behind: $0) }
    let chinese = parseRowFigures(of: entity, at: start, period: nil).flatMap { figures in
      byRow(entity, behind: figures).compactMap { reading -> Reading<[RowFigure]>? in
        guard literalEnd("按", at: skipSpace(figures.end)) != nil,
          let word = keyword(.summarize, at: reading.end)
        else { return nil }
        return reading.joined(word) { node, _ in node }
      }
    }
    return english + chinese
  }

  private mutating func byRow(
    _ entity: Int, behind figures: Reading<[RowFigure]>
  ) -> [Reading<[RowFigure]>] {
    let start = skipSpace(figures.end)
    guard let by = literalEnd("per", at: start) ?? keyword(.by, at: start)?.end else { return [] }
    let row = skipSpace(by)
    return words(at: row).filter { $0.meaning == .entity(entity) }.map { word in
      Reading(
        figures.node, end: word.end,
        words: figures.words + [WordSpan(start, by), WordSpan(row, word.end)])
    }
  }

  /// Whether a key that is the entity itself stands anywhere from a position on.
  private mutating func byRowStands(_ entity: Int, from position: Int) -> Bool {
    if lastRowKeys[entity] == nil {
      // b, p, 按
      let last = (start..<limit).last { unit in
        [0x62, 0x70, 0x6309].contains(text.folded[unit])
          && !byRow(entity, behind: Reading([], end: unit, words: [])).isEmpty
      }
      lastRowKeys[entity] = last ?? -1
    }
    return lastRowKeys[entity, default: -1] >= position
  }

  // MARK: - Stages

  /// The rows with their figures; each row is there, so that zeros need not be asked for.
  ///
  ///     row_option = [ "," ] ( "with totals" | "含合计" | "with zeros" | "含0" | "含零" )
  ///                | option_link "totals" .
  private mutating func parseRowOptions(
    behind figures: Reading<[RowFigure]>, _ entity: Int
  ) -> [Reading<ShortForm>] {
    [false, true].flatMap { hasTotal -> [Reading<ShortForm>] in
      let place = place(start, figures.end)
      let plain = figures.map {
        hasTotal ? summedRows($0, of: entity, at: place) : chosenRows($0, of: entity, at: place)
      }
      let forms = parseOrder(behind: plain.map(\.form), by: plain.node.first)
      return forms.compactMap { ordered -> Reading<ShortForm>? in
        var (end, words) = (ordered.end, ordered.words)
        var total: SyntaxRange?
        while let option = figureOption(at: end), [.zeros, .totals].contains(option.node) {
          if option.node == .totals { total = self.place(end, option.end) }
          words += option.words
          end = option.end
        }
        guard hasTotal == (total != nil) else { return nil }
        let stages = total.map { [StageSyntax(.total(by: []), place: $0)] } ?? []
        let form = adding(stages, to: ordered.node)
        return Reading(form, end: end, words: words)
      }
    }
  }

  /// A form, and the figure that gives its order.
  private struct RowSum: Sendable {
    let form: ShortForm
    let first: ItemSyntax
  }

  private mutating func chosenRows(
    _ figures: [RowFigure], of entity: Int, at place: SyntaxRange
  ) -> RowSum {
    let items = figures.map { ItemSyntax(expression: $0.expression, alias: nil) }
    let all = identity(of: entity, at: place) + items
    let form = ShortForm(
      clause: allRows(of: entity, at: place), stages: [StageSyntax(.select(all), place: place)],
      scope: selection(all, scopeIndex(ofEntity: entity)))
    return RowSum(form: form, first: items[0])
  }

  /// The same as groups of one row each, which a total can sum up.
  private mutating func summedRows(
    _ figures: [RowFigure], of entity: Int, at place: SyntaxRange
  ) -> RowSum {
    let items = figures.map { figure in
      let sum = AggregateSyntax(
        function: .sum, argument: figure.expression, relation: nil, filter: nil,
        place: figure.place)
      return ItemSyntax(expression: .aggregate(sum), alias: nil)
    }
    let form = summary(
      items, by: identity(of: entity, at: place), of: allRows(of: entity, at: place), entity)
    return RowSum(form: form, first: items[0])
  }

  private func allRows(of entity: Int, at place: SyntaxRange) -> ClauseSyntax {
    ClauseSyntax(
      entity: vocabulary.entities[entity].name, modifiers: [], nounPlace: place, place: place)
  }

  private func identity(of entity: Int, at place: SyntaxRange) -> [ItemSyntax] {
    let owner = vocabulary.entities[entity]
    return owner.identity.map { column in
      let name = NameSyntax(path: [owner.columns[column].name], place: place)
      return ItemSyntax(expression: .name(name), alias: nil)
    }
  }
}

extension Parser.ShortForm {
  /// Whether all figures are about the same related rows.
  var figuresShareRows: Bool {
    let items: [ItemSyntax] =
      switch stages.first?.kind {
      case .select(let items), .summarize(let items, _): items
      default: []
      }
    return Set(items.compactMap(\.expression.relatedRows)).count == 1
  }
}

extension ExpressionSyntax {
  /// The related rows of which it is a figure.
  fileprivate var relatedRows: RelatedSyntax? {
    switch self {
    case .aggregate(let node): node.relation ?? node.argument?.relatedRows
    case .measure(let node): node.relation
    default: nil
    }
  }
}
