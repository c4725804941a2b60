/// Lists of periods that stand in a condition.
extension ExpressionSyntax {
  /// The condition once for each single period of a list that stands in it.
  package func said(ofEach periods: PeriodListSyntax) -> [ExpressionSyntax] {
    guard case .list(let elements) = periods.period else { return [self] }
    return elements.map {
      replacing(periods.place, by: PeriodListSyntax($0, place: periods.place))
    }
  }

  /// The periods in it of which each is meant, where they say when a phrase holds or rows are there.
  var eachPeriods: PeriodListSyntax? {
    switch self {
    case .mainDate(let periods): periods.isEach ? periods : nil
    case .phrase(let phrase):
      phrase.arguments.values.lazy.compactMap { argument in
        if case .periods(let periods) = argument, periods.isEach { periods } else { nil }
      }.first
    case .existence(let node):
      if case .related(let related) = node.subject {
        related.clause.modifiers.lazy.compactMap(\.eachPeriods).first
      } else {
        nil
      }
    default: nil
    }
  }

  /// The opposite of what is said of each of several periods: in each of them it is not so.
  ///
  /// Brackets hold such a negation off: `not (visited in each of April and May)` is the complement.
  func negated(at range: SyntaxRange) -> ExpressionSyntax {
    guard let eachPeriods, case .list = eachPeriods.period else { return .not(self, range) }
    return .and(said(ofEach: eachPeriods).map { .not($0, range) })
  }

  /// The same with other periods for those that stand at a place.
  private func replacing(
    _ place: SyntaxRange, by periods: PeriodListSyntax
  ) -> ExpressionSyntax {
    func chosen(_ old: PeriodListSyntax) -> PeriodListSyntax {
      old.place.range == place.range ? periods : old
    }
    switch self {
    case .mainDate(let old): return .mainDate(chosen(old))
    case .period(let old): return .period(chosen(old))
    case .phrase(let phrase):
      let arguments = phrase.arguments.mapValues { argument -> PhraseSyntax.Argument in
        if case .periods(let old) = argument { .periods(chosen(old)) } else { argument }
      }
      return .phrase(
        PhraseSyntax(
          entity: phrase.entity, id: phrase.id, arguments: arguments, place: phrase.place))
    case .existence(let node):
      guard case .related(let related) = node.subject else { return self }
      let inner = related.clause.with(
        modifiers: related.clause.modifiers.map { $0.replacing(place, by: periods) })
      return .existence(
        ExistenceSyntax(
          quantity: node.quantity,
          subject: .related(RelatedSyntax(path: related.path, clause: inner)), place: node.place))
    case .membership(let node):
      guard case .oneOf(let members) = node.kind else { return self }
      return .membership(
        MembershipSyntax(
          subject: node.subject, kind: .oneOf(members.map { $0.replacing(place, by: periods) }),
          operatorPlace: node.operatorPlace))
    case .not(let operand, let range): return .not(operand.replacing(place, by: periods), range)
    case .and(let operands): return .and(operands.map { $0.replacing(place, by: periods) })
    case .or(let operands): return .or(operands.map { $0.replacing(place, by: periods) })
    default: return self
    }
  }

  /// The same with another condition for one that stands in it.
  package func replacing(
    _ condition: ExpressionSyntax, by other: ExpressionSyntax
  ) -> ExpressionSyntax {
    if self == condition { return other }
    switch self {
    case .not(let operand, let range): return .not(operand.replacing(condition, by: other), range)
    case .and(let operands): return .and(operands.map { $0.replacing(condition, by: other) })
    case .or(let operands): return .or(operands.map { $0.replacing(condition, by: other) })
    default: return self
    }
  }
}

extension QuerySyntax {
  /// The same with another condition for one that is said of its noun or of its rows; nil where it
  /// stands elsewhere.
  package func replacing(
    _ condition: ExpressionSyntax, by other: ExpressionSyntax
  ) -> QuerySyntax? {
    var source = source
    if case .clause(let clause) = source {
      source = .clause(
        clause.with(modifiers: clause.modifiers.map { $0.replacing(condition, by: other) }))
    }
    let stages = stages.map { stage in
      guard case .filter(let filter) = stage.kind else { return stage }
      return StageSyntax(.filter(filter.replacing(condition, by: other)), place: stage.place)
    }
    guard source != self.source || stages != self.stages else { return nil }
    return QuerySyntax(source: source, stages: stages, asOf: asOf, place: place)
  }
}
