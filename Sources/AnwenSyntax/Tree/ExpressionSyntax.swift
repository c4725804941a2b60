/// An expression or a condition, as it was written; names are canonical, not resolved.
package indirect enum ExpressionSyntax: Hashable, Sendable {
  // Literals
  case number(NumberSyntax)
  case text(String, SyntaxRange)
  case bool(Bool, SyntaxRange)
  case period(PeriodListSyntax)
  /// `{leaders}` in the body of a model's phrase: what stands in the slot.
  case slot(String, SyntaxRange)
  /// One or several named values without a word that says of what: `应急部门`, `重大`.
  case values(ValueListSyntax)

  // Names
  case name(NameSyntax)
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
  case call(CallSyntax)
  case conditional(ConditionalSyntax)
}

/// A number as it was written, digits and point only.
package struct NumberSyntax: Hashable, Sendable {
  package let digits: String
  /// Written with a percent sign.
  package let isPercent: Bool
  /// The power of ten that a word behind it adds: 4 for 万, 8 for 亿.
  package let magnitude: Int
  package let place: SyntaxRange

  package init(digits: String, isPercent: Bool, magnitude: Int, place: SyntaxRange) {
    self.digits = digits
    self.isPercent = isPercent
    self.magnitude = magnitude
    self.place = place
  }
}

/// A period literal, which may be a list of periods, with its place.
package struct PeriodListSyntax: Hashable, Sendable {
  package let period: PeriodSyntax
  package let place: SyntaxRange

  package init(_ period: PeriodSyntax, place: SyntaxRange) {
    self.period = period
    self.place = place
  }
}

/// A name of a value, with the type that the vocabulary gives it.
package struct ValueSyntax: Hashable, Sendable {
  package let key: String
  /// Nil for a bare word that is no name of the vocabulary.
  package let type: ValueType?
  package let place: SyntaxRange

  package init(key: String, type: ValueType?, place: SyntaxRange) {
    self.key = key
    self.type = type
    self.place = place
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

/// A path of names, the first in scope and each other in the entity that the one before reaches.
package struct NameSyntax: Hashable, Sendable {
  package let path: [String]
  package let place: SyntaxRange

  package init(path: [String], place: SyntaxRange) {
    self.path = path
    self.place = place
  }
}

/// A phrase of the model with what stands in its slots, by the slots' names.
package struct PhraseSyntax: Hashable, Sendable {
  package enum Argument: Hashable, Sendable {
    case values(ValueListSyntax)
    case periods(PeriodListSyntax)
    case number(NumberSyntax)
    case text(String, SyntaxRange)
  }

  package let entity: String
  package let id: Int
  package let arguments: [String: Argument]
  package let place: SyntaxRange

  package init(entity: String, id: Int, arguments: [String: Argument], place: SyntaxRange) {
    self.entity = entity
    self.id = id
    self.arguments = arguments
    self.place = place
  }
}

/// `a < b`, and a bare period relation such as `due before 2024-06`.
package struct ComparisonSyntax: Hashable, Sendable {
  package enum Operator: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  package let comparison: Operator
  package let left: ExpressionSyntax
  package let right: ExpressionSyntax
  package let operatorPlace: SyntaxRange

  package init(
    _ comparison: Operator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    operatorPlace: SyntaxRange
  ) {
    self.comparison = comparison
    self.left = left
    self.right = right
    self.operatorPlace = operatorPlace
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

/// `x in (a, b)`, `x in 2024Q2`, `x between a and b`, `list has a`.
package struct MembershipSyntax: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// One of the members; a period member holds all its days.
    case oneOf([ExpressionSyntax])
    /// Both ends belong to it.
    case between(ExpressionSyntax, ExpressionSyntax)
    /// A list column holds the value, or the values, joined as written.
    case has(ExpressionSyntax)
  }

  package let subject: ExpressionSyntax
  package let kind: Kind
  package let operatorPlace: SyntaxRange

  package init(subject: ExpressionSyntax, kind: Kind, operatorPlace: SyntaxRange) {
    self.subject = subject
    self.kind = kind
    self.operatorPlace = operatorPlace
  }
}

/// `title contains "消防"` and its kin.
package struct TextMatchSyntax: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case contains
    case startsWith
    case endsWith
  }

  package let kind: Kind
  package let subject: ExpressionSyntax
  package let pattern: ExpressionSyntax
  package let operatorPlace: SyntaxRange

  package init(
    _ kind: Kind, subject: ExpressionSyntax, pattern: ExpressionSyntax,
    operatorPlace: SyntaxRange
  ) {
    self.kind = kind
    self.subject = subject
    self.pattern = pattern
    self.operatorPlace = operatorPlace
  }
}

/// `with at least 2 tasks`, `without inspections this month`, `没有责任领导`.
package struct ExistenceSyntax: Hashable, Sendable {
  package enum Quantity: Hashable, Sendable {
    case some
    case none
    case atLeast(Int)
    case atMost(Int)
    case exactly(Int)
  }

  package enum Subject: Hashable, Sendable {
    /// A relation, list or reference, with what is said of its rows.
    case related(name: String, ClauseSyntax)
    /// A column, which is missing or is not.
    case column(NameSyntax)
  }

  package let quantity: Quantity
  package let subject: Subject
  package let place: SyntaxRange

  package init(quantity: Quantity, subject: Subject, place: SyntaxRange) {
    self.quantity = quantity
    self.subject = subject
    self.place = place
  }
}

/// `count(tasks)`, `sum(x of inspections this month)`, in `summarize` also `count` and `sum(x)`.
package struct AggregateSyntax: Hashable, Sendable {
  package let function: Keyword
  package let argument: ExpressionSyntax?
  /// The relation over whose rows it runs, with its name in scope; nil for the rows of a group.
  package let relation: RelatedClause?
  package let place: SyntaxRange

  package struct RelatedClause: Hashable, Sendable {
    package let name: String
    package let clause: ClauseSyntax

    package init(name: String, clause: ClauseSyntax) {
      self.name = name
      self.clause = clause
    }
  }

  /// Rows for which it is false do not take part.
  package let filter: ExpressionSyntax?

  package init(
    function: Keyword, argument: ExpressionSyntax?, relation: RelatedClause?,
    filter: ExpressionSyntax?, place: SyntaxRange
  ) {
    self.function = function
    self.argument = argument
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

/// `if … then … else …`.
package struct ConditionalSyntax: Hashable, Sendable {
  package let condition: ExpressionSyntax
  package let then: ExpressionSyntax
  package let otherwise: ExpressionSyntax
  package let place: SyntaxRange

  package init(
    condition: ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax,
    place: SyntaxRange
  ) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    self.place = place
  }
}
