import AnwenDiagnostics

/// Says conditions and expressions about the rows of one entity.
struct ConditionText {
  let query: QueryText
  private let entity: Int?
  /// What the columns are made of that are named by their expressions, by these names.
  private var unnamed: [String: ExpressionSyntax] = [:]

  /// The columns that the source or a stage brings along, which have names in both languages.
  var brought = BroughtColumns()

  /// How the columns are said of rows that joins have brought in.
  var joined: [JoinedText] = []

  init(_ query: QueryText, entity: Int?, isOfPeriods: Bool = false) {
    self.query = query
    self.entity = entity
    if isOfPeriods { brought = .ofPeriods }
  }

  /// Notes which names the columns have behind a stage.
  mutating func remember(_ stage: StageSyntax.Kind) {
    for expression in stage.unnamedItems {
      let name = CanonicalText.of(expression)
      // A name that is handed on still means what it was made of.
      if unnamed[name] == nil { unnamed[name] = expression }
    }
    brought.remember(stage)
  }

  var language: Language { query.language }
  private var isSource: Bool { query.isSource }
  var words: EntityWords? { entity.map { query.vocabulary.entities[$0] } }

  func text(of syntax: ExpressionSyntax) -> String {
    switch syntax {
    case .number(let number): numberText(number)
    case .range(let range): range.text
    case .slot(let name, _) where isSource: query.newName(name)
    case .bool(let value, _): query.word(value ? .true : .false).trimmed
    case .key, .slot: CanonicalText.of(syntax)
    case .parameter(let name, _, _): query.newName(name)
    case .expansion(let node): expansionText(node)
    case .text(let text, _): quoted(text)
    case .period(let periods): operandPeriod(periods)
    case .duration(let duration): PeriodPrinter(language).print(duration)
    case .mainDate(let periods): mainDateText(query.text(of: periods))
    case .values(let list): valueText(list)
    case .bareValues(let list): bareValuesText(list)
    case .name(let name): nameText(name.path)
    case .outer(let name): outerText(name.path)
    case .condition(let name, _): conditionName(name)
    case .phrase(let phrase): phraseText(phrase)
    case .not(let operand, _): negation(operand)
    case .and(let operands): join(operands, .and)
    case .or(let operands): join(operands, .or)
    case .comparison(let node):
      compared(node.left, with: node.right) + " " + node.comparison.rawValue + " "
        + compared(node.right, with: node.left)
    case .arithmetic(let node): arithmeticText(node)
    case .negated(let inner, _): "-" + operand(inner, .factor)
    case .membership(let node): membershipText(node)
    case .isMissing(let inner, _): operand(inner) + " " + query.word(.isMissing).trimmed
    case .textMatch(let node): textMatchText(node)
    case .existence(let node): existenceText(node)
    case .aggregate(let node): aggregateText(node)
    case .measure(let node): measureText(node)
    case .call(let node): callText(node)
    case .conditional(let node): conditionalText(node)
    case .window(let node): windowText(node)
    }
  }

  /// Names the column that bare values are about.
  private func bareValuesText(_ list: ValueListSyntax) -> String {
    if isSource { return valueText(list) }
    let type = list.values.first?.type
    let columns = words?.columns.filter { $0.valueType == type } ?? []
    guard columns.count == 1, let column = columns.first else { return valueText(list) }
    let name = column.words.text(in: language)
    return language == .english ? "with \(name) \(valueText(list))" : "\(name)为\(valueText(list))"
  }

  /// Names the date that a bare period is about.
  private func mainDateText(_ period: String) -> String {
    // A year alone, or at the head of a list, would be a number.
    if isSource {
      let head = period.prefix { $0 != " " }
      return head.allSatisfy(\.isNumber) ? query.word(.in) + period : period
    }
    guard let words, let column = words.mainDate.map({ words.columns[$0] }) else { return period }
    let name = column.words.text(in: language)
    // 分别在 says the preposition itself.
    let isEach = period.hasPrefix(Keyword.each.chinese)
    return language == .english
      ? "with \(name) in \(period)" : "\(name)\(isEach ? "" : "在")\(period)"
  }

