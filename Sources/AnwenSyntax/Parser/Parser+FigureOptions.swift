/// What is shown with figures beside their rows: totals, keys of which there is nothing, the change
/// from earlier periods, and the sum so far.
extension Parser {
  enum FigureOption: CaseIterable {
    case zeros
    case change
    case yearOnYear
    case running
    case totals

    var spellings: [String] {
      switch self {
      case .zeros: ["with zeros", "含0", "含零"]
      case .change: ["含环比", "环比"]
      case .yearOnYear: ["含同比", "同比"]
      case .running: ["含累计"]
      case .totals: ["with totals", "含合计"]
      }
    }

    /// What stands behind a comma or the like only.
    var linkedSpellings: [String] {
      switch self {
      case .zeros: []
      case .change: ["change", "环比"]
      case .yearOnYear: ["year on year", "同比"]
      case .running: ["running", "累计"]
      case .totals: ["totals"]
      }
    }
  }

  /// The form with the options that stand behind it, in any order.
  ///
  ///     figure_option = [ "," ] ( "with totals" | "含合计" | "with zeros" | "含0" | "含零"
  ///                   | "含环比" | "环比" | "含同比" | "同比" | "含累计" )
  ///                   | option_link ( "totals" | "change" | "环比" | "year on year" | "同比"
  ///                   | "running" | "累计" ) .
  mutating func parseFigureOptions(
    behind form: Reading<ShortForm>, _ entity: Int
  ) -> Reading<ShortForm> {
    var places: [FigureOption: SyntaxRange] = [:]
    var (end, words) = (form.end, form.words)
    while let option = figureOption(at: end) {
      let place = place(end, option.end)
      if option.node == .running, runningStage(of: form.node, entity, at: place) == nil { break }
      places[option.node] = place
      words += option.words
      end = option.end
    }
    return Reading(shown(places, with: form.node, entity), end: end, words: words)
  }

  mutating func figureOption(at position: Int) -> Reading<FigureOption>? {
    let comma = symbol(",", at: position)
    let start = skipSpace(position)
    let head = skipSpace(comma ?? position)
    let link =
      comma ?? anyLiteralEnd(["、", "及", "和", "与"], at: start) ?? keyword(.and, at: start)?.end
    for option in FigureOption.allCases {
      let end =
        anyLiteralEnd(option.spellings, at: head)
        ?? link.flatMap { anyLiteralEnd(option.linkedSpellings, at: skipSpace($0)) }
      if let end { return Reading(option, end: end, words: [WordSpan(start, end)]) }
    }
    return nil
  }

  /// Whether one of them stands behind a comma.
  func figureOptionStands(at position: Int) -> Bool {
    let start = skipSpace(position)
    return FigureOption.allCases.contains {
      anyLiteralEnd($0.spellings + $0.linkedSpellings, at: start) != nil
    }
  }

  private mutating func shown(
    _ places: [FigureOption: SyntaxRange], with form: ShortForm, _ entity: Int
  ) -> ShortForm {
    var whole = form
    if let place = places[.zeros] {
      // All keys are filled, and not those alone that are units of time.
      let fill = StageSyntax(.fill(FillSyntax(periods: nil, keys: [])), place: place)
      whole = whole.filled(by: fill)
    }
    var earlier: [EarlierPeriodSyntax] = []
    if places[.change] != nil { earlier.append(.previousPeriod) }
    if places[.yearOnYear] != nil { earlier.append(.sameLastYear) }
    if let place = places[.change] ?? places[.yearOnYear] {
      let compare = CompareSyntax(date: nil, earlier: earlier)
      whole = ShortForm(
        clause: whole.clause,
        stages: whole.stages + [StageSyntax(.compare(compare), place: place)],
        scope: comparisonScope(whole.scope, compare))
    }
    if let place = places[.running], let stage = runningStage(of: form, entity, at: place) {
      whole = adding([stage], to: whole)
    }
    if let place = places[.totals] {
      whole = adding([StageSyntax(.total(by: []), place: place)], to: whole)
    }
    return whole
  }

  /// The sum so far of each figure, for each of the other keys; nil where no key is a month or the
  /// like.
  func runningStage(
    of form: ShortForm, _ entity: Int, at place: SyntaxRange
  ) -> StageSyntax? {
    guard case .summarize(let figures, let keys) = form.stages.first?.kind,
      keys.contains(where: { isUnitKey($0, of: entity) })
    else { return nil }
    let others = keys.filter { !isUnitKey($0, of: entity) }
    let items = figures.map { figure in
      let window = WindowSyntax(
        function: .running(.sum, .name(keyName(figure))), order: [],
        groups: others.map { .name(keyName($0)) }, place: place)
      return ItemSyntax(expression: .window(window), alias: nil)
    }
    return StageSyntax(.derive(items), place: place)
  }
}

extension Parser.ShortForm {
  /// With one fill, right behind the figures.
  fileprivate func filled(by fill: StageSyntax) -> Self {
    let others = stages.dropFirst().filter { if case .fill = $0.kind { false } else { true } }
    return Self(clause: clause, stages: [stages[0], fill] + others, scope: scope)
  }
}
