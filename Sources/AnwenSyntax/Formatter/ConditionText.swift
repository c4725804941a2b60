import AnwenDiagnostics

/// Says conditions and expressions about the rows of one entity.
struct ConditionText {
  private let query: QueryText
  private let entity: Int?

  init(_ query: QueryText, entity: Int?) {
    self.query = query
    self.entity = entity
  }

  private var language: Language { query.language }
  private var words: EntityWords? { entity.map { query.vocabulary.entities[$0] } }

  func text(of syntax: ExpressionSyntax) -> String {
    switch syntax {
    case .number, .bool, .key, .slot: CanonicalText.of(syntax)
    case .text(let text, _): "“" + text + "”"
    case .period(let periods): query.period(periods.period)
    case .mainDate(let periods): mainDateText(query.period(periods.period))
    case .values(let list): valueText(list)
    case .bareValues(let list): bareValuesText(list)
    case .name(let name): nameText(name.path)
    case .condition(let name, _): conditionName(name)
    case .phrase(let phrase): phraseText(phrase)
    case .not(let operand, _): negation(text(of: operand))
    case .and(let operands): join(operands, .and)
    case .or(let operands): join(operands, .or)
    case .comparison(let node):
      text(of: node.left) + " " + node.comparison.rawValue + " " + text(of: node.right)
    case .arithmetic(let node):
      text(of: node.left) + " " + node.arithmetic.rawValue + " " + text(of: node.right)
    case .negated(let operand, _): "-" + text(of: operand)
    case .membership(let node): membershipText(node)
    case .isMissing(let operand, _): text(of: operand) + " " + query.word(.isMissing).trimmed
    case .textMatch(let node):
      text(of: node.subject) + " " + query.word(matchWord(node.kind)) + text(of: node.pattern)
    case .existence(let node): existenceText(node)
    case .aggregate(let node): aggregateText(node)
    case .call(let node): callText(node)
    case .conditional(let node):
      query.word(.if) + text(of: node.condition) + " " + query.word(.then)
        + text(of: node.then) + " " + query.word(.else) + text(of: node.otherwise)
    }
  }

  /// Names the column that bare values are about.
  private func bareValuesText(_ list: ValueListSyntax) -> String {
    let type = list.values.first?.type
    let columns = words?.columns.filter { $0.valueType == type } ?? []
    guard columns.count == 1, let column = columns.first else { return valueText(list) }
    let name = column.words.text(in: language)
    return language == .english ? "with \(name) \(valueText(list))" : "\(name)为\(valueText(list))"
  }

  /// Names the date that a bare period is about.
  private func mainDateText(_ period: String) -> String {
    guard let words, let column = words.mainDate.map({ words.columns[$0] }) else { return period }
    let name = column.words.text(in: language)
    return language == .english ? "with \(name) in \(period)" : "\(name)在\(period)"
  }

  private func negation(_ text: String) -> String {
    language == .english ? "not " + text : "未" + text
  }

  private func join(_ operands: [ExpressionSyntax], _ keyword: Keyword) -> String {
    "(" + operands.map(text(of:)).joined(separator: " " + query.word(keyword)) + ")"
  }

  private func matchWord(_ kind: TextMatchSyntax.Kind) -> Keyword {
    switch kind {
    case .contains: .contains
    case .startsWith: .startsWith
    case .endsWith: .endsWith
    }
  }

  // MARK: - Names and values

  private func nameText(_ path: [String]) -> String {
    var current = words
    var parts: [String] = []
    for name in path {
      let column = current?.columns.first { $0.name == name }
      let constant = query.vocabulary.constants.first { $0.name == name }
      parts.append((column?.words ?? constant)?.text(in: language) ?? name)
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
    case (.english, _): return names.joined(separator: " or ")
    case (.chinese, .all): return names.joined(separator: "、") + "共同"
    case (.chinese, _): return names.joined(separator: "、")
    }
  }

  /// The value's name in the language: its first spelling that is not the key.
  private func valueText(_ value: ValueSyntax) -> String {
    guard let type = value.type else { return value.key }
    let spellings = query.vocabulary.values.filter { $0.type == type && $0.key == value.key }
    let isChinese = language == .chinese
    let fitting = spellings.first { isChinese != $0.spelling.utf8.allSatisfy { $0 < 0x80 } }
    let name = (fitting ?? spellings.first)?.spelling ?? value.key
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
    let wording = fitting.max { $0.literalLength < $1.literalLength } ?? wordings.first
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
    case .periods(let periods): query.period(periods.period)
    case .number(let number): number.digits
    case .text(let text, _): "“" + text + "”"
    }
  }

  // MARK: - Compounds

  private func membershipText(_ node: MembershipSyntax) -> String {
    let subject = text(of: node.subject)
    switch node.kind {
    case .oneOf(let members):
      let list = members.map(text(of:)).joined(separator: query.comma)
      return subject + " " + query.word(.in) + (members.count > 1 ? "(" + list + ")" : list)
    case .between(let low, let high):
      return subject + " " + query.word(.between) + text(of: low) + " " + query.word(.and)
        + text(of: high)
    case .has(let value): return subject + " " + query.word(.has) + text(of: value)
    }
  }

  private func existenceText(_ node: ExistenceSyntax) -> String {
    let subject =
      switch node.subject {
      case .column(let name): nameText(name.path)
      case .related(let name, let clause): relatedText(name, clause)
      }
    let isEnglish = language == .english
    return switch node.quantity {
    case .some: isEnglish ? "with " + subject : "有" + subject
    case .none: isEnglish ? "without " + subject : "没有" + subject
    case .atLeast(let count):
      isEnglish ? "with at least \(count) " + subject : "至少有\(count)个" + subject
    case .atMost(let count):
      isEnglish ? "with at most \(count) " + subject : "至多有\(count)个" + subject
    case .exactly(let count):
      isEnglish ? "with exactly \(count) " + subject : "恰好有\(count)个" + subject
    }
  }

  private func relatedText(_ name: String, _ clause: ClauseSyntax) -> String {
    let relation = words?.relations.first { $0.name == name }?.words
    let column = words?.columns.first { $0.name == name }?.words
    return query.text(of: clause, named: relation ?? column)
  }

  private func aggregateText(_ node: AggregateSyntax) -> String {
    var inner = ""
    if let relation = node.relation {
      let target = query.vocabulary.entityIndex(relation.clause.entity)
      let rows = relatedText(relation.name, relation.clause)
      let argument = node.argument.map { ConditionText(query, entity: target).text(of: $0) }
      inner = joinArgument(argument, rows)
    } else if let argument = node.argument {
      inner = text(of: argument)
    }
    let call = node.function.spelling(in: language) + (inner.isEmpty ? "" : "(" + inner + ")")
    guard let filter = node.filter else { return call }
    return call + " " + query.word(.where) + text(of: filter)
  }

  private func joinArgument(_ argument: String?, _ rows: String) -> String {
    guard let argument else { return rows }
    return language == .english ? argument + " of " + rows : rows + "的" + argument
  }

  private func callText(_ node: CallSyntax) -> String {
    let words = FunctionWords.all.first { $0.name == node.function }
    let name = language == .chinese ? words?.chinese ?? node.function : node.function
    return name + "(" + node.arguments.map(text(of:)).joined(separator: query.comma) + ")"
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