  func quoted(_ text: String) -> String {
    isSource ? query.quoted(text) : "“" + text + "”"
  }

  /// A period among operands, where a plain year would be a number.
  private func operandPeriod(_ periods: PeriodListSyntax) -> String {
    if isSource, periods.parameter == nil, case .year = periods.period {
      return PeriodPrinter(.chinese).print(periods.period)
    }
    return query.text(of: periods)
  }

  func numberText(_ number: NumberSyntax) -> String {
    if isSource, let parameter = number.parameter { return query.newName(parameter.name) }
    return number.digits + CanonicalText.unit(of: number)
  }

  private func expansionText(_ node: ExpansionSyntax) -> String {
    let name = query.newName(node.name.name)
    if node.arguments.isEmpty { return name }
    // Between periods 、 would make one list of them.
    return name + "(" + node.arguments.map(text(of:)).joined(separator: query.itemComma) + ")"
  }

  private func negation(_ operand: ExpressionSyntax) -> String {
    guard isSource else { return (language == .english ? "not " : "未") + text(of: operand) }
    switch operand {
    case .isMissing(let inner, _):
      return self.operand(inner) + " " + query.word(.isNotMissing).trimmed
    case .membership(let node): return membershipText(node, isNegated: true)
    case .textMatch(let node): return textMatchText(node, isNegated: true)
    default:
      // Without brackets it would be said of each of several periods, and in Chinese the period
      // might be that of a noun behind 没有.
      let isOpen =
        operand.eachPeriods != nil || operand.holdsPeriod && language == .chinese
      return query.word(.not) + self.operand(operand, isOpen ? .primary : .unit)
    }
  }

  private func join(_ operands: [ExpressionSyntax], _ keyword: Keyword) -> String {
    guard isSource else {
      return "(" + operands.map(text(of:)).joined(separator: " " + query.word(keyword)) + ")"
    }
    let strength: Strength = keyword == .and ? .unit : .conjunction
    let texts = operands.enumerated().map { index, operand in
      // What stands behind a noun would be said of it.
      let isOpen = operand.endsInNoun && index < operands.count - 1
      return isOpen ? "(" + text(of: operand) + ")" : self.operand(operand, strength)
    }
    return texts.joined(separator: " " + query.word(keyword))
  }

  /// An operand beside another one: beside the day of a week one is no day of this week.
  private func compared(_ syntax: ExpressionSyntax, with other: ExpressionSyntax) -> String {
    guard !isSource, case .period(let periods) = syntax, periods.period.weekdays != nil,
      isWeekday(other)
    else { return operand(syntax) }
    return PeriodPrinter(language).print(periods.period)
  }

  private func isWeekday(_ syntax: ExpressionSyntax) -> Bool {
    switch syntax {
    case .call(let node): node.function == "weekday"
    case .name(let name):
      name.path.count == 1
        && (unnamed[name.path[0]].map(isWeekday) ?? brought.weekdays.contains(name.path[0]))
    default: false
    }
  }

  /// An operand, in brackets where it binds less strongly than its place asks for.
  private func operand(_ syntax: ExpressionSyntax, _ least: Strength = .sum) -> String {
    let text = text(of: syntax)
    return isSource && Strength(of: syntax) < least ? "(" + text + ")" : text
  }

  private func arithmeticText(_ node: ArithmeticSyntax) -> String {
    let isSum = node.arithmetic == .add || node.arithmetic == .subtract
    let sign =
      node.arithmetic == .wholeDivide ? query.word(.div).trimmed : node.arithmetic.rawValue
    return operand(node.left, isSum ? .sum : .product) + " " + sign + " "
      + operand(node.right, isSum ? .product : .factor)
  }

  private func textMatchText(_ node: TextMatchSyntax, isNegated: Bool = false) -> String {
    operand(node.subject) + " " + (isNegated ? query.word(.not) : "")
      + query.word(matchWord(node.kind)) + operand(node.pattern)
  }

  private func matchWord(_ kind: TextMatchSyntax.Kind) -> Keyword {
    switch kind {
    case .contains: .contains
    case .startsWith: .startsWith
    case .endsWith: .endsWith
    case .matches: .matches
    }
  }

