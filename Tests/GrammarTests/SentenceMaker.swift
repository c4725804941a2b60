import AnwenDiagnostics

/// Makes random queries from the grammar, of a limited length.
struct SentenceMaker {
  /// Which spellings a sentence holds.
  enum Style: CaseIterable, Sendable {
    case english
    case chinese
    /// Chinese without the spaces that may be left out.
    case unspacedChinese
    case mixed
  }

  private let grammar: ModelGrammar
  private let style: Style
  /// Productions that are chosen more often than others.
  private let favoured: Set<String>
  /// The fewest words of each production; nil where the style has none.
  private let costs: [Int?]
  private var numbers: SeededNumbers
  private var words: [SentenceWord] = []
  private var openEnds: [MadeSentence.OpenEnd] = []
  /// The names that the sentence may use.
  private var names: [String] = []
  private var namesMade = 0
  /// The names that the items of the present stage make.
  private var stageNames: [String] = []
  /// Whether the present stage is select or summarize, whose names are for the stages behind it.
  private var changesRows = false
  private var hasFailed = false

  /// Productions of which no sentences are made.
  ///
  /// - `unnamed` must equal an item before, which no grammar of this kind says.
  /// - `named_query` holds what `query` does, of which sentences are made.
  /// - `joined_name` names what joined rows have, behind a name that the sentence gave them.
  /// - `outer_name` names what rows outside have, and `outer_rows` needs one somewhere in it.
  private static let leftOut: Set<String> = [
    "unnamed", "named_query", "outer_rows", "outer_name", "joined_name",
  ]

  init(
    _ grammar: ModelGrammar, style: Style, seed: UInt64, favouring favoured: Set<String> = []
  ) {
    self.grammar = grammar
    self.style = style
    self.favoured = favoured
    numbers = SeededNumbers(seed: seed)
    costs = Self.costs(grammar, style)
  }

  /// A sentence of about so many words at most; nil where a name was needed and none made, where
  /// words must touch that cannot, as in 第3 books, or where two periods stand side by side.
  mutating func sentence(wordLimit: Int) -> MadeSentence? {
    part(grammar.start, using: Names(), wordLimit: wordLimit)
  }

  /// The names that a text gives to what stands behind it.
  struct Names {
    var inScope: [String] = []
    /// How many there are, also of those that are out of scope.
    var count = 0
  }

  /// The names that may be used behind what was made last.
  var namesBehind: Names { Names(inScope: names, count: namesMade) }

  /// What a production derives, behind a text that gave some names; nil as for a sentence.
  mutating func part(_ symbol: Int, using before: Names, wordLimit: Int) -> MadeSentence? {
    (words, openEnds, names, stageNames) = ([], [], before.inScope, [])
    (namesMade, changesRows, hasFailed) = (before.count, false, false)
    make(.symbol(symbol), budget: wordLimit)
    let isTorn = zip(words, words.dropFirst()).contains { before, word in
      word.isGlued && word.needsSpace(behind: before)
    }
    let visible = words.filter { $0.text != " " }
    let hasTwinPeriods = zip(visible, visible.dropFirst()).contains {
      // 6月前 is one period, whatever 前 was made for.
      $0.isPeriod && ($1.isPeriod || $1.text.hasPrefix("前"))
    }
    return hasFailed || isTorn || hasTwinPeriods ? nil : MadeSentence(words, openEnds: openEnds)
  }

  /// Fills in the sentence's text, with the spaces that must stand and some that may.
  mutating func write(_ sentence: inout MadeSentence) {
    var previous: SentenceWord?
    for word in sentence.words {
      let hasSpace = previous.map { before in
        word.needsSpace(behind: before)
          || !word.isGlued && mayPutSpace(between: before, and: word)
      }
      sentence.append(word.text, hasSpace: hasSpace == true)
      previous = word
    }
  }

  private mutating func mayPutSpace(
    between before: SentenceWord, and word: SentenceWord
  ) -> Bool {
    switch style {
    case .english: ![",", ")"].contains(word.text) && before.text != "("
    case .chinese, .mixed: numbers.next(below: 2) == 0
    case .unspacedChinese: false
    }
  }

  // MARK: Making

