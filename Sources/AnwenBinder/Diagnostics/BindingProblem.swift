package import AnwenDiagnostics

/// One of several ways to read a question.
package struct ReadingText: Hashable, Sendable {
  /// With every relative date resolved.
  package let sentence: LocalizedText
  /// What can be typed instead; nil where nothing was found that has this reading alone.
  package let line: LocalizedText?
}

/// What is wrong with a text that could be read: its names, types and attachments.
package enum BindingProblem: Problem, Hashable {
  /// A name that is not in scope.
  case unknownName(String, candidates: [String])

  /// A value that an entity or enumeration does not hold.
  ///
  /// Example: `points where risk = 极高`
  case unknownValue(
    String, of: LocalizedText, expected: [LocalizedText], candidates: [String])

  /// A bare word where a value of a plain type is needed.
  ///
  /// Example: `tasks where special_campaign = 应急部门`
  case notOfType(String, LocalizedText)

  /// Two readings that mean different things.
  ///
  /// Example: `今年未销号隐患`
  case ambiguous([ReadingText])

  /// A name in quotes that several rows have; their keys.
  case ambiguousValue(String, keys: [String])

  /// Bare values that fit several columns.
  case ambiguousColumn(value: String, columns: [String])

  /// Two output columns with one name.
  ///
  /// Example: `tasks | select title, title`
  case duplicateName(String)

  /// Values joined by a plain `and`, about a list.
  ///
  /// Example: `tasks owned by 武长庚 and 刘洋`
  case plainAndOfList

  /// An operator or function got a type that it does not take; `offers` are conversions that help.
  ///
  /// Example: `tasks where title > 3`
  case typeMismatch(
    operation: String, left: LocalizedText, right: LocalizedText, offers: [String] = [])

  /// A derived column whose body has another type than the model declares.
  case wrongDefinition(declared: LocalizedText, found: LocalizedText)

  /// A condition was needed.
  ///
  /// Example: `tasks where title`
  case notACondition(LocalizedText)

  /// A day compared with a longer period.
  ///
  /// Example: `tasks where due = 2024Q2`
  case dateEqualsPeriod

  /// A list compared like one value.
  ///
  /// Example: `tasks where leaders = 刘洋`
  case listCompared

  /// Rows that are to be the only ones, of which nothing is said; the name of the rows.
  ///
  /// Example: `points with only hazards`
  case onlyOfAll(LocalizedText)

  /// A missing value, which is not compared but asked for.
  ///
  /// Example: `hazards where closed_on = null`
  case comparedWithMissing(String, isNegated: Bool)

  /// A column beside a list, which is asked for a value that is the same for every row; how the list
  /// was written.
  ///
  /// Example: `tasks where leaders has title`
  case columnInList(list: String)

  /// A pattern that is another one in each row.
  ///
  /// Example: `tasks where title matches title_en`
  case patternNotLiteral

  /// A period that means no days, or several where one is needed.
  ///
  /// Example: `tasks where due > 8月和9月`
  case severalPeriods

  /// Several periods under a negation, which may mean none of them or not every one; a line for
  /// each, where these can be said.
  ///
  /// Example: `1月和2月没有检查的点位`
  case periodListUnderNegation(lines: [LocalizedText])

  /// A number that does not fit its type.
  ///
  /// Example: `tasks where number = 99999999999999999999999`
  case numberOutOfRange(String)

  /// An aggregate over a relation where the rows of a group are meant.
  ///
  /// Example: `leaders | summarize count(tasks)`
  case relationInGroup

  /// A column among the aggregates of a group.
  ///
  /// Example: `tasks | summarize title by section`
  case notAnAggregate(String)

  /// A measure of the entity whose single row is at hand.
  ///
  /// Example: `hazards | derive x = close_rate`
  case measureOfOneRow(String)

  /// The body of a measure that is no expression over aggregates.
  case notAMeasure

  /// A derived column or condition that needs itself.
  case cyclicDefinition(String)

  /// A function got the wrong number of arguments.
  ///
  /// Example: `tasks where length(title, 3) > 1`
  case argumentCount(function: String, expected: ClosedRange<Int>, found: Int)

  /// A key that does not fit the entity's key.
  ///
  /// Example: `task 99999999999999999999`
  case keyMismatch(String)

  /// An entity without a key cannot be related.
  case noKey(String)

  package var code: String {
    switch self {
    case .unknownName: "E0211"
    case .unknownValue: "E0212"
    case .ambiguous: "E0213"
    case .ambiguousColumn: "E0214"
    case .ambiguousValue: "E0220"
    case .periodListUnderNegation: "E0221"
    case .duplicateName: "E0215"
    case .plainAndOfList: "E0216"
    case .cyclicDefinition: "E0217"
    case .keyMismatch: "E0218"
    case .noKey: "E0219"
    case .typeMismatch: "E0321"
    case .notACondition: "E0322"
    case .wrongDefinition: "E0330"
    case .notOfType: "E0331"
    case .dateEqualsPeriod: "E0323"
    case .listCompared: "E0324"
    case .columnInList: "E0332"
    case .comparedWithMissing: "E0333"
    case .onlyOfAll: "E0334"
    case .patternNotLiteral: "E0358"
    case .severalPeriods: "E0325"
    case .numberOutOfRange: "E0326"
    case .relationInGroup: "E0327"
    case .notAnAggregate: "E0328"
    case .argumentCount: "E0329"
    case .measureOfOneRow: "E1105"
    case .notAMeasure: "E1106"
    }
  }

  var isCyclicDefinition: Bool { if case .cyclicDefinition = self { true } else { false } }

  package var expected: [LocalizedText] {
    switch self {
    case .ambiguous(let readings) where corrections.isEmpty: readings.map(\.sentence)
    case .unknownValue(_, _, let expected, _): Array(expected.prefix(5))
    default: []
    }
  }

  package var corrections: [LocalizedText] {
    switch self {
    case .ambiguous(let readings):
      let lines = readings.compactMap(\.line)
      return lines.count == readings.count ? lines : []
    case .periodListUnderNegation(let lines): return lines
    default: return []
    }
  }

  package var suggestions: [String] {
    switch self {
    case .unknownName(_, let candidates), .unknownValue(_, _, _, let candidates): candidates
    case .typeMismatch(_, _, _, let offers): offers
    case .dateEqualsPeriod: ["in"]
    case .listCompared: ["has"]
    case .comparedWithMissing(_, let isNegated): [isNegated ? "is not missing" : "is missing"]
    default: []
    }
  }
}
