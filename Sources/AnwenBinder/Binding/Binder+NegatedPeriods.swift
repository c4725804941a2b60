import AnwenDiagnostics
import AnwenSyntax

/// Several periods under a negation.
extension Binder {
  /// Binds what stands under 未, 没有, `not` or `without`.
  ///
  /// - Parameter negation: the whole, with its negation.
  mutating func underNegation<Result>(
    _ negation: ExpressionSyntax, _ bind: (inout Binder) -> Result
  ) -> Result {
    let outer = self.negation
    // A body of the model is not what was written.
    if !isInModel || outer == nil { self.negation = negation }
    defer { self.negation = outer }
    return bind(&self)
  }

  /// That a list may mean none of the periods or not every one, with a line for either.
  mutating func reportNegatedList(_ periods: PeriodListSyntax, under negation: ExpressionSyntax) {
    let each = negation.said(ofEach: periods)
    let lines = [ExpressionSyntax.and(each), .or(each)].compactMap { line($0, for: negation) }
    report(.periodListUnderNegation(lines: lines), at: periods.place)
  }

  /// The question with another condition for one of its own, as it may be typed.
  private func line(
    _ condition: ExpressionSyntax, for negation: ExpressionSyntax
  ) -> LocalizedText? {
    guard let query = query?.replacing(negation, by: condition) else { return nil }
    return LocalizedText(
      english: QueryText(source: .english, vocabulary: vocabulary).text(of: query),
      chinese: QueryText(source: .chinese, vocabulary: vocabulary).text(of: query))
  }
}