  private mutating func make(_ node: GrammarNode, budget: Int, isGlued: Bool = false) {
    switch node {
    case .word(let word): words.append(SentenceWord(word.text, isGlued: isGlued))
    case .lexical(let kind): makeWord(kind, isGlued: isGlued)
    case .glued(let inner): make(inner, budget: budget, isGlued: true)
    case .part(_, let inner): make(inner, budget: budget, isGlued: isGlued)
    case .symbol(let symbol): makeSymbol(symbol, budget: budget, isGlued: isGlued)
    case .choice(let nodes):
      let possible = nodes.filter { cost($0).map { $0 <= budget } == true }
      let cheapest = nodes.filter { cost($0) != nil }.min { cost($0) ?? 0 < cost($1) ?? 0 }
      if possible.isEmpty {
        if let cheapest { make(cheapest, budget: budget, isGlued: isGlued) }
      } else {
        make(pick(possible), budget: budget, isGlued: isGlued)
      }
    case .sequence(let nodes):
      var rest = budget - nodes.reduce(0) { $0 + (cost($1) ?? 0) }
      let first = words.count
      for node in nodes {
        let own = cost(node) ?? 0
        let share = rest > 0 ? numbers.next(below: rest + 1) : 0
        let before = words.count
        make(node, budget: own + share, isGlued: isGlued && words.count == first)
        rest -= max(0, words.count - before - own)
      }
    case .optional(let inner):
      if let cost = cost(inner), cost <= budget, numbers.next(below: 2) == 0 {
        make(inner, budget: budget, isGlued: isGlued)
      }
    case .repeated(let inner):
      var rest = budget
      var isFirst = true
      while let cost = cost(inner), cost <= rest, numbers.next(below: 3) == 0 {
        let before = words.count
        make(
          inner, budget: cost + numbers.next(below: rest - cost + 1), isGlued: isGlued && isFirst)
        rest -= max(1, words.count - before)
        isFirst = false
      }
    }
  }

  /// One of several alternatives; where some are favoured, one of these two times of three.
  private mutating func pick(_ nodes: [GrammarNode]) -> GrammarNode {
    let better = favoured.isEmpty ? [] : nodes.filter(isFavoured)
    return numbers.pick(better.isEmpty || numbers.next(below: 3) == 0 ? nodes : better)
  }

  private func isFavoured(_ node: GrammarNode) -> Bool {
    switch node {
    case .symbol(let symbol): favoured.contains(grammar.symbols[symbol].name)
    case .part(_, let inner), .glued(let inner): isFavoured(inner)
    case .sequence(let nodes): nodes.contains(where: isFavoured)
    case .word, .lexical, .choice, .optional, .repeated: false
    }
  }

  /// Makes a production; those that give names decide where these may be used.
  private mutating func makeSymbol(_ symbol: Int, budget: Int, isGlued: Bool) {
    let name = grammar.symbols[symbol].name
    let outer = names
    switch name {
    case "related", "its", "all_alike", "row_aggregate", "head_aggregate": names = []
    case "select", "summarize": (stageNames, changesRows) = ([], true)
    case "pipeline", "union_of", "joined_rows": names = []
    default: break
    }
    let firstName = namesMade
    make(grammar.symbols[symbol].node, budget: budget, isGlued: isGlued)
    switch name {
    case "related", "its", "all_alike", "row_aggregate", "head_aggregate": names = outer
    case "nested_tail": addOpenEnd("modifiers", grammar.symbols[symbol].arguments + ["nested"])
    case "with_nouns": addOpenEnd("and_with", [grammar.symbols[symbol].arguments[0]])
    case "without_nouns": addOpenEnd("and_without", [grammar.symbols[symbol].arguments[0]])
    case "comparison": addOpenEnd("test", grammar.symbols[symbol].arguments)
    case "plain_values": addOpenEnd("next_value", grammar.symbols[symbol].arguments)
    case "union", "union_of": names += outer
    case "comparison_of_rows", "joined_rows": names = outer
    case "item", "derived_item", "renaming":
      let made = (firstName..<namesMade).map(Self.newName)
      names = outer + made
      stageNames += made
    case "items" where changesRows: names = outer
    case "select", "summarize": (names, changesRows) = (stageNames, false)
    case "formals": names += (firstName..<namesMade).map(Self.newName)
    default: break
    }
  }

