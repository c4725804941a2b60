import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Literals, which take the type that stands beside them.
extension Binder {
  /// A number; a year where a period is needed, and the key of a reference beside one.
  mutating func bindNumber(
    _ number: NumberSyntax, expecting expected: DataType?
  ) -> BoundExpression? {
    guard let decimal = DecimalNumber(literal: number) else {
      report(.numberOutOfRange(number.digits), at: number.place)
      return nil
    }
    guard decimal.scale == 0, !number.isPercent else {
      return .literal(.decimal(decimal), .decimal(scale: decimal.scale))
    }
    guard let int = Int64(exactly: decimal.unscaled) else {
      report(.numberOutOfRange(number.digits), at: number.place)
      return nil
    }
    if expected == .period, let year = Int(exactly: int),
      let first = CalendarDate(year: year, month: 1, day: 1),
      let period = Period(.year, containing: first)
    {
      return .literal(.period(period), .period)
    }
    if case .reference(let reference) = expected, reference.key == .text {
      return .literal(.text(number.digits), .reference(reference))
    }
    return .literal(.int(int), .int)
  }

  /// A text in quotes, which names a value where one of an enumeration or reference is needed.
  mutating func bindText(
    _ text: String, expecting expected: DataType?, at place: SyntaxRange
  ) -> BoundExpression? {
    switch expected?.element {
    case .enumeration(let enumeration):
      let word = vocabulary.values(spelled: text, of: .enumeration(enumeration.name)).first
      let value = ValueSyntax(
        key: word?.key ?? text, type: word?.type, place: place)
      return bindNamedValue(value, as: .enumeration(enumeration))
    case .reference(let reference):
      let type = ValueType.entity(reference.entity)
      let named = vocabulary.values(spelled: text, of: type)
      let keys = Set(named.map(\.key)).sorted()
      guard keys.count < 2 else {
        report(.ambiguousValue(text, keys: keys), at: place)
        return nil
      }
      let word =
        named.first
        ?? vocabulary.values.first { $0.type == type && $0.key == text }
      let value = ValueSyntax(key: word?.key ?? text, type: word?.type, place: place)
      return bindNamedValue(value, as: .reference(reference))
    default: return .literal(.text(text), .text)
    }
  }

  /// A day is a date where a date is needed or nothing says otherwise.
  mutating func bindPeriod(
    _ periods: PeriodListSyntax, expecting expected: DataType?
  ) -> BoundExpression? {
    if expected == .enumeration(.weekday), let days = periods.period.weekdays, days.count == 1 {
      return .literal(.rank(days[0]), .enumeration(.weekday))
    }
    guard let resolved = resolve(periods) else { return nil }
    guard resolved.count == 1, let period = resolved.first else {
      report(.severalPeriods, at: periods.place)
      return nil
    }
    if period.granularity == .day, let day = period.start, expected != .period {
      return .literal(.date(day), .date)
    }
    return .literal(.period(period), .period)
  }

  mutating func bindSingleValue(
    _ list: ValueListSyntax, expecting expected: DataType?
  ) -> BoundExpression? {
    guard list.values.count == 1, let value = list.values.first else {
      report(.listCompared, at: list.place)
      return nil
    }
    let type = expected ?? naturalType(of: value)
    return bindNamedValue(value, as: type.element)
  }

  private func naturalType(of value: ValueSyntax) -> DataType {
    switch value.type {
    case .entity(let name):
      guard let index = catalog.entityIndex(name), let key = keyExpression(of: index, base: 0)
      else { return .text }
      let kind: ReferenceType.Key = key.type == .int ? .int : .text
      return .reference(ReferenceType(entity: name, key: kind))
    case .enumeration(let name):
      return catalog.enumeration(name).map { .enumeration($0.type) } ?? .text
    case nil: return .text
    }
  }
}

extension DecimalNumber {
  /// A number as written, with 万, 亿 and % worked in; nil where it does not fit.
  init?(literal: NumberSyntax) {
    guard let digits = DecimalNumber(literal.digits)?.normalized else { return nil }
    let scale = digits.scale + (literal.isPercent ? 2 : 0)
    guard scale <= Self.maximumScale else { return nil }
    let factor = DecimalNumber(unscaled: Self.powerOfTen(literal.magnitude), scale: 0)
    let number = DecimalNumber(unscaled: digits.unscaled, scale: scale)
    guard let product = try? number.multiplied(by: factor) else { return nil }
    self = product.normalized
  }
}
