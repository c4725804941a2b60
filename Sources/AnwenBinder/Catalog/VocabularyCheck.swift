import AnwenDiagnostics
import AnwenSyntax

/// Finds words of a model that make questions hard to read.
///
/// They are warnings: each question is still read by the rules, or refused as ambiguous.
struct VocabularyCheck {
  private let words: [DeclaredWord]
  private let keywords = Keyword.allCases.flatMap(\.spellings).map { spelling in
    (spelling, WidthFolding.units(of: spelling, lowercased: true))
  }
  /// Where each word is known: by its units, the entities that have it; nil stands for all.
  private var scopes: [[UInt32]: Set<Int?>] = [:]
  private var values: Set<[UInt32]> = []
  /// Words of entities and relations, of which `N数` is the count.
  private var nouns: Set<[UInt32]> = []
  private var diagnostics: [Diagnostic] = []

  /// - Parameter model: the model of `catalog`, which has no errors.
  static func warnings(of catalog: Catalog, model: ModelSyntax) -> [Diagnostic] {
    var check = VocabularyCheck(catalog, words: DeclaredWord.all(of: catalog, model: model))
    for word in check.words where word.units.count <= longestWord { check.check(word) }
    return check.diagnostics
  }

  private init(_ catalog: Catalog, words: [DeclaredWord]) {
    self.words = words
    for word in words {
      scopes[word.units, default: []].insert(word.scope)
      if word.kind == .entity || word.kind == .relation { nouns.insert(word.units) }
    }
    for spelling in catalog.enumerations.flatMap(\.cases).flatMap(\.spellings) {
      let units = WidthFolding.units(of: spelling.text, lowercased: true)
      values.insert(units)
      scopes[units, default: []].insert(nil)
    }
  }

  private mutating func check(_ word: DeclaredWord) {
    if word.kind == .condition, values.contains(word.units) {
      report(.conditionEqualsValue(word.text), at: word)
    }
    if word.kind == .column, word.units.last == VocabularyCheck.countMark {
      let noun = (1..<word.units.count).lazy.map {
        Array(word.units[$0 - 1..<word.units.count - 1])
      }
      .first { nouns.contains($0) }
      if let noun {
        report(.endsLikeCount(word.text, entity: VocabularyCheck.text(noun)), at: word)
      }
    }
    if let (keyword, rest) = keywordAndWord(word) {
      report(.keywordAndWord(word.text, keyword: keyword, word: rest), at: word)
    } else if let parts = sequence(word) {
      report(.sequenceOfWords(word.text, parts: parts.map(VocabularyCheck.text)), at: word)
    }
  }

  private mutating func report(_ problem: CatalogProblem, at word: DeclaredWord) {
    diagnostics.append(Diagnostic(problem, at: word.place, severity: .warning))
  }

  /// Longer names are no words that somebody types, and cost much to take apart.
  private static let longestWord = 64

  /// 数, which behind a noun counts.
  private static let countMark: UInt32 = 0x6570

  private static func text(_ units: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for unit in units { Unicode.Scalar(unit).map { text.append($0) } }
    return String(text)
  }

  // MARK: Other readings

  /// Whether a part is a word where the whole is: of the same entity, or of all.
  private func isWord(_ part: ArraySlice<UInt32>, beside word: DeclaredWord) -> Bool {
    guard let known = scopes[Array(part)] else { return false }
    return known.contains(nil) || known.contains(word.entity)
  }

  /// A keyword and a word that the whole equals, if any.
  private func keywordAndWord(_ word: DeclaredWord) -> (keyword: String, word: String)? {
    for (spelling, keyword) in keywords {
      guard word.units.count > keyword.count, word.units.starts(with: keyword),
        let start = word.partStart(behind: keyword.count)
      else { continue }
      let rest = word.units[start...]
      if isWord(rest, beside: word) { return (spelling, VocabularyCheck.text(Array(rest))) }
    }
    return nil
  }

  /// The fewest words, at least two, that the whole equals.
  ///
  /// An entity's word before another name of the same thing says the same: 隐患类别.
  private func sequence(_ word: DeclaredWord) -> [[UInt32]]? {
    let count = word.units.count
    // For each place the fewest parts that lead there.
    var best: [[[UInt32]]?] = Array(repeating: nil, count: count + 1)
    best[0] = []
    for start in 0..<count {
      guard let before = best[start] else { continue }
      for end in start + 1...count where end - start < count {
        let part = word.units[start..<end]
        guard let next = word.partStart(behind: end), isWord(part, beside: word) else { continue }
        let parts = before + [Array(part)]
        if parts.count < best[next]?.count ?? .max { best[next] = parts }
      }
    }
    guard let parts = best[count], parts.count > 1 else { return nil }
    return saysTheSame(parts, as: word) ? nil : parts
  }

  private func saysTheSame(_ parts: [[UInt32]], as word: DeclaredWord) -> Bool {
    guard parts.count == 2, let entity = word.scope else { return false }
    return words.contains { $0.kind == .entity && $0.entity == entity && $0.units == parts[0] }
      && words.contains { $0.thing == word.thing && $0.units == parts[1] }
  }
}

/// A word that a model declares, with what it names.
private struct DeclaredWord {
  let text: String
  let units: [UInt32]
  let place: SourceRange
  let kind: NameKind
  /// The entity to which it belongs, by its place; nil for a constant.
  let entity: Int?
  /// Equal for the names of one thing.
  let thing: Int

  /// The entity in which it is known, or nil where that is everywhere.
  var scope: Int? { kind == .entity ? nil : entity }

  /// Where the next word may start behind a place: there, or behind a space; nil inside a word
  /// of Latin letters.
  func partStart(behind end: Int) -> Int? {
    guard end < units.count else { return end }
    if units[end] == UnitMark.space { return end + 1 }
    return UnitClass.cutsLatin(units, at: end) ? nil : end
  }

  /// The words that can stand alone in a query; those of a phrase stand beside its slots.
  static func all(of catalog: Catalog, model: ModelSyntax) -> [DeclaredWord] {
    var words: [DeclaredWord] = []
    var thing = 0
    func add(_ names: ModelNames, _ kind: NameKind, of entity: Int?) {
      thing += 1
      for word in names.words {
        let units = WidthFolding.units(of: word.text, lowercased: true)
        words.append(
          DeclaredWord(
            text: word.text, units: units, place: word.place.range, kind: kind, entity: entity,
            thing: thing))
      }
    }
    for constant in model.constants { add(constant.names, .constant, of: nil) }
    for (index, declaration) in model.entities.enumerated() {
      add(declaration.names, .entity, of: index)
      for detail in declaration.details {
        switch detail {
        case .column(let column):
          add(column.names, .column, of: index)
          if let reverse = column.reverse {
            let target = catalog.entities[index].column(column.names.canonical.text)?.target
            add(reverse, .relation, of: target.flatMap(catalog.entityIndex))
          }
        case .condition(let names, _): add(names, .condition, of: index)
        case .measure(let measure): add(measure.names, .measure, of: index)
        case .file, .plural, .key, .label, .mainDate, .life, .defaults, .phrase, .sample: break
        }
      }
    }
    return words
  }
}