  /// Notes that a part ends here that would have gone on with a production.
  private mutating func addOpenEnd(_ name: String, _ arguments: [String]) {
    guard let next = grammar.symbol(name, arguments) else { return }
    openEnds.append(MadeSentence.OpenEnd(wordCount: words.count, continuation: next))
  }

  private static func newName(_ number: Int) -> String {
    let pool = ["n1", "甲数", "Total_x", "丙", "q", "`a b`", "丁目", "`戊 己`"]
    return number < pool.count ? pool[number] : "x\(number)y"
  }

  private mutating func makeWord(_ kind: LexicalClass, isGlued: Bool) {
    let word: String
    switch kind {
    case .space:
      words.append(SentenceWord(" ", isGlued: true))
      return
    case .digits: word = numbers.pick(["0", "3", "16", "28", "205"])
    case .text: word = numbers.pick(["\"海\"", "“a b”", "「书」", "\"x \"\" y\""])
    case .bareWord: word = numbers.pick(["xyzzy", "某某镇"])
    case .period: word = period(["本月", "去年5月", "2024年"], ["this month", "2024Q2", "June"])
    case .expectedPeriod: word = period(["本月", "2023"], ["last 30 days", "2023", "2024-06"])
    case .periods: word = period(["本月", "去年5月，6月"], ["this month", "May, June", "2024Q2"])
    case .expectedPeriods: word = period(["本月、上月", "2023"], ["last 30 days", "2022, 2023"])
    case .duration: word = period(["3个月", "两周"], ["3 months", "two weeks"])
    case .day: word = period(["昨天", "2024年3月1日"], ["2024-03-01", "today"])
    case .openPeriod: word = period(["6月底前", "早于6月"], ["before June", "since 2024-03-01"])
    case .newName:
      word = Self.newName(namesMade)
      namesMade += 1
    case .made:
      guard !names.isEmpty else {
        hasFailed = true
        return
      }
      word = numbers.pick(names)
    case .slot:
      hasFailed = true
      return
    }
    let isOpenEnded = kind == .newName || kind == .bareWord
    let isPeriod =
      [.period, .expectedPeriod, .periods, .expectedPeriods, .openPeriod, .duration].contains(kind)
    words.append(
      SentenceWord(word, isGlued: isGlued, isOpenEnded: isOpenEnded, isPeriod: isPeriod))
  }

  private mutating func period(_ chinese: [String], _ english: [String]) -> String {
    switch style {
    case .english: numbers.pick(english)
    case .chinese, .unspacedChinese: numbers.pick(chinese)
    case .mixed: numbers.pick(chinese + english)
    }
  }

  // MARK: The fewest words

  private func cost(_ node: GrammarNode) -> Int? { Self.cost(node, costs, style) }

  private static func costs(_ grammar: ModelGrammar, _ style: Style) -> [Int?] {
    var costs = [Int?](repeating: nil, count: grammar.symbols.count)
    var changed = true
    while changed {
      changed = false
      for (place, symbol) in grammar.symbols.enumerated() where !leftOut.contains(symbol.name) {
        let new = cost(symbol.node, costs, style)
        if let new, costs[place].map({ new < $0 }) ?? true {
          costs[place] = new
          changed = true
        }
      }
    }
    return costs
  }

  private static func cost(_ node: GrammarNode, _ costs: [Int?], _ style: Style) -> Int? {
    switch node {
    case .word(let word):
      switch (word.language, style) {
      case (.english, .chinese), (.english, .unspacedChinese), (.chinese, .english): return nil
      default: return 1
      }
    case .lexical(let kind): return kind == .slot ? nil : 1
    case .symbol(let symbol): return costs[symbol]
    case .glued(let inner), .part(_, let inner): return cost(inner, costs, style)
    case .optional, .repeated: return 0
    case .choice(let nodes): return nodes.compactMap { cost($0, costs, style) }.min()
    case .sequence(let nodes):
      var sum = 0
      for node in nodes {
        guard let part = cost(node, costs, style) else { return nil }
        sum += part
      }
      return sum
    }
  }
}
