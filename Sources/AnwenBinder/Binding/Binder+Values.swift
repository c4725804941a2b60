import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Named values and periods.
extension Binder {
  /// Binds what a slot of the phrase at hand holds, else the expression itself.
  ///
  /// What stands in a slot was read from the query, though the phrase's body is the model's.
  mutating func withSubstitution<Result>(
    of syntax: ExpressionSyntax, _ bind: (inout Binder, ExpressionSyntax) -> Result
  ) -> Result {
    guard case .slot = syntax else { return bind(&self, syntax) }
    let wasInModel = isInModel
    isInModel = slotsAreInModel
    defer { isInModel = wasInModel }
    return bind(&self, substituted(syntax))
  }

  private func substituted(_ syntax: ExpressionSyntax) -> ExpressionSyntax {
    guard case .slot(let name, _) = syntax, let argument = slots[name] else { return syntax }
    return switch argument {
    case .values(let list): .values(list)
    case .periods(let periods): .period(periods)
    case .number(let number): .number(number)
    case .text(let text, let place, _): .text(text, place)
    }
  }

  /// One named value, as a literal of the type that is needed.
  mutating func bindNamedValue(
    _ value: ValueSyntax, as type: DataType
  ) -> BoundExpression? {
    switch type {
    case .reference(let reference):
      if case .entity(reference.entity) = value.type, let key = keyValue(value.key, type: type) {
        return .literal(key, type)
      }
      if value.type == nil, let key = keyValue(value.key, type: type), reference.key == .int {
        return .literal(key, type)
      }
      let names = vocabulary.values.filter { $0.type == .entity(reference.entity) }
      return unknown(value, of: words(for: reference), expected: [], among: names.map(\.spelling))
    case .enumeration(let enumeration):
      if let rank = rank(of: value, in: enumeration) { return .literal(.rank(rank), type) }
      let names = enumeration.cases.flatMap { [$0.label.chinese, $0.name] }
      let labels = enumeration.cases.map(\.label)
      return unknown(value, of: words(for: enumeration), expected: labels, among: names)
    case .list(let element): return bindNamedValue(value, as: element)
    case .text: return .literal(.text(spelling(of: value)), .text)
    case .bool, .int, .decimal, .float, .date, .period:
      report(
        .notOfType(spelling(of: value), words(for: type)), at: value.place)
      return nil
    }
  }

  private mutating func unknown(
    _ value: ValueSyntax, of words: LocalizedText, expected: [LocalizedText],
    among names: [String]
  ) -> BoundExpression? {
    let written = spelling(of: value)
    report(
      .unknownValue(
        written, of: words, expected: expected,
        candidates: NearestWords.nearest(to: written, among: names)),
      at: value.place)
    return nil
  }

  private func rank(of value: ValueSyntax, in type: EnumerationType) -> UInt8? {
    let key: String
    if case .enumeration(type.name) = value.type {
      key = value.key
    } else {
      let written = spelling(of: value)
      let word = vocabulary.values(spelled: written, of: .enumeration(type.name)).first
      // The values of a bucket are no words.
      if word == nil, catalog.enumeration(type.name) != nil { return nil }
      key = word?.key ?? written
    }
    return type.cases.firstIndex { $0.name == key }.map { UInt8($0) }
  }

  /// The value as it was typed.
  func spelling(of value: ValueSyntax) -> String {
    guard value.type != nil else { return value.key }
    if let parameter = value.parameter { return parameter.text }
    return (isInModel ? catalog.text : text).source.slice(value.place.range)
  }

  /// An expression as it was typed.
  func written(_ expression: ExpressionSyntax) -> String {
    (isInModel ? catalog.text : text).source.slice(expression.place.range)
  }

  /// A value of a type, with the model's own words in either language.
  func words(for type: DataType) -> LocalizedText {
    switch type {
    case .reference(let reference):
      let words = words(for: reference)
      return LocalizedText(english: "a \(words.english)", chinese: words.chinese)
    case .enumeration(let enumeration):
      let words = words(for: enumeration)
      return LocalizedText(
        english: "a value of \(words.english)", chinese: "\(words.chinese)的取值")
    default: return BindingProblem.words(for: type)
    }
  }

  func words(for reference: ReferenceType) -> LocalizedText {
    guard let entity = catalog.entity(reference.entity) else {
      return LocalizedText(english: reference.entity, chinese: reference.entity)
    }
    return LocalizedText(
      english: entity.words.name, chinese: entity.words.text(in: .chinese))
  }

  func words(for type: EnumerationType) -> LocalizedText {
    catalog.enumeration(type.name)?.words.label
      ?? LocalizedText(english: type.name, chinese: type.name)
  }

