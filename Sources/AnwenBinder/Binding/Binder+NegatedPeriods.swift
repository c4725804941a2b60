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
    report(
      .periodListUnderNegation(lines: offersCorrections ? lines(of: periods, under: negation) : []),
      at: periods.place)
  }

  /// A line for none of the periods, and one for not every one; none where either cannot be said.
  private func lines(
    of periods: PeriodListSyntax, under negation: ExpressionSyntax
  ) -> [LocalizedText] {
    let each = negation.said(ofEach: periods)
    let lines = [ExpressionSyntax.and(each), .or(each)].compactMap { line($0, for: negation) }
    return lines.count == 2 ? lines : []
  }

  /// The question with another condition for one of its own, as it may be typed.
  private func line(
    _ condition: ExpressionSyntax, for negation: ExpressionSyntax
  ) -> LocalizedText? {
    guard let query = query?.replacing(negation, by: condition) else { return nil }
    return FaithfulText(
      catalog: catalog, vocabulary: vocabulary, resolver: resolver, names: names
    ).line(of: query)
  }
}
