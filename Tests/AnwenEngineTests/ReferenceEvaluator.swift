import AnwenFunctions
import AnwenPlan
import AnwenTypes

/// A result that does not fit, in the reference.
struct ReferenceOverflow: Error {}

/// Computes expressions row by row and value by value, as their documentation reads: slow and
/// plain, for the engine to be compared with.
enum ReferenceEvaluator {
  static func isTrue(_ condition: BoundExpression, _ row: [Value]) throws -> Bool {
    try value(condition, row) == .bool(true)
  }

  static func value(_ expression: BoundExpression, _ row: [Value]) throws -> Value {
    switch expression {
    case .literal(let value, _): return value
    case .column(let position, _): return row[position]
    case .not(let operand): return .bool(try !isTrue(operand, row))
    case .and(let terms): return .bool(try terms.allSatisfy { try isTrue($0, row) })
    case .or(let terms): return .bool(try terms.contains { try isTrue($0, row) })
    case .comparison(let comparison, let left, let right):
      return .bool(compare(comparison, try value(left, row), try value(right, row)))
    case .isMissing(let operand): return .bool(try value(operand, row).isMissing)
    case .isIn(let operand, let values):
      let value = try value(operand, row)
      return .bool(!value.isMissing && values.contains { value.order($0) == .same })
    case .quantified(let quantifier, let list, let condition):
      guard case .list(let elements) = try value(list, row) else { return .bool(false) }
      // Each element is looked at, whatever the others are.
      let holds = try elements.map { try isTrue(condition, [$0]) }
      return .bool(quantifier == .any ? holds.contains(true) : !holds.contains(false))
    case .arithmetic(let operation, let left, let right, _):
      return try compute(operation, try value(left, row), try value(right, row))
    case .negated(let operand): return try negated(try value(operand, row))
    case .coalesce(let terms, let type):
      for term in terms {
        let value = try value(term, row)
        if !value.isMissing { return value }
      }
      return type.isList ? .list([]) : .missing
    case .ifThenElse(let condition, let then, let otherwise, _):
      return try value(try isTrue(condition, row) ? then : otherwise, row)
    case .call(let function, let arguments, let type):
      return try call(function, try arguments.map { try value($0, row) }, type)
    case .converted(let operand, let type): return try convert(try value(operand, row), type)
    }
  }

  private static func compare(
    _ comparison: BoundExpression.Comparison, _ left: Value, _ right: Value
  ) -> Bool {
    guard let order = left.order(right) else { return comparison == .notEqual }
    switch comparison {
    case .equal: return order == .same
    case .notEqual: return order != .same
    case .less: return order == .before
    case .lessOrEqual: return order == .before || order == .same
    case .greater: return order == .after
    case .greaterOrEqual: return order == .after || order == .same
    }
  }

  /// Ints are computed in 128 bits, where no operation of two of them overflows.
  private static func compute(
    _ operation: BoundExpression.Arithmetic, _ left: Value, _ right: Value
  ) throws -> Value {
    switch (left, right) {
    case (.missing, _), (_, .missing): return .missing
    case (.int(let left), .int(let right)):
      let (left, right) = (Int128(left), Int128(right))
      switch operation {
      case .add: return try int(left + right)
      case .subtract: return try int(left - right)
      case .multiply: return try int(left * right)
      case .divide:
        if right == 0 { return .missing }
        let doubled = left * 2_000_000
        let half = (doubled.magnitude / right.magnitude + 1) / 2
        let quotient = (left < 0) == (right < 0) ? Int128(half) : -Int128(half)
        return .decimal(DecimalNumber(unscaled: quotient, scale: 6))
      case .wholeDivide: return right == 0 ? .missing : try int(left / right)
      case .remainder:
        if left == Int128(Int64.min), right == -1 { throw ReferenceOverflow() }
        return right == 0 ? .missing : try int(left % right)
      }
    case (.date(let left), .date(let right)):
      return .int(Int64(left.daysSinceEpoch - right.daysSinceEpoch))
    case (.date(let day), .int(let count)):
      return try date(
        Int128(day.daysSinceEpoch) + (operation == .add ? 1 : -1) * Int128(count))
    case (.int(let count), .date(let day)):
      return try date(Int128(day.daysSinceEpoch) + Int128(count))
    default:
      if case .float = left { return try compute(operation, double(left), double(right)) }
      if case .float = right { return try compute(operation, double(left), double(right)) }
      return try compute(operation, decimal(left), decimal(right))
    }
  }

