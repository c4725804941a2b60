/// A noun and 数: how many rows there are.
extension Parser {
  /// 数
  static let countMark: UInt32 = 0x6570

  /// 数 directly behind a noun, also 数量, 总数, 次数.
  ///
  ///     count_mark = [ measure_word ] "数" | "数量" | "总数" .
  mutating func countMarkEnd(at position: Int) -> Int? {
    if let end = anyLiteralEnd(["数量", "数", "总数"], at: position) { return end }
    guard position < limit, Parser.measureWords.contains(text.folded[position]),
      let end = literalEnd("数", at: position + 1), !isEndOfMeasure(end)
    else { return nil }
    return end
  }

  /// Whether a measure of the model ends here, which then is meant: 检查次数.
  private mutating func isEndOfMeasure(_ end: Int) -> Bool {
    (start..<end).contains { unit in
      words(at: unit).contains { word in
        if case .measure = word.meaning { word.end == end } else { false }
      }
    }
  }

  /// 未销号隐患数 inside an expression: a count of related rows; in a group also of its own.
  ///
  ///     counted_noun = related count_mark | ENTITY count_mark .
  mutating func parseCountedNouns(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    guard let entity = scopes[scope].entity, let lastCountMark, lastCountMark >= start
    else { return [] }
    var found: [Reading<ExpressionSyntax>] = []
    for related in relatedClauses(of: entity, at: start, pending: nil) {
      guard let end = countMarkEnd(at: related.end) else { continue }
      let count = AggregateSyntax(
        function: .count, argument: nil, relation: related.node, filter: nil,
        place: place(start, end))
      found.append(
        Reading(
          .aggregate(count), end: end, words: related.words + [WordSpan(related.end, end)]))
    }
    guard scopes[scope].rows != nil else { return found }
    for word in words(at: start) where word.meaning == .entity(entity) {
      guard let end = countMarkEnd(at: word.end) else { continue }
      let words = [WordSpan(start, word.end), WordSpan(word.end, end)]
      found.append(
        Reading(countItem(at: place(start, end)).expression, end: end, words: words))
    }
    return found
  }
}
