/// The steps behind the noun.
extension Parser {
  /// A query up to some stage, with the scope of what follows.
  struct Pipeline: Hashable, Sendable {
    var stages: [StageSyntax]
    /// Follows from the stages.
    let scope: Int

    init(stages: [StageSyntax], scope: Int) {
      self.stages = stages
      self.scope = scope
    }

    /// A single stage and the scope behind it.
    init(_ kind: StageSyntax.Kind, scope: Int, at place: SyntaxRange) {
      self.init(stages: [StageSyntax(kind, place: place)], scope: scope)
    }

    static func == (left: Self, right: Self) -> Bool { left.stages == right.stages }

    func hash(into hasher: inout Hasher) { hasher.combine(stages) }
  }

  ///     stages = { [ "|" ] stage } [ [ "|" ] ( select | summarize ) stages ] .
  mutating func parseStages(at position: Int, scope: Int) -> [Reading<Pipeline>] {
    var states = [Reading(Pipeline(stages: [], scope: scope), end: position, words: [])]
    var finished: [Reading<Pipeline>] = []
    var count = 0
    while !states.isEmpty {
      var extended: [Reading<Pipeline>] = []
      for state in states {
        // Nothing can follow: the rows have gone.
        if case .write = state.node.stages.last?.kind {
          finished.append(state)
          continue
        }
        let bar = symbol("|", at: state.end)
        let next = parseStage(at: bar ?? state.end, scope: state.node.scope)
        if next.isEmpty || bar == nil { finished.append(state) }
        extended += next.map { more in
          state.joined(more) { Pipeline(stages: $0.stages + $1.stages, scope: $1.scope) }
        }
      }
      count += 1
      guard isWithin(Parser.stageLimit, count: count) else { return [] }
      states = Readings.packed(extended)
    }
    return finished
  }

  private mutating func parseStage(at position: Int, scope: Int) -> [Reading<Pipeline>] {
    let start = skipSpace(position)
    guard let word = anyKeyword(Keyword.stages, at: start) else {
      return parseSortBehindKeys(at: start, scope: scope)
    }
    let range = place(start, word.end)
    let found: [Reading<Pipeline>]
    switch word.node {
    case .where:
      found = parseCondition(at: word.end, scope: scope).map {
        $0.map { Pipeline(stages: [StageSyntax(.filter($0), place: range)], scope: scope) }
      }
    case .select:
      found = parseItems(at: word.end, scope: scope, keepsScope: false).map {
        $0.map { items in
          Pipeline(stages: [StageSyntax(.select(items.items), place: range)], scope: items.scope)
        }
      }
    case .derive:
      let items = parseItems(at: word.end, scope: scope, keepsScope: true, takesWindows: true)
      found = items.map {
        $0.map { items in
          Pipeline(stages: [StageSyntax(.derive(items.items), place: range)], scope: items.scope)
        }
      }
    case .summarize: found = parseSummarize(at: word.end, scope: scope, place: range)
    case .sort: found = parseSort(at: word.end, scope: scope, place: range)
    case .pivot: found = parsePivot(at: word.end, scope: scope, place: range)
    case .compare: found = parseCompare(at: word.end, scope: scope, place: range)
    case .require: found = parseRequire(at: word.end, scope: scope, place: range)
    case .fill: found = parseFill(at: word.end, scope: scope, place: range)
    case .total: found = parseTotal(at: word.end, scope: scope, place: range)
    case .skip: found = parseSkip(at: word.end, scope: scope, place: range)
    case .top: found = parseTop(at: word.end, scope: scope, place: range)
    case .distinct: found = parseDistinct(at: word.end, scope: scope, place: range)
    case .rename: found = parseRename(at: word.end, scope: scope, place: range)
    case .drop: found = parseDrop(at: word.end, scope: scope, place: range)
    case .expand: found = parseExpand(at: word.end, scope: scope, place: range)
    case .join: found = parseJoin(.inner, at: word.end, scope: scope, place: range)
    case .leftJoin: found = parseJoin(.left, at: word.end, scope: scope, place: range)
    case .semiJoin: found = parseJoin(.semi, at: word.end, scope: scope, place: range)
    case .antiJoin: found = parseJoin(.anti, at: word.end, scope: scope, place: range)
    case .union: found = parseCombination(.union, at: word.end, scope: scope, place: range)
    case .except: found = parseCombination(.except, at: word.end, scope: scope, place: range)
    case .intersect:
      found = parseCombination(.intersect, at: word.end, scope: scope, place: range)
    case .assert: found = parseAssertion(at: word.end, scope: scope, place: range)
    case .write: found = parseWrite(at: word.end, scope: scope, place: range)
    default: found = parseTake(at: word.end, scope: scope, place: range)
    }
    return found.map { Reading($0.node, end: $0.end, words: word.words + $0.words) }
  }

