/// Reads one statement into every tree that it may mean.
///
/// A memoised recursive descent over positions: each rule maps a place to the places where it may
/// end, so unspaced Chinese is never split greedily and a local ambiguity costs no more than its
/// own cells. Never fails: where no reading covers the text, a diagnostic says why.
///
/// The grammar is `Grammar/anwen.ebnf`; each rule here shows its production without parameters and
/// signs of white space.
package struct Parser {
  let text: LexedText
  let vocabulary: Vocabulary
  let periods: PeriodParser
  /// The first unit of the statement.
  let start: Int
  /// The unit behind the statement.
  let limit: Int
  /// The last unit that may stand behind a noun that is counted; nil where there is none.
  ///
  /// Found once: every value of a long text asks for it.
  let lastCountMark: Int?
  /// The last unit at which the word for the rows outside begins; nil where there is none.
  let lastOuterWord: Int?
  /// The last point between two words, or −1.
  let lastPathPoint: Int

  var scopes: [ParserScope] = []
  var entityScopes: [Int: Int] = [:]
  /// The paths of relations that begin with one of an entity's; found when first needed.
  var relationPathsOfEntity: [Int: [RelationPath]] = [:]
  /// The last place of each sign that was asked for; −1 where there is none.
  var lastPlaces: [Int: Int] = [:]
  /// The last unit at which the word `end` begins, or −1; found when first needed.
  var lastEndWord: Int?
  /// Where a key that is an entity itself stands last, or −1, by the entity.
  var lastRowKeys: [Int: Int] = [:]
  /// The last place of each noun of the vocabulary.
  var nounPlaces: [Int: Int] = [:]
  /// Where rows may stand before 的; found when first needed.
  var attributiveNouns: [AttributiveNoun]?
  var cells: [LatticeCell]
  var memo = ParserMemo()
  var failure = ParserFailure()
  var depth = 0
  /// How many modifiers stand one behind the other, those of enclosing nouns not counted.
  var modifierDepth = 0
  /// Whether a value is read also where a name has its spelling: in the model, where a column's
  /// type decides, and not in a query, where the name wins.
  var readsShadowedValues = false
  /// Whether a noun that stands nowhere is tried as well, so that modifiers before a noun that is
  /// still to be typed are read.
  var triesEveryNoun = false
  /// Names of the slots that may stand in braces, in the body of a phrase.
  var slots: [String] = []
  /// Whether slots stand without braces, in the body of a script's definition.
  var slotsAreBare = false
  /// What the script has named so far.
  let names: ScriptNames

  package init(
    _ text: LexedText, range: Range<Int>, vocabulary: Vocabulary, names: ScriptNames = ScriptNames()
  ) {
    self.text = text
    self.vocabulary = vocabulary
    self.names = names
    periods = PeriodParser(text)
    start = range.lowerBound
    limit = range.upperBound
    lastCountMark = text.folded[range].lastIndex(of: Parser.countMark)
    lastOuterWord = Parser.lastOuterWord(in: text.folded[range])
    lastPathPoint = Parser.lastPathPoint(in: text.folded[range])
    cells = [LatticeCell](repeating: LatticeCell(), count: range.count + 1)
  }

  private static func lastPathPoint(in units: ArraySlice<UInt32>) -> Int {
    let point = units.indices.dropFirst().dropLast().last { place in
      units[place] == 0x2e && UnitClass.isWord(units[place - 1])
        && UnitClass.isWord(units[place + 1])
        && !UnitClass.isDigit(units[place + 1])
    }
    return point ?? -1
  }

  private static func lastOuterWord(in units: ArraySlice<UInt32>) -> Int? {
    units.indices.last { place in
      outerSpellings.contains { units[place...].starts(with: $0) }
    }
  }

  /// Once, and not for each body of the model that is read.
  private static let outerSpellings = Keyword.outer.spellings.map {
    WidthFolding.units(of: $0, lowercased: true)
  }
}

/// What starts at one unit; each part is looked up when it is first needed.
struct LatticeCell {
  var words: [(end: Int, meaning: WordMeaning)]?
  var values: [(end: Int, value: ValueWord)]?
  var periods: [PeriodMatch]?
  /// Where a plain integer may be a year.
  var periodsWithYears: [PeriodMatch]?
  /// The same two beside a noun, where a comma goes on with a list.
  var listedPeriods: [PeriodMatch]?
  var listedPeriodsWithYears: [PeriodMatch]?
}

/// The results of rules by scope or entity and position, so that each cell is computed once.
struct ParserMemo {
  /// A cell of a rule: a text has fewer than 2²⁴ units, and a query may make many scopes.
  ///
  /// A plain number, since a dictionary of another key type costs a look-up of the conformance
  /// when the program starts.
  static func key(scope: Int, position: Int) -> Int { scope << 24 ^ position }

  /// A cell of a rule about an entity, whose variants are told apart by fewer than 28 bits.
  static func key(entity: Int, position: Int, variant: Int) -> Int {
    key(scope: entity, position: position) << 28 ^ variant
  }

  var conditions: [Int: [Reading<ExpressionSyntax>]] = [:]
  var units: [Int: [Reading<ExpressionSyntax>]] = [:]
  var sums: [Int: [Reading<ExpressionSyntax>]] = [:]
  var primaries: [Int: [Reading<ExpressionSyntax>]] = [:]
  var modifiers: [Int: [Reading<ModifierRun>]] = [:]
  /// The same without those that begin with rows before 的.
  var ownModifiers: [Int: [Reading<ModifierRun>]] = [:]
  /// What each of the modifiers before a noun says.
  var said: [Int: [Parser.SaidInRun]] = [:]
  /// Rows before 的, by position.
  var attributive: [Int: [Parser.AttributiveClause]] = [:]
}

/// Where reading went no further, and what could have stood there.
struct ParserFailure {
  var position = 0
  /// Some of them more than once.
  ///
  /// A list, since it is made for every text and read for wrong ones only.
  private var recorded: [Expectation] = []
  /// Greater than zero while a rule only looks ahead.
  var muteCount = 0
  /// A period beside a noun that has no main date, and the noun's entity.
  var undatedPeriod: (place: SyntaxRange, entity: Int)?
  /// `without all`, which is not read as either of what it may mean.
  var deniedAll: SyntaxRange?
  /// Why there is no number of rows at the end of each month, where that was asked for.
  var stock: (problem: SyntaxProblem, place: SyntaxRange)?
  /// Braces that hold no slot.
  var unknownSlot: (name: String, place: SyntaxRange)?
  /// The limit that was reached first; the text behind it has not been read.
  var excess: SyntaxProblem?

  var expectations: Set<Expectation> { Set(recorded) }

  mutating func record(_ expectation: Expectation, at position: Int) {
    guard muteCount == 0, position >= self.position else { return }
    reach(position)
    if recorded.last != expectation { recorded.append(expectation) }
  }

  /// What was expected before a place that was reached is of no more use.
  mutating func reach(_ position: Int) {
    guard position > self.position else { return }
    self.position = position
    recorded.removeAll(keepingCapacity: true)
  }
}
