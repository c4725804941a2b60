extension PeriodParser {
  /// Reads a number of units: `3 months`, 两周, 半年; the longest, unless a word or number goes on.
  ///
  ///     duration = number [ " " ] counted_unit | "半年" | count " " counted_unit .
  package func duration(at position: Int) -> (end: Int, count: Int, unit: PeriodUnit)? {
    guard text.indices.contains(position), !isInsideNumber(position) else { return nil }
    let found =
      countedUnits(behind: [""], at: position, isRolling: true) + englishCounts(at: position)
    return found.filter { !UnitClass.cutsLatin(text, at: $0.end) }.max { $0.end < $1.end }
  }
}