  /// Items read so far, and the scope in which the next one is read.
  struct ItemList: Hashable, Sendable {
    var items: [ItemSyntax]
    /// Follows from the items.
    var scope: Int

    static func == (left: Self, right: Self) -> Bool { left.items == right.items }

    func hash(into hasher: inout Hasher) { hasher.combine(items) }
  }

  ///     items = item { ( "," | "、" ) item } .
  mutating func parseItems(
    at position: Int, scope: Int, keepsScope: Bool, takesWindows: Bool = false
  ) -> [Reading<ItemList>] {
    var states = [Reading(ItemList(items: [], scope: scope), end: position, words: [])]
    var finished: [Reading<ItemList>] = []
    var count = 0
    while !states.isEmpty {
      var extended: [Reading<ItemList>] = []
      for state in states {
        for item in parseItem(
          at: state.end, scope: state.node.scope, takesWindows: takesWindows)
        {
          let items = state.node.items + [item.node]
          let next = scopeAdding(item.node, to: state.node.scope)
          let reading = Reading(
            ItemList(items: items, scope: next), end: item.end, words: state.words + item.words)
          let comma = symbol(",", at: item.end) ?? symbol("、", at: item.end)
          if let comma {
            extended.append(Reading(reading.node, end: comma, words: reading.words))
          }
          // Behind the keys of a short form a comma may stand before what is shown with them.
          if comma.map({ orderStands(at: $0) || figureOptionStands(at: $0) }) ?? true {
            finished.append(reading)
          }
        }
      }
      count += 1
      guard isWithin(Parser.itemLimit, count: count) else { return [] }
      states = Readings.packed(extended)
    }
    if keepsScope { return finished }
    return finished.map { $0.map { ItemList(items: $0.items, scope: selection($0.items, scope)) } }
  }

  /// The scope with one more name.
  mutating func scopeAdding(_ item: ItemSyntax, to scope: Int) -> Int {
    guard item.alias != nil else { return scope }
    let definition = ParserScope.Definition(
      alias: item.alias?.name, expression: item.expression, scope: nil)
    scopes.append(scopes[scope].adding([definition]))
    return scopes.count - 1
  }

  /// The scope that holds nothing but the items.
  mutating func selection(_ items: [ItemSyntax], _ inner: Int) -> Int {
    let definitions = items.map {
      ParserScope.Definition(alias: $0.alias?.name, expression: $0.expression, scope: inner)
    }
    scopes.append(ParserScope(entity: nil, definitions: definitions))
    return scopes.count - 1
  }

  ///     item = NEW_NAME "=" condition | condition [ Alias NEW_NAME ] .
  ///     derived_item = item | NEW_NAME "=" window | window [ Alias NEW_NAME ] .
  private mutating func parseItem(
    at position: Int, scope: Int, takesWindows: Bool
  ) -> [Reading<ItemSyntax>] {
    let expressions = parseCondition(at: position, scope: scope)
    guard let name = parseNewName(at: position), let equals = definitionMark(at: name.end) else {
      let windows = takesWindows ? parseWindows(at: position, scope: scope) : []
      return expressions.flatMap { parseAlias(behind: $0) }
        + windows.flatMap { parseAlias(behind: $0) }
    }
    var values = parseCondition(at: equals, scope: scope)
    if takesWindows { values += parseWindows(at: equals, scope: scope) }
    let definitions = values.map { value in
      name.joined(value) { ItemSyntax(expression: $1, alias: $0) }
    }
    // In 列出标题筛选编号=16 the name before "=" may hold an item and the next stage as well.
    let shorter = expressions.filter { $0.end < name.end }
    return definitions + shorter.flatMap { parseAlias(behind: $0) }
  }