  // MARK: - Names and values

  func nameText(_ path: [String]) -> String {
    if path.count == 1, let expression = unnamed[path[0]] {
      var inner = self
      inner.unnamed = [:]
      return inner.text(of: expression)
    }
    if path.count > 1, let rows = joined.last(where: { $0.name == path[0] }) {
      return rows.text + "." + rows.columns.nameText(Array(path.dropFirst()))
    }
    if language == .chinese, path.count == 1, let chinese = brought.chinese[path[0]] {
      return chinese
    }
    var current = words
    var parts: [String] = []
    for name in path {
      let column = current?.columns.first { $0.name == name }
      let constant = query.vocabulary.constants.first { $0.name == name }
      parts.append((column?.words ?? constant)?.text(in: language) ?? query.newName(name))
      current = column?.target.flatMap { query.vocabulary.entityIndex($0) }.map {
        query.vocabulary.entities[$0]
      }
    }
    return parts.joined(separator: ".")
  }

  private func conditionName(_ name: String) -> String {
    words?.conditions.first { $0.name == name }?.text(in: language) ?? name
  }

  private func valueText(_ list: ValueListSyntax) -> String {
    let names = list.values.map(valueText)
    guard names.count > 1 else { return names[0] }
    switch (language, list.joining) {
    case (.english, .all): return "both " + names.joined(separator: " and ")
    case (.english, .plainAnd) where isSource: return names.joined(separator: " and ")
    case (.english, _): return names.joined(separator: " or ")
    case (.chinese, .all) where isSource: return "共同" + names.joined(separator: "、")
    case (.chinese, .all): return names.joined(separator: "、") + "共同"
    case (.chinese, .plainAnd) where isSource: return names.joined(separator: "和")
    case (.chinese, _): return names.joined(separator: "、")
    }
  }

  /// The value's name in the language: its first spelling that is not the key.
  private func valueText(_ value: ValueSyntax) -> String {
    if isSource, let parameter = value.parameter, !parameter.name.isEmpty {
      return query.newName(parameter.name)
    }
    guard let type = value.type else { return value.key }
    if let standing = StandingWords.of(value) { return standing.text(in: language) }
    let spellings = query.vocabulary.values.filter { $0.type == type && $0.key == value.key }
    let isChinese = language == .chinese
    let fitting = spellings.first { isChinese != $0.spelling.utf8.allSatisfy { $0 < 0x80 } }
    let name = (fitting ?? spellings.first)?.spelling ?? value.key
    if isSource { return name }
    // Rows that share a name are told apart by their keys.
    let isShared = query.vocabulary.values.contains {
      $0.type == type && $0.spelling == name && $0.key != value.key
    }
    guard isShared else { return name }
    return isChinese ? "\(name)（\(value.key)）" : "\(name) (\(value.key))"
  }

  private func phraseText(_ phrase: PhraseSyntax) -> String {
    let wordings = words?.phrases.filter { $0.id == phrase.id } ?? []
    // The longest wording is the clearest: `closed in 2024` rather than `closed 2024`.
    let fitting = wordings.filter { $0.language == language }
    let clearest = fitting.max { $0.literalLength < $1.literalLength }
    // The first is the usual one, and the text is as short as it was.
    let wording = (isSource ? fitting.first : clearest) ?? wordings.first
    guard let wording else { return CanonicalText.of(.phrase(phrase)) }
    let parts = wording.elements.map { element in
      switch element {
      case .literal(let literal): literal
      case .slot(let slot): phrase.arguments[slot.name].map(argumentText) ?? slot.name
      }
    }
    return parts.joined(separator: wording.language == .english ? " " : "")
  }

  private func argumentText(_ argument: PhraseSyntax.Argument) -> String {
    switch argument {
    case .values(let list): valueText(list)
    case .periods(let periods): query.text(of: periods)
    case .number(let number): numberText(number)
    case .text(_, _, let parameter?) where isSource: query.newName(parameter.name)
    case .text(let text, _, _): quoted(text)
    }
  }

  // MARK: - Compounds

