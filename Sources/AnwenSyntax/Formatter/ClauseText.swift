import AnwenDiagnostics

/// Says a noun and its modifiers so that each is said of this noun again when it is read.
///
/// In English modifiers follow the noun: those that could be taken for a part of what stands before
/// them first, then those with a noun of their own, each behind a comma, then `where`. In Chinese
/// each stands before the noun with 的 behind it, names of values last. Whatever the order in which
/// they were written, the two languages sort them alike, so that a translation leads back.
struct ClauseText {
  private let query: QueryText
  private let conditions: ConditionText
  /// Whether the noun stands in another clause, where no comma can follow it.
  private let isNested: Bool

  init(_ query: QueryText, entity: Int?, isNested: Bool) {
    self.query = query
    conditions = ConditionText(query, entity: entity)
    self.isNested = isNested
  }

  func text(of modifiers: [ExpressionSyntax], noun: String) -> String {
    // A conjunction among modifiers is two of them.
    let parts = modifiers.flatMap(\.conjuncts)
    let keys = parts.compactMap { if case .key(let key, _) = $0 { key } else { nil } }
    let others = parts.filter { if case .key = $0 { false } else { true } }
    switch query.language {
    case .english: return english(others, noun: ([noun] + keys).joined(separator: " "))
    case .chinese where query.style == .cautiousSource:
      return ([noun + keys.joined()] + others.map(cautious)).joined(separator: " ")
    case .chinese where query.style == .nounFirst && !isNested:
      return ([noun + keys.joined()] + others.map(modifier)).joined(separator: " ")
    case .chinese:
      let order = Order(others, isAdjective: isAdjective)
      let free = order.free.count > 1 ? [cautious(.and(order.free))] : order.free.map(cautious)
      let parts = order.periods + order.nouns + order.plain + order.values + order.adjectives
      let dates = parts.prefix(order.periods.count).map(modifier)
      let rest = parts.dropFirst(order.periods.count).map(modifier)
      return (dates + free + rest).map { $0 + "的" }.joined() + noun + keys.joined()
    }
  }

  // MARK: English

  private func english(_ parts: [ExpressionSyntax], noun: String) -> String {
    let order = Order(parts, isAdjective: isAdjective)
    var (nouns, free) = (order.nouns, order.free)
    var words = order.adjectives.map { conditions.text(of: $0) } + [noun]
    words += (order.periods + order.values + order.plain).map(behind)
    // Without a comma to close it, a second one would be said of the first one's noun.
    if isNested, nouns.count + (free.isEmpty ? 0 : 1) > 1 {
      words += (nouns + free).map(cautious)
      (nouns, free) = ([], [])
    }
    var text = words.joined(separator: " ")
    for (index, noun) in nouns.enumerated() {
      text += (index == 0 ? " " : ", ") + conditions.text(of: noun)
    }
    guard !free.isEmpty else { return text }
    let condition = free.count == 1 ? free[0] : .and(free)
    return text + (isNested ? " " : ", ") + query.word(.where) + conditions.text(of: condition)
  }

  /// Whether it stands before the noun: the name of an enumeration's value.
  private func isAdjective(_ part: ExpressionSyntax) -> Bool {
    guard case .bareValues(let list) = part, query.style == .source, list.joining == .any,
      case .enumeration = list.values[0].type
    else { return false }
    return list.values.count == 1
  }

  private func behind(_ part: ExpressionSyntax) -> String {
    query.style == .cautiousSource && !part.isPlain ? cautious(part) : modifier(part)
  }

  // MARK: Both

  /// What may stand as it is, unless a negation or alternative in it needs brackets.
  private func modifier(_ part: ExpressionSyntax) -> String {
    switch part {
    case .or(let operands):
      return operands.map { operand in
        let isOpen = operand.hasOwnNoun || !operand.conjuncts.dropFirst().isEmpty
        return isOpen ? cautious(operand) : modifier(operand)
      }.joined(separator: query.language == .english ? " or " : "或")
    case .not(let operand, _):
      let isEnglish = query.language == .english
      let isOpen =
        operand.hasOwnNoun || operand.conjuncts.count > 1 || operand.isAlternative
        || operand.holdsPeriod && !isEnglish || operand.eachPeriods != nil
      let inner = isOpen ? cautious(operand) : modifier(operand)
      return isEnglish ? "not " + inner : (isOpen ? "非" : "未") + inner
    default: return conditions.text(of: part)
    }
  }

  /// In brackets.
  private func cautious(_ part: ExpressionSyntax) -> String {
    part.isPlain ? conditions.text(of: part) : "(" + conditions.text(of: part) + ")"
  }
}

extension ExpressionSyntax {
  /// The conditions that all have to hold.
  var conjuncts: [ExpressionSyntax] {
    if case .and(let operands) = self { operands.flatMap(\.conjuncts) } else { [self] }
  }

  fileprivate var isPeriod: Bool { if case .mainDate = self { true } else { false } }

  fileprivate var isAlternative: Bool { if case .or = self { true } else { false } }

  /// Whether it is a value or period alone, which no brackets may hold.
  fileprivate var isPlain: Bool {
    switch self {
    case .bareValues, .mainDate: true
    default: false
    }
  }

  /// Whether it may stand beside a noun without `where`.
  fileprivate var isModifier: Bool {
    switch self {
    case .condition, .phrase, .existence, .bareValues, .mainDate: true
    case .not(let operand, _): operand.isModifier
    case .or(let operands), .and(let operands): operands.allSatisfy(\.isModifier)
    default: false
    }
  }

  /// Whether it holds another noun, of which what follows would be said.
  fileprivate var hasOwnNoun: Bool {
    switch self {
    case .existence(let node): if case .related = node.subject { true } else { false }
    case .not(let operand, _): operand.hasOwnNoun
    case .or(let operands), .and(let operands): operands.contains(where: \.hasOwnNoun)
    default: false
    }
  }

  /// Whether it says one thing of other rows, behind which more would be said of these.
  var saysOneOfRows: Bool {
    switch self {
    case .existence(let node):
      if case .related(let related) = node.subject {
        related.clause.modifiers.count == 1
      } else {
        false
      }
    case .not(let operand, _): operand.saysOneOfRows
    default: false
    }
  }

  /// Whether a period stands in it, which beside a negation could be meant inside or outside.
  var holdsPeriod: Bool {
    guard case .phrase(let phrase) = self else { return false }
    return phrase.arguments.values.contains { if case .periods = $0 { true } else { false } }
  }
}

/// Modifiers by what they are, each kind in the order in which they were written.
private struct Order {
  /// Names of values that stand before an English noun.
  let adjectives: [ExpressionSyntax]
  let periods: [ExpressionSyntax]
  let values: [ExpressionSyntax]
  let plain: [ExpressionSyntax]
  /// What holds a noun of its own.
  let nouns: [ExpressionSyntax]
  /// What needs `where`.
  let free: [ExpressionSyntax]

  init(_ parts: [ExpressionSyntax], isAdjective: (ExpressionSyntax) -> Bool) {
    adjectives = parts.filter(isAdjective)
    let rest = parts.filter { !isAdjective($0) }
    periods = rest.filter(\.isPeriod)
    values = rest.filter { $0.isPlain && !$0.isPeriod }
    plain = rest.filter { !$0.isPlain && !$0.hasOwnNoun && $0.isModifier }
    nouns = rest.filter { $0.hasOwnNoun && $0.isModifier }
    free = rest.filter { !$0.isModifier }
  }
}