  /// `=` behind a name that is being made. Where it is missing the name was meant to be one that is
  /// there already, so nothing is said of it.
  mutating func definitionMark(at position: Int) -> Int? {
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    return symbol("=", at: position)
  }

  private mutating func parseAlias(
    behind expression: Reading<ExpressionSyntax>
  ) -> [Reading<ItemSyntax>] {
    // `as of` and `as crosstab` are words of their own.
    guard keyword(.asOf, at: expression.end) == nil,
      anyLiteralEnd(Parser.crosstabWords, at: skipSpace(expression.end)) == nil,
      let word = keyword(.alias, at: expression.end), let name = parseNewName(at: word.end)
    else { return [expression.map { ItemSyntax(expression: $0, alias: nil) }] }
    return [
      Reading(
        ItemSyntax(expression: expression.node, alias: name.node), end: name.end,
        words: expression.words + word.words + name.words)
    ]
  }

  ///     summarize = Summarize items [ By items ] .
  private mutating func parseSummarize(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    let old = scopes[scope]
    scopes.append(old.with(definitions: old.definitions, rows: scope))
    let groupScope = scopes.count - 1
    var found: [Reading<Pipeline>] = []
    for aggregates in parseItems(at: position, scope: groupScope, keepsScope: true) {
      guard let word = keyword(.by, at: aggregates.end) else {
        found.append(
          aggregates.map { summary($0.items, [], place: place, group: groupScope) })
        continue
      }
      for keys in parseItems(at: word.end, scope: scope, keepsScope: true) {
        let node = summary(
          aggregates.node.items, keys.node.items, place: place, group: groupScope)
        found.append(
          Reading(
            node, end: keys.end, words: aggregates.words + word.words + keys.words))
      }
    }
    return found
  }

  mutating func summary(
    _ aggregates: [ItemSyntax], _ keys: [ItemSyntax], place: SyntaxRange, group: Int
  ) -> Pipeline {
    Pipeline(
      stages: [StageSyntax(.summarize(aggregates: aggregates, keys: keys), place: place)],
      scope: selection(keys + aggregates, group))
  }

  /// 按风险降序排序: the keys stand before the word.
  ///
  ///     By sort_keys Sort
  private mutating func parseSortBehindKeys(at start: Int, scope: Int) -> [Reading<Pipeline>] {
    failure.muteCount += 1
    let by = keyword(.by, at: start)
    failure.muteCount -= 1
    guard let by else { return [] }
    return parseSortKeys(at: by.end, scope: scope, areDescending: false).compactMap { keys in
      guard let sort = keyword(.sort, at: keys.end) else { return nil }
      let stage = StageSyntax(.sort(keys.node), place: place(start, sort.end))
      return Reading(
        Pipeline(stages: [stage], scope: scope), end: sort.end,
        words: by.words + keys.words + sort.words)
    }
  }

  ///     Sort sort_keys
  private mutating func parseSort(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    parseSortKeys(at: position, scope: scope, areDescending: false).map {
      $0.map { Pipeline(stages: [StageSyntax(.sort($0), place: place)], scope: scope) }
    }
  }

  ///     Write TEXT
  private mutating func parseWrite(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    guard let text = parseQuoted(at: position) else { return [] }
    let file = TextSyntax(text.node, place: self.place(position, text.end))
    return [
      text.map { _ in Pipeline(stages: [StageSyntax(.write(file), place: place)], scope: scope) }
    ]
  }

  ///     Take [ "前" ] count
  private mutating func parseTake(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    guard let count = parseRowCount(at: position) else { return [] }
    return [
      count.map { Pipeline(stages: [StageSyntax(.take($0), place: place)], scope: scope) }
    ]
  }
}
