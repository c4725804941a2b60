import AnwenFunctions
import AnwenPlan
import AnwenTypes

/// A generator whose numbers are the same in every run (SplitMix64, Steele and others 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}

/// Makes tables, expressions and plans that are well typed and otherwise random.
struct RandomPlans {
  static let risk = EnumerationType(
    name: "risk",
    cases: ["low", "fair", "major"].map { name in
      .init(name: name, label: .init(english: name, chinese: name))
    })
  static let types: [DataType] = [
    .bool, .int, .decimal(scale: 2), .float, .text, .date, .period, .enumeration(risk),
    .list(.int), .list(.text),
  ]

  var random: SeededGenerator
  /// Whether ints may be so large that arithmetic overflows.
  let hasExtremes: Bool

  init(seed: UInt64, hasExtremes: Bool) {
    random = SeededGenerator(seed: seed)
    self.hasExtremes = hasExtremes
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// A table with a key column `k`, different in every row, and a column of each type.
  mutating func table(_ name: String, rowCount: Int) -> TestTable {
    let fields = [("k", DataType.int)] + Self.types.enumerated().map { ("c\($0)", $1) }
    let rows = (0..<rowCount).map { row in
      [Value.int(Int64(row) - 3)] + Self.types.map { value(of: $0, missing: 25) }
    }
    return TestTable(
      name: name, fields: fields.map { (name: $0.0, type: $0.1) }, rows: rows, key: 0)
  }

  mutating func value(of type: DataType, missing: Int = 10) -> Value {
    if !type.isList, chance(missing) { return .missing }
    let small = Int64.random(in: -3...3, using: &random)
    switch type {
    case .bool: return .bool(chance(50))
    case .int:
      return .int(hasExtremes && chance(2) ? pick([.min, .max, .max - 1]) : small)
    case .decimal: return .decimal(DecimalNumber(unscaled: Int128(small) * 25, scale: 2))
    case .float: return .float(Double(small) * 0.25)
    case .text, .reference:
      return .text(pick(["", "a", "A", " b ", "ab", "王小明", "王", "e\u{301}", "é"]))
    case .date: return .date(CalendarDate(daysSinceEpoch: Int32(19_800 + small * 40)))
    case .period: return period(small)
    case .enumeration: return .rank(UInt8(abs(small) % 3))
    case .list(let element):
      return .list((0..<pick([0, 0, 1, 1, 2, 3])).map { _ in value(of: element, missing: 10) })
    }
  }

  private mutating func period(_ small: Int64) -> Value {
    let start = CalendarDate(daysSinceEpoch: Int32(19_800 + small))
    let last = CalendarDate(daysSinceEpoch: Int32(19_803 + small))
    return .period(
      Period(
        start: chance(10) ? nil : start, last: chance(10) ? nil : last,
        granularity: pick([.range, .day])))
  }
}

// MARK: - Expressions

extension RandomPlans {
  /// An expression of a type over columns of the given types.
  mutating func expression(
    _ type: DataType, over columns: [DataType], depth: Int
  ) -> BoundExpression {
    if depth == 0 || chance(15) { return leaf(type, columns) }
    if chance(20) { return choice(type, columns, depth - 1) }
    switch type {
    case .bool: return condition(columns, depth - 1)
    case .int: return int(columns, depth - 1)
    case .decimal(let scale): return decimal(scale, columns, depth - 1)
    case .float:
      let other = expression(
        pick([.int, .float, .decimal(scale: 2)]), over: columns, depth: depth - 1)
      return .arithmetic(
        pick(Self.operations), expression(.float, over: columns, depth: depth - 1), other, .float)
    case .text:
      let argument = expression(.text, over: columns, depth: depth - 1)
      return .call(pick([.lower, .upper, .trim]), [argument], .text)
    case .date:
      let date = expression(.date, over: columns, depth: depth - 1)
      let days = expression(.int, over: columns, depth: depth - 1)
      return .arithmetic(pick([.add, .subtract]), date, days, .date)
    case .period:
      let date = expression(.date, over: columns, depth: depth - 1)
      return .call(pick([.week, .month, .quarter, .half, .year]), [date], .period)
    case .enumeration: return bucket(type, columns, depth - 1)
    case .list, .reference: return choice(type, columns, depth - 1)
    }
  }

  private static let operations: [BoundExpression.Arithmetic] = [
    .add, .subtract, .multiply, .divide, .wholeDivide, .remainder,
  ]

  private mutating func leaf(_ type: DataType, _ columns: [DataType]) -> BoundExpression {
    let positions = columns.indices.filter { columns[$0] == type }
    if !positions.isEmpty, chance(75) { return .column(pick(positions), type) }
    return .literal(value(of: type), type)
  }