  private static func compute(
    _ operation: BoundExpression.Arithmetic, _ left: DecimalNumber, _ right: DecimalNumber
  ) throws -> Value {
    let result =
      switch operation {
      case .add: try left.adding(right)
      case .subtract: try left.subtracting(right)
      case .multiply: try left.multiplied(by: right)
      case .divide: try left.divided(by: right)
      case .wholeDivide: try left.dividedWhole(by: right)
      case .remainder: try left.remainder(dividingBy: right)
      } as DecimalNumber?
    return result.map { .decimal($0) } ?? .missing
  }

  private static func compute(
    _ operation: BoundExpression.Arithmetic, _ left: Double, _ right: Double
  ) throws -> Value {
    let result: Double
    switch operation {
    case .add: result = left + right
    case .subtract: result = left - right
    case .multiply: result = left * right
    case .divide, .wholeDivide, .remainder:
      if right == 0 { return .missing }
      result =
        operation == .divide
        ? left / right
        : operation == .wholeDivide
          ? (left / right).rounded(.towardZero) : left.truncatingRemainder(dividingBy: right)
    }
    if !result.isFinite { throw ReferenceOverflow() }
    return .float(result)
  }
}

// MARK: - Functions and conversions

extension ReferenceEvaluator {
  static func int(_ value: Int128) throws -> Value {
    guard let value = Int64(exactly: value) else { throw ReferenceOverflow() }
    return .int(value)
  }

  private static func date(_ days: Int128) throws -> Value {
    // 0001-01-01 to 9999-12-31.
    guard (-719_162...2_932_896).contains(days) else { throw ReferenceOverflow() }
    return .date(CalendarDate(daysSinceEpoch: Int32(days)))
  }

  private static func decimal(_ value: Value) -> DecimalNumber {
    switch value {
    case .int(let value): DecimalNumber(value)
    case .decimal(let number): number
    default: DecimalNumber(0)
    }
  }

  private static func double(_ value: Value) -> Double {
    if case .float(let value) = value { return value }
    return decimal(value).double
  }

  private static func negated(_ value: Value) throws -> Value {
    switch value {
    case .int(let value): try int(-Int128(value))
    case .decimal(let number): .decimal(number.negated)
    case .float(let value): .float(-value)
    default: .missing
    }
  }

  private static func convert(_ value: Value, _ type: DataType) throws -> Value {
    switch (value, type) {
    case (.missing, _): .missing
    case (.int, .decimal(let scale)), (.decimal, .decimal(let scale)):
      .decimal(try decimal(value).rescaled(to: scale))
    case (.int, .float), (.decimal, .float): .float(double(value))
    default: value
    }
  }

  private static func call(
    _ function: ScalarFunction, _ arguments: [Value], _ type: DataType
  ) throws -> Value {
    if function == .sharesElement { return .bool(share(arguments[0], arguments[1])) }
    if function == .bucket { return bucket(arguments) }
    if function == .periodsThrough { return .list(periods(from: arguments[0], to: arguments[1])) }
    if arguments.contains(.missing) { return .missing }
    switch (function, arguments[0]) {
    case (.length, .text(let text)): return .int(Int64(text.string.count))
    case (.lower, .text(let text)): return .text(text.string.lowercased())
    case (.upper, .text(let text)): return .text(text.string.uppercased())
    case (.trim, .text(let text)):
      var characters = Array(text.string)
      while characters.last?.isWhitespace == true { characters.removeLast() }
      while characters.first?.isWhitespace == true { characters.removeFirst() }
      return .text(String(characters))
    case (.matches, .text(let text)):
      guard case .text(let pattern) = arguments[1] else { return .missing }
      let expression = try Regex(pattern.string).matchingSemantics(.unicodeScalar)
      return .bool(text.string.contains(expression))
    case (_, .text(let text)):
      guard case .text(let sought) = arguments[1] else { return .missing }
      return .bool(finds(function, Array(sought.string.utf8), in: Array(text.string.utf8)))
    case (.elementCount, .list(let elements)): return .int(Int64(elements.count))
    case (.abs, .int(let value)): return try int(Int128(value.magnitude))
    case (.abs, let value): return value.order(.int(0)) == .before ? try negated(value) : value
    case (_, .date(let date)): return ofDate(function, date)
    default: return try round(function, arguments, type)
    }
  }

