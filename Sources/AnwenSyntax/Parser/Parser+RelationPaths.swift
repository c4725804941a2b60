/// Rows that several relations lead to, one from the other: `points.inspections`.
extension Parser {
  /// The most steps that a path of relations has.
  static let relationPathLimit = 8

  /// A path of relations as it stands in the text.
  struct RelationPath {
    let names: [String]
    /// The entity whose rows it reaches.
    let target: Int
    /// One for each step.
    let words: [WordSpan]

    var start: Int { Int(words[0].start) }
    var end: Int { Int(words[words.count - 1].end) }
  }

  /// The nouns of clauses about rows that several steps lead to from an entity's.
  ///
  ///     relation = RELATION { "." RELATION } .
  mutating func pathClauses(
    of entity: Int, at position: Int, pending: PendingPeriod?
  ) -> [Reading<RelatedSyntax>] {
    var found: [Reading<RelatedSyntax>] = []
    var known: Set<[String]> = []
    let paths = relationPaths(of: entity, from: position)
    for path in paths where known.insert(path.names).inserted {
      let same = paths.filter { $0.names == path.names }
      found += parseClause(
        of: path.target, noun: .path(same), at: position, isNested: true, pending: pending
      ).map { finishRelated($0, path: path.names) }
    }
    return found
  }

  /// The paths of two steps and more that stand anywhere from a position on.
  mutating func relationPaths(of entity: Int, from position: Int) -> [RelationPath] {
    if lastPathPoint < position { return [] }
    if relationPathsOfEntity[entity] == nil {
      var all: [RelationPath] = []
      for unit in start..<limit { all += paths(of: entity, at: unit, behind: ([], [])) }
      relationPathsOfEntity[entity] = all
    }
    return relationPathsOfEntity[entity, default: []].filter { $0.start >= position }
  }

  /// The paths that begin with some names before a place.
  private mutating func paths(
    of entity: Int, at place: Int, behind head: (names: [String], words: [WordSpan])
  ) -> [RelationPath] {
    guard head.names.count < Parser.relationPathLimit else { return [] }
    var found: [RelationPath] = []
    for word in relationWords(of: entity, at: place) {
      let all = (head.names + [word.name], head.words + [WordSpan(place, word.end)])
      if !head.names.isEmpty {
        found.append(RelationPath(names: all.0, target: word.target, words: all.1))
      }
      guard word.end < limit, text.folded[word.end] == 0x2e else { continue }
      found += paths(of: word.target, at: word.end + 1, behind: all)
    }
    return found
  }

  /// The relations, lists and references of an entity whose names stand at a place.
  mutating func relationWords(
    of entity: Int, at place: Int
  ) -> [(name: String, target: Int, end: Int)] {
    let owner = vocabulary.entities[entity]
    return words(at: place).compactMap { word in
      let step: (name: String, target: String?)
      switch word.meaning {
      case .relation(entity, let index):
        step = (owner.relations[index].name, owner.relations[index].target)
      case .column(entity, let index):
        step = (owner.columns[index].name, owner.columns[index].target)
      default: return nil
      }
      return step.target.flatMap { vocabulary.entityIndex($0) }.map { (step.name, $0, word.end) }
    }
  }
}

/// What stands for the rows of a clause.
enum ClauseNoun {
  case word(WordMeaning)
  /// One path of relations, at each place where it stands.
  case path([Parser.RelationPath])
}
