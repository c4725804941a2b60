/// A parameter of a script where a literal could stand.
package struct ParameterUse: Hashable, Sendable {
  package let name: String
  /// What was written for its value.
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A number as it was written, digits and point only.
package struct NumberSyntax: Hashable, Sendable {
  package let digits: String
  /// Written with a percent sign.
  package let isPercent: Bool
  /// The power of ten that a word behind it adds: 4 for 万, 8 for 亿.
  package let magnitude: Int
  package let place: SyntaxRange
  package let parameter: ParameterUse?

  package init(
    digits: String, isPercent: Bool, magnitude: Int, place: SyntaxRange,
    parameter: ParameterUse? = nil
  ) {
    self.digits = digits
    self.isPercent = isPercent
    self.magnitude = magnitude
    self.place = place
    self.parameter = parameter
  }
}

/// `8..30`, `91..`, `..0`: numbers from one to another, with both; never open on both sides.
package struct RangeSyntax: Hashable, Sendable {
  package struct Bound: Hashable, Sendable {
    package let number: NumberSyntax
    package let isNegative: Bool

    /// The number as written.
    var text: String {
      (isNegative ? "-" : "") + number.digits + CanonicalText.unit(of: number)
    }
  }

  package let low: Bound?
  package let high: Bound?
  package let place: SyntaxRange

  /// The range as written, without spaces: the name of the values that it holds.
  package var text: String { (low?.text ?? "") + ".." + (high?.text ?? "") }

  /// From its end to its beginning.
  package var turnedText: String { (high?.text ?? "") + ".." + (low?.text ?? "") }
}

/// A whole number that counts rows: a literal, or a parameter of the script.
package struct CountSyntax: Hashable, Sendable {
  package let value: Int
  package let parameter: ParameterUse?
  /// What was added to the parameter: `more than n` is one more.
  package let offset: Int

  package init(_ value: Int, parameter: ParameterUse? = nil, offset: Int = 0) {
    self.value = value
    self.parameter = parameter
    self.offset = offset
  }

  /// So many more.
  func adding(_ offset: Int) -> CountSyntax {
    CountSyntax(
      value + offset, parameter: parameter, offset: parameter == nil ? 0 : self.offset + offset)
  }
}

extension CountSyntax: CustomStringConvertible {
  package var description: String { String(value) }
}

/// A period literal, which may be a list of periods, with its place.
package struct PeriodListSyntax: Hashable, Sendable {
  package let period: PeriodSyntax
  /// Whether each of several periods is meant, and not any of them: 1月和2月都, `each of`.
  package let isEach: Bool
  package let place: SyntaxRange
  package let parameter: ParameterUse?

  package init(
    _ period: PeriodSyntax, isEach: Bool = false, place: SyntaxRange,
    parameter: ParameterUse? = nil
  ) {
    self.period = period
    self.isEach = isEach
    self.place = place
    self.parameter = parameter
  }

  /// The same periods, each of which is meant.
  func each() -> PeriodListSyntax { PeriodListSyntax(period, isEach: true, place: place) }
}

/// A number of units of time, which a date may be moved by: `3 months`, 两周.
package struct DurationSyntax: Hashable, Sendable {
  package let count: Int
  package let unit: PeriodUnit
  package let place: SyntaxRange

  package init(count: Int, unit: PeriodUnit, place: SyntaxRange) {
    self.count = count
    self.unit = unit
    self.place = place
  }
}

/// A name of a value, with the type that the vocabulary gives it.
package struct ValueSyntax: Hashable, Sendable {
  package let key: String
  /// Nil for a bare word that is no name of the vocabulary.
  package let type: ValueType?
  package let place: SyntaxRange
  package let parameter: ParameterUse?

  package init(
    key: String, type: ValueType?, place: SyntaxRange, parameter: ParameterUse? = nil
  ) {
    self.key = key
    self.type = type
    self.place = place
    self.parameter = parameter
  }
}

/// One or several values, and how they are joined.
package struct ValueListSyntax: Hashable, Sendable {
  package enum Joining: Hashable, Sendable {
    /// One value, or side by side, or with `,` `、` `or`.
    case any
    /// `both … and`, `共同`, `都`.
    case all
    /// A plain `and` or `和`: any where the column holds one value, else an error.
    case plainAnd
  }

  package let values: [ValueSyntax]
  package let joining: Joining
  package let place: SyntaxRange

  package init(values: [ValueSyntax], joining: Joining, place: SyntaxRange) {
    self.values = values
    self.joining = joining
    self.place = place
  }
}