  private static func share(_ first: Value, _ second: Value) -> Bool {
    func elements(_ value: Value) -> [Value] {
      let all = if case .list(let elements) = value { elements } else { [value] }
      return all.filter { !$0.isMissing }
    }
    return elements(first).contains { element in
      elements(second).contains { $0.order(element) == .same }
    }
  }

  private static func finds(
    _ function: ScalarFunction, _ sought: [UInt8], in text: [UInt8]
  ) -> Bool {
    let places = (0...max(0, text.count - sought.count)).filter { place in
      place + sought.count <= text.count && Array(text[place..<place + sought.count]) == sought
    }
    switch function {
    case .startsWith: return places.contains(0)
    case .endsWith: return places.contains(text.count - sought.count)
    default: return !places.isEmpty
    }
  }

  private static func round(
    _ function: ScalarFunction, _ arguments: [Value], _ type: DataType
  ) throws -> Value {
    var digits = 0
    if arguments.count > 1, case .int(let value) = arguments[1] { digits = Int(value) }
    if case .float(let value) = arguments[0] {
      let rule: FloatingPointRoundingRule =
        function == .floor ? .down : function == .ceil ? .up : .toNearestOrAwayFromZero
      let rounded = value.rounded(rule)
      return type == .int ? try int(Int128(rounded)) : .float(rounded)
    }
    let number = decimal(arguments[0])
    let rounded =
      function == .floor
      ? number.floor : function == .ceil ? number.ceil : try number.rounded(toDigits: digits)
    let result = try rounded.rescaled(to: type == .int ? 0 : number.scale)
    return type == .int ? try int(result.unscaled) : .decimal(result)
  }

  /// Looks at each range.
  private static func bucket(_ arguments: [Value]) -> Value {
    for rank in 0..<arguments.count / 2 {
      let (low, high) = (arguments[2 * rank + 1], arguments[2 * rank + 2])
      let holdsLow = low == .missing || [.same, .after].contains(arguments[0].order(low))
      let holdsHigh = high == .missing || [.same, .before].contains(arguments[0].order(high))
      if holdsLow && holdsHigh && arguments[0] != .missing { return .rank(UInt8(rank)) }
    }
    return .missing
  }

  private static func ofDate(
    _ function: ScalarFunction, _ date: CalendarDate
  ) -> Value {
    switch function {
    case .week: whole(.week, date)
    case .month: whole(.month, date)
    case .quarter: whole(.quarter, date)
    case .half: whole(.half, date)
    case .year: whole(.year, date)
    case .monthNumber: .int(Int64(date.month))
    case .quarterNumber: .int(Int64((date.month + 2) / 3))
    case .yearNumber: .int(Int64(date.year))
    default: .int(Int64(date.day))
    }
  }

  private static func periods(from first: Value, to last: Value) -> [Value] {
    guard case .period(let period) = first, case .period(let end) = last,
      let start = period.start, let limit = end.start, start <= limit
    else { return [] }
    return [first] + (period.next.map { periods(from: .period($0), to: last) } ?? [])
  }

  private static func whole(_ unit: Period.Granularity, _ date: CalendarDate) -> Value {
    Period(unit, containing: date).map { .period($0) } ?? .missing
  }
}
