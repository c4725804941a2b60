/// An expression or a condition, as it was written; names are canonical, not resolved.
package indirect enum ExpressionSyntax: Hashable, Sendable {
  // Literals
  case number(NumberSyntax)
  /// Numbers that lie between two: in `bucket`, and where one of its values may stand.
  case range(RangeSyntax)
  case text(String, SyntaxRange)
  case bool(Bool, SyntaxRange)
  case period(PeriodListSyntax)
  /// Beside a date: `due + 3 months`.
  case duration(DurationSyntax)
  /// `{leaders}` in the body of a model's phrase: what stands in the slot.
  case slot(String, SyntaxRange)
  /// A parameter of a script, with the text or truth value that it stands for.
  case parameter(String, ExpressionSyntax, SyntaxRange)
  /// An expression that a script defines.
  case expansion(ExpansionSyntax)
  /// One or several named values without a word that says of what: `应急部门`, `重大`.
  case values(ValueListSyntax)

  // Names
  case name(NameSyntax)
  /// The same of the nearest rows outside that have such a name.
  case outer(NameSyntax)
  /// A named condition of the model.
  case condition(String, SyntaxRange)
  case phrase(PhraseSyntax)
  /// A bare period beside a noun, about the noun's main date.
  case mainDate(PeriodListSyntax)
  /// Bare named values beside a noun.
  case bareValues(ValueListSyntax)
  /// An integer behind a noun: the row with that key.
  case key(String, SyntaxRange)

  // Operators
  case not(ExpressionSyntax, SyntaxRange)
  case and([ExpressionSyntax])
  case or([ExpressionSyntax])
  case comparison(ComparisonSyntax)
  case arithmetic(ArithmeticSyntax)
  case negated(ExpressionSyntax, SyntaxRange)
  case membership(MembershipSyntax)
  case isMissing(ExpressionSyntax, SyntaxRange)
  case textMatch(TextMatchSyntax)
  case existence(ExistenceSyntax)

  // Calls
  case aggregate(AggregateSyntax)
  case measure(MeasureSyntax)
  case call(CallSyntax)
  case conditional(ConditionalSyntax)
  /// In an item of `derive` alone.
  case window(WindowSyntax)
}

/// A path of names, the first in scope and each other in the entity that the one before reaches.
package struct NameSyntax: Hashable, Sendable {
  package let path: [String]
  package let place: SyntaxRange

  package init(path: [String], place: SyntaxRange) {
    self.path = path
    self.place = place
  }
}

/// `a + b` and its kin.
package struct ArithmeticSyntax: Hashable, Sendable {
  package enum Operator: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case wholeDivide = "div"
  }

  package let arithmetic: Operator
  package let left: ExpressionSyntax
  package let right: ExpressionSyntax
  package let operatorPlace: SyntaxRange

  package init(
    _ arithmetic: Operator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    operatorPlace: SyntaxRange
  ) {
    self.arithmetic = arithmetic
    self.left = left
    self.right = right
    self.operatorPlace = operatorPlace
  }
}

/// `count(tasks)`, `sum(x of inspections this month)`, in `summarize` also `count` and `sum(x)`.
package struct AggregateSyntax: Hashable, Sendable {
  package let function: Keyword
  package let argument: ExpressionSyntax?
  /// How many of the values are at most as large as a percentile.
  package let part: NumberSyntax?
  /// The rows over which it runs; nil for the rows of a group.
  package let relation: RelatedSyntax?
  package let place: SyntaxRange

  /// Rows for which it is false do not take part.
  package let filter: ExpressionSyntax?

  package init(
    function: Keyword, argument: ExpressionSyntax?, part: NumberSyntax? = nil,
    relation: RelatedSyntax?, filter: ExpressionSyntax?, place: SyntaxRange
  ) {
    self.function = function
    self.argument = argument
    self.part = part
    self.relation = relation
    self.filter = filter
    self.place = place
  }
}

/// A call of a scalar function by its canonical name.
package struct CallSyntax: Hashable, Sendable {
  package let function: String
  package let arguments: [ExpressionSyntax]
  package let place: SyntaxRange

  package init(function: String, arguments: [ExpressionSyntax], place: SyntaxRange) {
    self.function = function
    self.arguments = arguments
    self.place = place
  }
}

/// `if … then … else …`, and `case when … then … when … then … else …`.
package struct ConditionalSyntax: Hashable, Sendable {
  package struct Branch: Hashable, Sendable {
    package let condition: ExpressionSyntax
    package let value: ExpressionSyntax

    package init(condition: ExpressionSyntax, value: ExpressionSyntax) {
      self.condition = condition
      self.value = value
    }
  }

  /// The first whose condition holds counts; at least one.
  package let branches: [Branch]
  /// Where none holds; nil for a missing value.
  package let otherwise: ExpressionSyntax?
  package let place: SyntaxRange

  package init(branches: [Branch], otherwise: ExpressionSyntax?, place: SyntaxRange) {
    self.branches = branches
    self.otherwise = otherwise
    self.place = place
  }
}
