import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// What is said of each of several periods.
extension Binder {
  /// The one of several periods that is meant at present.
  struct EachSelection {
    var index = 0
    /// The periods that were found, and where; nil as long as none were.
    var found: (count: Int, place: SyntaxRange)?
  }

  /// Whether rows are there, or are not, in each of the periods that stand inside:
  /// 1月和2月都有检查 is 1月有检查 and 2月有检查.
  ///
  /// What is said is bound once for each period.
  mutating func bindExistenceInEach(
    _ node: ExistenceSyntax, in scope: inout RowScope
  ) -> BoundExpression? {
    let outer = eachSelection
    eachSelection = EachSelection()
    defer { eachSelection = outer }
    guard let first = bindExistence(node, in: &scope) else { return nil }
    guard let found = eachSelection?.found, found.count > 1 else { return first }
    var terms = [first]
    for index in 1..<found.count {
      eachSelection?.index = index
      guard let next = bindExistence(node, in: &scope) else { return nil }
      terms.append(next)
    }
    return .and(terms)
  }

  /// The period of a list whose turn it is.
  mutating func selected(
    of periods: [Period], from syntax: PeriodListSyntax
  ) -> [Period]? {
    guard periods.count > 1 else { return periods }
    guard let selection = eachSelection,
      selection.found.map({ $0.count == periods.count && $0.place.range == syntax.place.range })
        ?? true
    else {
      report(TimeProblem.eachWithoutRows, at: syntax.place)
      return nil
    }
    eachSelection?.found = (periods.count, syntax.place)
    return [periods[selection.index]]
  }
}