  private func membershipText(_ node: MembershipSyntax, isNegated: Bool = false) -> String {
    let subject = operand(node.subject) + " " + (isNegated ? query.word(.not) : "")
    switch node.kind {
    case .oneOf(let members): return subject + membersText(members, of: node.subject)
    case .between(let low, let high):
      return subject + query.word(.between) + operand(low) + " " + query.word(.and)
        + operand(high)
    case .has(let value): return subject + query.word(.has) + operand(value)
    case .relation(let relation, let value):
      return subject + relation.words(in: language) + " " + operand(value)
    }
  }

  private func membersText(
    _ members: [ExpressionSyntax], of subject: ExpressionSyntax
  ) -> String {
    // Between periods 、 would make one list of them.
    let list = members.map { compared($0, with: subject) }.joined(
      separator: isSource ? ", " : query.comma)
    guard members.count == 1, let member = members.first else {
      return query.word(.in) + "(" + list + ")"
    }
    switch member {
    case .period(let periods):
      let text = isSource ? query.text(of: periods) : list
      if isSource, periods.parameter == nil, case .open = periods.period { return text }
      return query.word(.in) + text
    case .values, .slot: return query.word(.in) + list
    default: return query.word(.in) + (isSource ? "(" + list + ")" : list)
    }
  }

  private func existenceText(_ node: ExistenceSyntax) -> String {
    let subject =
      switch node.subject {
      case .column(let name): nameText(name.path)
      case .related(let related): closedText(related)
      }
    let isEnglish = language == .english
    if !isEnglish, query.style == .source, let text = datedExistence(node) { return text }
    return switch node.quantity {
    case .some: isEnglish ? "with " + subject : "有" + subject
    case .none: isEnglish ? "without " + subject : "没有" + subject
    case .only: isEnglish ? "with only " + subject : "只有" + subject
    case .atLeast, .atMost, .exactly:
      isEnglish
        ? "with " + counted(node.quantity) + " " + subject : counted(node.quantity, "有") + subject
    }
  }

  /// For people it has to be seen where what is said of the inner rows ends.
  private func closedText(_ related: RelatedSyntax) -> String {
    let text = relatedText(related)
    let isOpen = !isSource && language == .english && related.clause.modifiers.count > 1
    return isOpen ? "(" + text + ")" : text
  }

  /// 本月没有检查 says more simply what 没有本月的检查 does.
  private func datedExistence(_ node: ExistenceSyntax) -> String? {
    guard node.quantity == .some || node.quantity == .none,
      case .related(let related) = node.subject
    else { return nil }
    let clause = related.clause
    let dates = clause.modifiers.compactMap {
      if case .mainDate(let date) = $0 { date } else { nil }
    }
    guard dates.count == 1 else { return nil }
    let others = clause.modifiers.filter { if case .mainDate = $0 { false } else { true } }
    let rest = ClauseSyntax(
      entity: clause.entity, base: clause.base, modifiers: others,
      nounPlace: clause.nounPlace, place: clause.place)
    return query.text(of: dates[0]) + (node.quantity == .some ? "有" : "没有")
      + relatedText(RelatedSyntax(path: related.path, clause: rest))
  }

  /// One condition is said with `if`, several with `case`.
  private func conditionalText(_ node: ConditionalSyntax) -> String {
    let isIf = node.branches.count == 1 && node.otherwise != nil
    var parts = node.branches.map { branch in
      query.word(isIf ? .if : .when) + text(of: branch.condition) + " " + query.word(.then)
        + operand(branch.value)
    }
    if let otherwise = node.otherwise { parts.append(query.word(.else) + operand(otherwise)) }
    return (isIf ? "" : query.word(.case)) + parts.joined(separator: " ")
  }

  private func callText(_ node: CallSyntax) -> String {
    let words = query.vocabulary.functions.first { $0.name == node.function }
    let name = language == .chinese ? words?.chinese ?? node.function : node.function
    // Between periods 、 would make one list of them.
    return name + "(" + node.arguments.map(text(of:)).joined(separator: query.itemComma) + ")"
  }
}

extension String {
  var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