  /// Whether a column holds one of the values, or for `both … and` a list column all of them.
  mutating func isOneOf(
    _ subject: BoundExpression, _ list: ValueListSyntax
  ) -> BoundExpression? {
    let element = subject.type.element
    var literals: [Value] = []
    for value in list.values {
      guard case .literal(let literal, _) = bindNamedValue(value, as: element) else { return nil }
      literals.append(literal)
    }
    guard subject.type.isList else {
      guard literals.count > 1 else {
        return .comparison(.equal, subject, .literal(literals[0], element))
      }
      return list.joining == .all
        ? .and(literals.map { .comparison(.equal, subject, .literal($0, element)) })
        : .isIn(subject, values: literals)
    }
    switch list.joining {
    case .any:
      return .quantified(
        .any, list: subject, condition: .isIn(.column(0, element), values: literals))
    case .all:
      return .and(
        literals.map {
          .quantified(
            .any, list: subject,
            condition: .comparison(.equal, .column(0, element), .literal($0, element)))
        })
    case .plainAnd:
      report(.plainAndOfList, at: list.place)
      return nil
    }
  }

  // MARK: - Periods

  mutating func resolve(_ periods: PeriodListSyntax) -> [Period]? {
    switch resolver.resolve(periods.period) {
    case .success(let resolved):
      return periods.isEach ? selected(of: resolved.periods, from: periods) : resolved.periods
    case .failure(let problem):
      report(problem as any Problem, at: periods.place)
      return nil
    }
  }

  /// Whether a day lies in one of the periods.
  mutating func within(
    _ date: BoundExpression, _ periods: PeriodListSyntax
  ) -> BoundExpression? {
    guard let said = resolve(periods) else { return nil }
    let resolved = isInModel ? said : noted(said, periods, about: date)
    if resolved.count > 1, let negation {
      reportNegatedList(periods, under: negation)
      return nil
    }
    let choices = resolved.map { inDays(date, from: $0.start, through: $0.last) }
    return choices.count == 1 ? choices[0] : .or(choices)
  }

  /// A period between others; a plain integer there is a year.
  mutating func period(_ syntax: ExpressionSyntax) -> Period? {
    switch syntax {
    case .period(let periods):
      guard let resolved = resolve(periods) else { return nil }
      guard resolved.count == 1 else {
        report(.severalPeriods, at: periods.place)
        return nil
      }
      return resolved[0]
    case .number(let number): return year(number)
    default: return nil
    }
  }

  /// A plain integer where a period is expected is a year.
  mutating func withinYear(
    _ date: BoundExpression, _ number: NumberSyntax
  ) -> BoundExpression? {
    year(number).map { inDays(date, from: $0.start, through: $0.last) }
  }

  private mutating func year(_ number: NumberSyntax) -> Period? {
    guard !number.isPercent, number.magnitude == 0, let year = Int(number.digits),
      let first = CalendarDate(year: year, month: 1, day: 1),
      let period = Period(.year, containing: first)
    else {
      report(.numberOutOfRange(number.digits), at: number.place)
      return nil
    }
    return period
  }

  /// Whether a week, month or longer unit lies in one of the periods with all its days.
  mutating func units(
    of subject: BoundExpression, within periods: PeriodListSyntax
  ) -> BoundExpression? {
    guard let resolved = resolve(periods) else { return nil }
    var values: [Value] = []
    for period in resolved {
      guard let start = period.start, let last = period.last,
        last.days(since: start) <= Binder.unitRangeDayLimit
      else {
        report(.dateEqualsPeriod, at: periods.place)
        return nil
      }
      let units: [Period.Granularity] = [.week, .month, .quarter, .half, .year]
      values += [.period(period)] + units.flatMap { Self.units($0, from: start, through: last) }
    }
    return .isIn(subject, values: values)
  }

  /// A century: in a longer period, the units are not listed one by one.
  private static let unitRangeDayLimit = 36_525

  private static func units(
    _ unit: Period.Granularity, from start: CalendarDate, through last: CalendarDate
  ) -> [Value] {
    var values: [Value] = []
    var day = start
    while day <= last, let period = Period(unit, containing: day), let end = period.last {
      if let first = period.start, first >= start, end <= last { values.append(.period(period)) }
      guard let next = end.adding(days: 1) else { break }
      day = next
    }
    return values
  }

  func inDays(
    _ date: BoundExpression, from start: CalendarDate?, through last: CalendarDate?
  ) -> BoundExpression {
    var bounds: [BoundExpression] = []
    if let start {
      bounds.append(.comparison(.greaterOrEqual, date, .literal(.date(start), .date)))
    }
    if let last { bounds.append(.comparison(.lessOrEqual, date, .literal(.date(last), .date))) }
    return bounds.count == 1 ? bounds[0] : .and(bounds)
  }
}
