/// The keys that divide figures: 各部门各月, `by department and month`, 按部门统计.
extension Parser {
  /// The keys in front: 各部门各月.
  mutating func parseEach(
    of entity: Int, at position: Int
  ) -> [Reading<[ItemSyntax]>] {
    let none = Reading([ItemSyntax](), end: position, words: [])
    return parseMore(behind: [none]) { parser, end in
      let start = parser.skipSpace(end)
      guard let each = parser.literalEnd("各", at: start) else { return [] }
      let names = parser.columnPaths(of: entity, at: each).map { name in
        name.map { ItemSyntax(expression: $0, alias: nil) }
      }
      return (names + parser.unitKeys(of: entity, at: each)).map { key in
        Reading(key.node, end: key.end, words: [WordSpan(start, each)] + key.words)
      }
    }
  }

  /// 各月, `by month`: the month of the main date.
  private func unitKeys(of entity: Int, at position: Int) -> [Reading<ItemSyntax>] {
    let owner = vocabulary.entities[entity]
    guard let date = owner.mainDate.map({ owner.columns[$0].name }) else { return [] }
    return Parser.keyUnits.compactMap { spelling, function in
      guard let end = literalEnd(spelling, at: position) else { return nil }
      let place = place(position, end)
      let call = CallSyntax(
        function: function, arguments: [.name(NameSyntax(path: [date], place: place))],
        place: place)
      let item = ItemSyntax(expression: .call(call), alias: nil)
      return Reading(item, end: end, words: [WordSpan(position, end)])
    }
  }

  private static let keyUnits = [
    ("月", "month"), ("季度", "quarter"), ("周", "week"), ("半年", "half"), ("年", "year"),
    ("month", "month"), ("quarter", "quarter"), ("week", "week"), ("half", "half"),
    ("year", "year"),
  ]

  /// Whether a key is the month, quarter or the like of the main date.
  func isUnitKey(_ key: ItemSyntax, of entity: Int) -> Bool {
    let owner = vocabulary.entities[entity]
    guard case .call(let call) = key.expression, key.alias == nil,
      Parser.keyUnits.contains(where: { $0.1 == call.function }),
      case .name(let name) = call.arguments.first
    else { return false }
    return name.path == owner.mainDate.map { [owner.columns[$0].name] }
  }

  /// The keys behind `by`, `per` or 按, and the 统计 that may close them in Chinese; 累计 behind a
  /// month or the like shows the sum so far.
  ///
  ///     per = ( "per" | By ) ( items | keys ) [ Summarize | Running ] .
  mutating func parseKeys(
    behind figures: Reading<Figures>, _ entity: Int
  ) -> [Reading<ShortForm>] {
    let start = skipSpace(figures.end)
    guard let by = literalEnd("per", at: start) ?? keyword(.by, at: start)?.end else { return [] }
    let scope = scopeIndex(ofEntity: entity)
    let items = parseItems(at: by, scope: scope, keepsScope: true).map { $0.map(\.items) }
    return (items + parsePlainKeys(of: entity, at: by)).flatMap {
      keys -> [Reading<ShortForm>] in
      let node = summary(figures.node.items, by: keys.node, of: figures.node.clause, entity)
      let words = figures.words + [WordSpan(start, by)] + keys.words
      let whole = Reading(node, end: keys.end, words: words)
      guard text.folded[start] >= 0x80 else { return [whole] }
      if let word = keyword(.summarize, at: keys.end) {
        return [whole, whole.joined(word) { form, _ in form }]
      }
      guard let word = literalEnd("累计", at: skipSpace(keys.end)),
        let stage = runningStage(of: node, entity, at: place(keys.end, word))
      else { return [whole] }
      let running = Reading(
        adding([stage], to: node), end: word,
        words: words + [WordSpan(skipSpace(keys.end), word)])
      return [whole, running]
    }
  }

  /// Columns and units of time, as far as no items say the same: `department and month`.
  ///
  ///     keys = key { ( "," | "、" | And | "和" ) key } .
  ///     key  = path | unit .
  private mutating func parsePlainKeys(
    of entity: Int, at position: Int
  ) -> [Reading<[ItemSyntax]>] {
    let first = plainKey(of: entity, at: position).map { $0.map { [$0] } }
    let lists = parseMore(behind: first) { parser, end in
      let start = parser.skipSpace(end)
      let comma = parser.symbol(",", at: start) ?? parser.anyLiteralEnd(["、", "和"], at: start)
      guard let next = comma ?? parser.keyword(.and, at: start)?.end else { return [] }
      return parser.plainKey(of: entity, at: next)
    }
    return lists.filter { list in
      list.node.count > 1 || list.node.contains { isUnitKey($0, of: entity) }
    }
  }

  mutating func plainKey(of entity: Int, at position: Int) -> [Reading<ItemSyntax>] {
    let start = skipSpace(position)
    let names = columnPaths(of: entity, at: start).map {
      $0.map { ItemSyntax(expression: $0, alias: nil) }
    }
    // A column of that name wins.
    return names
      + unitKeys(of: entity, at: start).filter { unit in
        !names.contains { $0.end == unit.end }
      }
  }
}