  private mutating func choice(
    _ type: DataType, _ columns: [DataType], _ depth: Int
  ) -> BoundExpression {
    let first = expression(type, over: columns, depth: depth)
    let second = expression(type, over: columns, depth: depth)
    if chance(50) { return .coalesce([first, second], type) }
    return .ifThenElse(
      condition: expression(.bool, over: columns, depth: depth), then: first, otherwise: second,
      type)
  }

  private mutating func bucket(
    _ type: DataType, _ columns: [DataType], _ depth: Int
  ) -> BoundExpression {
    guard case .enumeration(let buckets) = type else { preconditionFailure("an enumeration") }
    let number = expression(
      pick([.int, .decimal(scale: 2), .float]), over: columns, depth: depth)
    // Ascending, every second end with three digits behind the point.
    let ends = (0..<buckets.cases.count * 2).map { index -> BoundExpression in
      let isOpen = index == 0 || index == buckets.cases.count * 2 - 1
      if isOpen && chance(50) { return .literal(.missing, .int) }
      if index % 2 == 0 { return .literal(.int(Int64(index * 2 - 6)), .int) }
      let end = DecimalNumber(unscaled: Int128(index * 2000 - 5_375), scale: 3)
      return .literal(.decimal(end), .decimal(scale: 3))
    }
    return .call(.bucket, [number] + ends, type)
  }

  private mutating func int(_ columns: [DataType], _ depth: Int) -> BoundExpression {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      let left = expression(.int, over: columns, depth: depth)
      let right = expression(.int, over: columns, depth: depth)
      return .arithmetic(
        pick([.add, .subtract, .multiply, .wholeDivide, .remainder]), left, right, .int)
    case 2:
      let left = expression(.date, over: columns, depth: depth)
      return .arithmetic(
        .subtract, left, expression(.date, over: columns, depth: depth), .int)
    case 3: return .negated(expression(.int, over: columns, depth: depth))
    case 4:
      let function: ScalarFunction = pick([.monthNumber, .quarterNumber, .yearNumber, .day])
      return .call(function, [expression(.date, over: columns, depth: depth)], .int)
    default:
      let (function, type): (ScalarFunction, DataType) = pick([
        (.length, .text), (.elementCount, .list(.int)), (.abs, .int),
        (.floor, .decimal(scale: 2)), (.ceil, .decimal(scale: 2)), (.round, .decimal(scale: 2)),
      ])
      return .call(function, [expression(type, over: columns, depth: depth)], .int)
    }
  }

  private mutating func decimal(
    _ scale: Int, _ columns: [DataType], _ depth: Int
  ) -> BoundExpression {
    let type = DataType.decimal(scale: scale)
    if chance(25) { return .converted(expression(.int, over: columns, depth: depth), type) }
    let left = expression(type, over: columns, depth: depth)
    if chance(25) { return .call(.abs, [left], type) }
    if chance(20) {
      return .call(.round, [left, .literal(.int(pick([-1, 0, 1, 5])), .int)], type)
    }
    let right = expression(pick([type, .int]), over: columns, depth: depth)
    return .arithmetic(pick([.add, .subtract, .remainder]), left, right, type)
  }

  private mutating func condition(_ columns: [DataType], _ depth: Int) -> BoundExpression {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .not(expression(.bool, over: columns, depth: depth))
    case 1, 2:
      let terms = (0..<pick([0, 1, 2, 3])).map { _ in
        expression(.bool, over: columns, depth: depth)
      }
      return chance(50) ? .and(terms) : .or(terms)
    case 3, 4: return comparison(columns, depth)
    case 5:
      return .isMissing(expression(pick(Self.types), over: columns, depth: depth))
    case 6:
      let type = pick(Self.types)
      let values = (0..<pick([0, 1, 3])).map { _ in value(of: type) }
      return .isIn(expression(type, over: columns, depth: depth), values: values)
    default:
      if chance(50) {
        let text = expression(.text, over: columns, depth: depth)
        if chance(25) {
          let pattern = pick(["a", "^.$", "王小?", "[^a-z ]", "e\u{301}", "^(a|b| )*$", "\\s\\w"])
          return .call(.matches, [text, .literal(.text(pattern), .text)], .bool)
        }
        return .call(
          pick([.contains, .startsWith, .endsWith]),
          [text, expression(.text, over: columns, depth: chance(50) ? 0 : depth)], .bool)
      }
      let element: DataType = pick([.int, .text])
      return .quantified(
        pick([.any, .every]), list: expression(.list(element), over: columns, depth: depth),
        condition: expression(.bool, over: [element], depth: depth))
    }
  }

  private mutating func comparison(_ columns: [DataType], _ depth: Int) -> BoundExpression {
    let numbers: [DataType] = [.int, .decimal(scale: 2), .decimal(scale: 4), .float]
    let type = pick(Self.types)
    let other = type.isNumeric ? pick(numbers) : type
    return .comparison(
      pick([.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]),
      expression(type, over: columns, depth: depth),
      expression(other, over: columns, depth: depth))
  }
}
