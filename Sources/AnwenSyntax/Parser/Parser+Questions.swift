/// Words that make a question of a form: `which points have no inspections`, 期限是什么.
///
/// They change nothing: what is asked for are the rows or the values.
extension Parser {
  ///     questions = "which" clause [ linked ] | ( "are there" | "is there" ) [ "any" ] clause
  ///               | ( "what is" | "what are" ) [ "the" ] ( chosen | sums )
  ///               | which_zh plain_clause [ modifiers ] | plain_clause ( "有" | "是" ) "哪些"
  ///               | modifiers "是" which_zh noun | there_is plain_clause .
  mutating func parseQuestions(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    let start = skipSpace(position)
    guard start < limit else { return [] }
    var found =
      UnitClass.isLatin(text.folded[start]) ? englishQuestions(of: entity, at: start) : []
    if let end = anyLiteralEnd(Parser.thereIs, at: start) {
      return plainClauses(of: entity, at: end).map { asked($0, behind: WordSpan(start, end)) }
    }
    guard isAhead("哪", from: start) else { return found }
    guard let which = whichEnd(at: start) else {
      return found + parseAskedNouns(of: entity, at: start)
    }
    for clause in plainClauses(of: entity, at: which) {
      let runs = parseModifierRun(entity, at: clause.end, placement: .before, pending: nil)
      found += runs.map { run in
        let whole = clause.joined(run) { $0.with(modifiers: $0.modifiers + $1.conditions) }
        return asked(whole, behind: WordSpan(start, which))
      }
    }
    return found
  }

  private static let thereIs = ["有没有", "有无", "是否有", "有哪些", "有什么"]

  /// 哪些, 哪几个, 哪个.
  ///
  ///     which_zh = ( "哪些" | "哪几" | "哪" ) { measure_word } .
  private func whichEnd(at start: Int) -> Int? {
    anyLiteralEnd(["哪些", "哪几", "哪"], at: start).map {
      skipParticles(Parser.measureWords, at: $0)
    }
  }

  /// The rows of a clause, with the word before it that asks for them.
  private mutating func asked(
    _ clause: Reading<ClauseSyntax>, behind word: WordSpan
  ) -> Reading<ShortForm> {
    let entity = vocabulary.entityIndex(clause.node.entity) ?? 0
    let form = ShortForm(
      clause: clause.node, stages: [], scope: scopeIndex(ofEntity: entity))
    return Reading(form, end: clause.end, words: [word] + clause.words)
  }

  /// 本月没有检查的点位有哪些, 本月没有检查的是哪些点位.
  private mutating func parseAskedNouns(
    of entity: Int, at start: Int
  ) -> [Reading<ShortForm>] {
    var found: [Reading<ShortForm>] = []
    for clause in plainClauses(of: entity, at: start) {
      guard let end = anyLiteralEnd(["有哪些", "是哪些"], at: clause.end) else { continue }
      let form = asked(clause, behind: WordSpan(clause.end, end))
      found.append(
        Reading(form.node, end: end, words: clause.words + [WordSpan(clause.end, end)]))
    }
    for run in parseModifierRun(entity, at: start, placement: .before, pending: nil)
    where !run.node.conditions.isEmpty {
      guard let verb = literalEnd("是", at: run.end), let which = whichEnd(at: verb) else {
        continue
      }
      found += plainClauses(of: entity, at: which).map { clause in
        let whole = run.joined(clause) { $1.with(modifiers: $0.conditions + $1.modifiers) }
        let form = asked(whole, behind: WordSpan(run.end, which))
        return Reading(
          form.node, end: clause.end,
          words: run.words + [WordSpan(run.end, which)] + clause.words)
      }
    }
    return found
  }

  // MARK: - English

  private mutating func englishQuestions(
    of entity: Int, at start: Int
  ) -> [Reading<ShortForm>] {
    if let end = anyLiteralEnd(["are there", "is there"], at: start) {
      let head = literalEnd("any", at: skipSpace(end)) ?? end
      return parseClause(of: entity, noun: .entity(entity), at: head, isNested: false).map {
        asked($0, behind: WordSpan(start, head))
      }
    }
    if let end = anyLiteralEnd(["what is", "what are"], at: start) {
      let head = literalEnd("the", at: skipSpace(end)) ?? end
      return (parseChosen(of: entity, at: head) + parseSums(of: entity, at: head)).map {
        Reading($0.node, end: $0.end, words: [WordSpan(start, head)] + $0.words)
      }
    }
    guard let which = literalEnd("which", at: start) else { return [] }
    let clauses = parseClause(of: entity, noun: .entity(entity), at: which, isNested: false)
    return clauses.flatMap { clause in
      ([clause] + linked(clause, entity)).map { asked($0, behind: WordSpan(start, which)) }
    }
  }

  /// `which hazards are overdue`, `which points have no inspections`.
  ///
  ///     linked = ( "are" | "is" | "were" | "was" ) modifiers | ( "have" | "has" | "had" ) had .
  mutating func linked(
    _ clause: Reading<ClauseSyntax>, _ entity: Int
  ) -> [Reading<ClauseSyntax>] {
    let start = skipSpace(clause.end)
    if let verb = anyLiteralEnd(["are", "is", "were", "was"], at: start) {
      return parseModifierRun(entity, at: verb, placement: .after, pending: nil)
        .filter { !$0.node.conditions.isEmpty }
        .map { run in
          clause.joined(run) { $0.with(modifiers: $0.modifiers + $1.conditions) }
        }
    }
    guard let verb = anyLiteralEnd(["have", "has", "had"], at: start) else { return [] }
    return parseHad(entity, at: verb).map { atom in
      clause.joined(atom) { $0.with(modifiers: $0.modifiers + [$1.condition]) }
    }
  }

  // MARK: - Behind values and figures

  private static let whatWords = [
    "是什么", "是多少", "为多少", "是谁", "是哪些", "有哪些", "是哪天", "是哪一天", "是几号",
  ]

  /// 任务16的期限是什么, 今年销号率是多少: the same without the question.
  ///
  ///     what_zh = "是什么" | "是多少" | … .
  func withQuestion(_ form: Reading<ShortForm>) -> [Reading<ShortForm>] {
    guard let end = anyLiteralEnd(Parser.whatWords, at: form.end) else { return [form] }
    return [form, Reading(form.node, end: end, words: form.words + [WordSpan(form.end, end)])]
  }

  /// 任务及责任领导: the columns that are always shown, and further ones.
  ///
  ///     added = plain_clause "及" path { ( "和" | "、" | "及" | "与" ) path } .
  mutating func parseAdded(of entity: Int, at position: Int) -> [Reading<ShortForm>] {
    guard isAhead("及", from: position) else { return [] }
    return plainClauses(of: entity, at: position).flatMap { clause -> [Reading<ShortForm>] in
      guard let and = literalEnd("及", at: clause.end) else { return [] }
      let columns = parseColumns(of: entity, at: and, joinedBy: ["和", "、", "及", "与"])
      return columns.map { clause.joined($0) { derived($1, of: $0, entity) } }
    }
  }

  private mutating func derived(
    _ items: [ItemSyntax], of clause: ClauseSyntax, _ entity: Int
  ) -> ShortForm {
    let scope = scopeIndex(ofEntity: entity)
    return ShortForm(
      clause: clause, stages: [StageSyntax(.derive(items), place: clause.place)], scope: scope)
  }
}
