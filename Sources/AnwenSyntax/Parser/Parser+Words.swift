/// Terminals. Each skips white space first, and says what it expected where it finds nothing.
extension Parser {
  func skipSpace(_ position: Int) -> Int {
    var position = position
    while position < limit, UnitClass.isSpace(text.folded[position]) { position += 1 }
    return position
  }

  /// Whether a sign stands anywhere from a position on; without it many forms need not be tried.
  mutating func isAhead(_ sign: Unicode.Scalar, from position: Int) -> Bool {
    let code = Int(sign.value)
    if let last = lastPlaces[code] { return last >= position }
    let last = text.folded[start..<limit].lastIndex(of: sign.value) ?? -1
    lastPlaces[code] = last
    return last >= position
  }

  func isSpace(at position: Int) -> Bool {
    position < limit && UnitClass.isSpace(text.folded[position])
  }

  func place(_ start: Int, _ end: Int) -> SyntaxRange {
    SyntaxRange(text.range(min(skipSpace(start), end), end))
  }

  mutating func words(at position: Int) -> [(end: Int, meaning: WordMeaning)] {
    guard position < limit else { return [] }
    if let known = cells[position - start].words { return known }
    let found = (vocabulary.words(in: text, at: position) + names.words(in: text, at: position))
      .filter { $0.end <= limit }
    cells[position - start].words = found
    return found
  }

  mutating func values(at position: Int) -> [(end: Int, value: ValueWord)] {
    guard position < limit else { return [] }
    if let known = cells[position - start].values { return known }
    let found =
      vocabulary.values(in: text, at: position).filter { $0.end <= limit }
      + parameterValues(at: position)
    cells[position - start].values = found
    return found
  }

  /// The period literals that start at a unit, the longest first.
  mutating func periodMatches(
    at position: Int, takesYear: Bool = false, takesComma: Bool = false
  ) -> [PeriodMatch] {
    guard position < limit else { return [] }
    let part: WritableKeyPath<LatticeCell, [PeriodMatch]?> =
      switch (takesYear, takesComma) {
      case (false, false): \.periods
      case (true, false): \.periodsWithYears
      case (false, true): \.listedPeriods
      case (true, true): \.listedPeriodsWithYears
      }
    if let known = cells[position - start][keyPath: part] { return known }
    let found =
      parameterPeriods(at: position)
      + periods.matches(
        at: position, expectsPeriod: takesYear, takesComma: takesComma
      ).filter { $0.end <= limit }
    cells[position - start][keyPath: part] = found
    return found
  }

  /// The longest spelling of a keyword that starts here.
  mutating func keyword(_ keyword: Keyword, at position: Int) -> Reading<Keyword>? {
    let start = skipSpace(position)
    let end = words(at: start).last { $0.meaning == .keyword(keyword) }?.end
    guard let end else {
      failure.record(.keyword(keyword), at: start)
      return nil
    }
    return Reading(keyword, end: end, words: [WordSpan(start, end)])
  }

  /// The first keyword of a list that starts here.
  mutating func anyKeyword(_ keywords: [Keyword], at position: Int) -> Reading<Keyword>? {
    for candidate in keywords {
      if let found = keyword(candidate, at: position) { return found }
    }
    return nil
  }

  /// A symbol; not where it is the beginning of a longer one.
  mutating func symbol(_ symbol: String, at position: Int) -> Int? {
    let start = skipSpace(position)
    let units = symbol.unicodeScalars.lazy.map(\.value)
    guard let end = UnitClass.end(of: units, in: text.folded, at: start, limit: limit) else {
      failure.record(.symbol(symbol), at: start)
      return nil
    }
    return end
  }

  /// Words that stand as they are, such as a part of a phrase; nil where they do not.
  func literalEnd(_ literal: String, at start: Int) -> Int? {
    let units = literal.unicodeScalars.lazy.map { WidthFolding.lower($0.value) }
    guard !cutsLatin(start),
      let end = UnitClass.end(of: units, in: text.folded, at: start, limit: limit)
    else { return nil }
    return cutsLatin(end) ? nil : end
  }

  /// The end of the first of several literals that stands here.
  func anyLiteralEnd(_ literals: [String], at start: Int) -> Int? {
    for literal in literals {
      if let end = literalEnd(literal, at: start) { return end }
    }
    return nil
  }

  /// Whether a boundary here would cut a run of Latin letters and digits in two.
  func cutsLatin(_ position: Int) -> Bool {
    UnitClass.cutsLatin(text.folded, at: position)
  }

  /// Words that change nothing: measure words and particles.
  ///
  ///     measure_word = "条" | "项" | "次" | "个" | "家" | "名" | "位" | "处" | "起" | "份" .
  ///     aspect       = "过" | "了" .
  func skipParticles(_ particles: [UInt32], at position: Int) -> Int {
    var position = position
    while position < limit, particles.contains(text.folded[position]) { position += 1 }
    return position
  }

  static let measureWords = "条项次个家名位处起份".unicodeScalars.map(\.value)
  static let aspectParticles = "过了".unicodeScalars.map(\.value)
}
