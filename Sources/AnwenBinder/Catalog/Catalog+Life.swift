import AnwenSyntax

/// What the words of an entity say about the days on which its rows exist.
extension Catalog {
  /// The bodies are looked at as text: whatever could be otherwise on another day counts as such.
  func lifeWords(of entity: Entity) -> LifeWords? {
    let from = entity.life.from.map { entity.columns[$0] }
    let to = entity.life.to.map { entity.columns[$0] }
    guard from != nil || to != nil else { return nil }
    let unsteady = words(
      of: entity, about: Self.wordsOfToday + (to.map { Self.spellings(of: $0.words) } ?? []))
    let today = Set(words(of: entity, about: Self.today))
    let others = Set(words(of: entity, about: Self.wordsOfOthers))
    func steady(_ words: NamedWords) -> Bool { !unsteady.contains(words.name) }
    let ended = to.map { conditions(of: entity, saying: Self.endings(of: $0)) } ?? []
    let open = to.map { Self.lastings(of: $0, from: from, ended: ended) } ?? []
    return LifeWords(
      from: from?.name, to: to?.name, ended: ended, lasting: conditions(of: entity, saying: open),
      ofToday: Set(entity.conditions.map(\.words.name)).intersection(today).subtracting(others),
      steadyConditions: Set(entity.conditions.map(\.words).filter(steady).map(\.name)),
      steadyPhrases: Set(entity.phrases.filter { isSteady($0.body, unsteady) }.map(\.id)),
      steadyColumns: Set(entity.columns.map(\.words).filter(steady).map(\.name)))
  }

  /// The words given, and the names of the conditions and columns whose bodies have one of them.
  private func words(of entity: Entity, about seeds: [String]) -> [String] {
    var known = seeds
    var found = true
    while found {
      found = false
      for (words, body) in named(of: entity) {
        let spellings = Self.spellings(of: words)
        guard !known.contains(spellings[0]), !isSteady(body, known) else { continue }
        known += spellings
        found = true
      }
    }
    return known
  }

  private static let today = ["today", "今天"]
  /// What is about other rows, of which more is to be known.
  private static let wordsOfOthers = ["with", "count", "有"]
  private static let wordsOfToday =
    today + ["yesterday", "this ", "last ", "next ", "今", "本", "上", "近"] + wordsOfOthers

  private static func spellings(of words: NamedWords) -> [String] {
    [words.name] + words.spellings.map(\.text).filter { $0 != words.name }
  }

  private func named(of entity: Entity) -> [(NamedWords, ModelBody)] {
    entity.conditions.map { ($0.words, $0.body) }
      + entity.columns.compactMap { column in
        if case .derived(let body) = column.source { (column.words, body) } else { nil }
      }
  }

  private func text(of body: ModelBody) -> String {
    text.source.slice(text.range(body.units.lowerBound, body.units.upperBound))
  }

  private func isSteady(_ body: ModelBody, _ unsteady: [String]) -> Bool {
    let text = text(of: body)
    return !unsteady.contains { text.contains($0) }
  }

  /// The names of the conditions whose body is one of these.
  private func conditions(of entity: Entity, saying bodies: [String]) -> Set<String> {
    Set(
      entity.conditions.filter { condition in
        let words = text(of: condition.body).split(whereSeparator: \.isWhitespace)
        return bodies.contains(words.joined(separator: " "))
      }.map(\.words.name))
  }

  private static func endings(of to: EntityColumn) -> [String] {
    spellings(of: to.words).flatMap {
      ["\($0) is not missing", "\($0) <= today", "\($0) 不缺失", "\($0) <= 今天"]
    }
  }

  private static func lastings(
    of to: EntityColumn, from: EntityColumn?, ended: Set<String>
  ) -> [String] {
    let open =
      spellings(of: to.words).flatMap { ["\($0) is missing", "\($0) > today", "\($0) 缺失"] }
      + ended.sorted().map { "not \($0)" }
    let begun = from.map { spellings(of: $0.words) } ?? []
    return open + begun.flatMap { from in open.map { "\(from) <= today and \($0)" } }
  }
}
