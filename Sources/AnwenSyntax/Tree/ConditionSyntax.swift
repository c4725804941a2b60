/// A phrase of the model with what stands in its slots, by the slots' names.
package struct PhraseSyntax: Hashable, Sendable {
  package enum Argument: Hashable, Sendable {
    case values(ValueListSyntax)
    case periods(PeriodListSyntax)
    case number(NumberSyntax)
    case text(String, SyntaxRange, parameter: ParameterUse?)
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

/// `x in (a, b)`, `x in 2024Q2`, `x between a and b`, `list has a`.
package struct MembershipSyntax: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// One of the members; a period member holds all its days.
    case oneOf([ExpressionSyntax])
    /// Both ends belong to it.
    case between(ExpressionSyntax, ExpressionSyntax)
    /// How a date lies to another date or to a period: `closed_on before due`.
    case relation(PeriodRelation, ExpressionSyntax)
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
    /// The pattern is a regular expression.
    case matches
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
    /// At least one, and all that are related.
    case only
    case atLeast(CountSyntax)
    case atMost(CountSyntax)
    case exactly(CountSyntax)
  }

  package enum Subject: Hashable, Sendable {
    case related(RelatedSyntax)
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
