import AnwenDiagnostics
import AnwenFunctions
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Ranges of numbers: in `bucket`, as its values, and behind `in`.
extension Binder {
  /// `bucket(x, 1..7, 8..)`: a value for each range, in the order of the ranges.
  mutating func bindBucket(_ node: CallSyntax, in scope: inout RowScope) -> BoundExpression? {
    guard let first = node.arguments.first,
      let number = bindExpression(first, in: &scope)
    else { return nil }
    guard number.type.isNumeric else {
      reportMisfit(
        of: node.function, Misfit(type: number.type, syntax: first), wanted: .decimal(scale: 0),
        at: first.place)
      return nil
    }
    let ranges = node.arguments.dropFirst()
    guard !ranges.isEmpty else {
      report(RangeProblem.bucketsNeeded, at: node.place)
      return nil
    }
    guard ranges.count <= EnumerationType.caseLimit else {
      report(RangeProblem.tooManyBuckets(limit: EnumerationType.caseLimit), at: node.place)
      return nil
    }
    var names: [String] = []
    var bounds: [BoundExpression] = []
    var last: (name: String, high: DecimalNumber?)?
    for argument in ranges {
      guard case .range(let range) = argument else {
        report(RangeProblem.bucketsNeeded, at: argument.place)
        return nil
      }
      guard let ends = ends(of: range) else { return nil }
      if let last, !isBehind(last.high, ends.low) {
        report(RangeProblem.overlap(last.name, range.text), at: range.place)
        return nil
      }
      last = (range.text, ends.high)
      names.append(range.text)
      bounds += [literal(ends.low), literal(ends.high)]
    }
    let cases = names.map {
      EnumerationType.Case(name: $0, label: LocalizedText(english: $0, chinese: $0))
    }
    // No enumeration of a model can have such a name.
    let name = "\(node.function)(\(names.joined(separator: ", ")))"
    let type = DataType.enumeration(EnumerationType(name: name, cases: cases))
    return .call(.bucket, [number] + bounds, type)
  }

  /// A value of a bucket by its range.
  mutating func bindRange(
    _ range: RangeSyntax, expecting expected: DataType?
  ) -> BoundExpression? {
    guard case .enumeration(let enumeration) = expected?.element else {
      report(RangeProblem.rangeAsValue, at: range.place)
      return nil
    }
    return bindNamedValue(
      ValueSyntax(key: range.text, type: nil, place: range.place), as: .enumeration(enumeration))
  }

  /// Whether a number lies in a range, which holds both its ends.
  mutating func isIn(
    _ range: RangeSyntax, _ number: BoundExpression
  ) -> BoundExpression? {
    guard let ends = ends(of: range) else { return nil }
    var bounds: [BoundExpression] = []
    if let low = ends.low, let (left, right) = TypeRules.comparable(number, literal(low)) {
      bounds.append(.comparison(.greaterOrEqual, left, right))
    }
    if let high = ends.high, let (left, right) = TypeRules.comparable(number, literal(high)) {
      bounds.append(.comparison(.lessOrEqual, left, right))
    }
    return bounds.count == 1 ? bounds[0] : .and(bounds)
  }

  private mutating func ends(
    of range: RangeSyntax
  ) -> (low: DecimalNumber?, high: DecimalNumber?)? {
    var ends: [DecimalNumber?] = []
    for bound in [range.low, range.high] {
      guard let bound else {
        ends.append(nil)
        continue
      }
      guard let number = DecimalNumber(literal: bound.number) else {
        report(.numberOutOfRange(bound.number.digits), at: bound.number.place)
        return nil
      }
      ends.append(bound.isNegative ? number.negated : number)
    }
    if let low = ends[0], let high = ends[1], high < low {
      report(RangeProblem.backwards(range.text, turned: range.turnedText), at: range.place)
      return nil
    }
    return (ends[0], ends[1])
  }

  private func isBehind(_ high: DecimalNumber?, _ low: DecimalNumber?) -> Bool {
    guard let high, let low else { return false }
    return high < low
  }

  private func literal(_ bound: DecimalNumber?) -> BoundExpression {
    guard let bound else { return .literal(.missing, .int) }
    return Int64(exactly: bound.unscaled).flatMap { bound.scale == 0 ? $0 : nil }
      .map { .literal(.int($0), .int) } ?? .literal(.decimal(bound), .decimal(scale: bound.scale))
  }
}
