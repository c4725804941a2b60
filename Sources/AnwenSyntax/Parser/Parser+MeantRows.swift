import AnwenDiagnostics

/// Which rows before 的 are meant, where a text has several readings up to one end.
///
/// Long texts have many, so what decides is found once for each part, and a run is made for those
/// only that are meant.
extension Parser {
  /// Rows before 的, read from some place on.
  struct AttributiveClause: Sendable {
    let entity: Int
    let reading: Reading<ClauseSyntax>
    let noun: SourceRange
    /// Where the existences that are said of the noun start.
    let existenceStarts: [Int]

    init(_ reading: Reading<ClauseSyntax>, of entity: Int) {
      self.entity = entity
      self.reading = reading
      noun = reading.node.nounPlace.range
      existenceStarts = reading.node.modifiers.flatMap(\.said).compactMap {
        $0.relatedExistence?.start
      }
    }
  }

  /// A run that begins with rows before 的.
  struct RowsRun: Sendable {
    let clause: AttributiveClause
    let link: String
    let rest: Reading<ModifierRun>
    /// What the rest says.
    let said: SaidInRun
  }

  /// What a run says that other readings say of rows before 的.
  struct SaidInRun: Sendable {
    private(set) var phraseEnds: [Int] = []
    private(set) var existences: [ExpressionSyntax.RelatedExistence] = []

    init(_ run: ModifierRun) {
      for part in run.conditions.flatMap(\.said) {
        if case .phrase(let phrase) = part {
          phraseEnds.append(phrase.place.range.end)
        } else if let existence = part.relatedExistence {
          existences.append(existence)
        }
      }
    }
  }

  /// What is said with rows before 的 and without, each where it is meant rather.
  func meant(
    _ rows: [RowsRun], beside runs: [Reading<ModifierRun>]
  ) -> [Reading<ModifierRun>] {
    guard !rows.isEmpty else { return runs }
    // The rows at the head of runs, by where the run and then where their noun ends.
    var heads: [Int: [Int: [AttributiveClause]]] = [:]
    for row in rows {
      heads[row.rest.end, default: [:]][row.clause.noun.end, default: []].append(row.clause)
    }
    var others: [Reading<ModifierRun>] = []
    var saidBeside: [Int: [SaidInRun]] = [:]
    for run in runs {
      if let heads = heads[run.end] {
        let said = SaidInRun(run.node)
        if isOverruled(said, by: heads) { continue }
        saidBeside[run.end, default: []].append(said)
      }
      others.append(run)
    }
    return others
      + rows.filter { row in
        // Rows further on in the run may be those of another reading, with all that stands before.
        !(saidBeside[row.rest.end] ?? []).contains { isMeant(row.clause, rather: $0) == false }
          && !isOverruled(row.said, by: heads[row.rest.end] ?? [:])
      }.map { row in
        let (head, rest) = (row.clause.reading, row.rest)
        return Reading(
          rest.node.prefixed(by: existence(of: head.node, by: row.link)), end: rest.end,
          words: head.words + rest.words)
      }
  }

  private func isOverruled(_ said: SaidInRun, by heads: [Int: [AttributiveClause]]) -> Bool {
    said.existences.contains { existence in
      (heads[existence.noun.end] ?? []).contains { isMeant($0, rather: said) == true }
    }
  }

  /// Whether rows at the head of a run are meant rather than what another run says with their
  /// noun; nil where it says nothing with it.
  private func isMeant(_ rows: AttributiveClause, rather said: SaidInRun) -> Bool? {
    if said.phraseEnds.contains(rows.noun.end) { return false }
    guard let rival = said.existences.first(where: { $0.noun == rows.noun }) else { return nil }
    // 未 denies the word behind it: 未销号隐患的点位 are those of hazards that are not closed.
    if rival.isNone, beginsWithNot(rival.start) { return true }
    // 没有 stays open until its own noun, and that is the first that can be.
    return rival.isRows || rows.existenceStarts.contains(rival.start)
  }

  /// Whether 未 or its kin, and not 没有, stands at a place of the source.
  private func beginsWithNot(_ start: Int) -> Bool {
    let words = text.source.text.utf8.dropFirst(start)
    func begins(with keyword: Keyword) -> Bool {
      keyword.spellings.contains { words.starts(with: $0.utf8) }
    }
    return begins(with: .not) && !begins(with: .without)
  }
}

extension ExpressionSyntax {
  /// The parts of a condition that are joined or denied in it.
  var said: [ExpressionSyntax] {
    switch self {
    case .and(let operands), .or(let operands): operands.flatMap(\.said)
    case .not(let operand, _), .negated(let operand, _): operand.said
    default: [self]
    }
  }

  /// An existence of rows.
  struct RelatedExistence: Sendable {
    let start: Int
    let noun: SourceRange
    /// Whether there are to be none.
    let isNone: Bool
    /// Whether it was said without 有.
    let isRows: Bool
  }

  var relatedExistence: RelatedExistence? {
    guard case .existence(let node) = self, case .related(let related) = node.subject else {
      return nil
    }
    let start = node.place.range.start
    return RelatedExistence(
      start: start, noun: related.clause.nounPlace.range, isNone: node.quantity == .none,
      isRows: start == related.clause.place.range.start)
  }
}
