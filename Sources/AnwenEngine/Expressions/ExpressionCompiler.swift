import AnwenColumns
import AnwenFunctions
import AnwenPlan
import AnwenTypes

/// Computes a value for each of some rows.
protocol ValueEvaluator {
  /// A column with as many rows as `input`, of the expression's type.
  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column
}

/// Tests a condition in each of some rows.
protocol ConditionEvaluator {
  /// One flag for each row of `input`.
  func flags(_ input: SelectedRows) throws(EngineError) -> [Bool]
}

/// Makes evaluators of bound expressions.
///
/// An evaluator handles all rows of a batch at once, so that the kind of an expression and the
/// types of its operands are looked at once per batch. It may remember what it computed for the
/// texts of a dictionary, and so belongs to one operator.
enum ExpressionCompiler {
  static func value(_ expression: BoundExpression) throws(EngineError) -> any ValueEvaluator {
    switch expression {
    case .literal(let value, let type): return LiteralValue(value, type)
    case .column(let position, _): return ColumnValue(position: position)
    case .not, .and, .or, .comparison, .isMissing, .isIn, .quantified:
      return ConditionValue(condition: try condition(expression))
    case .arithmetic(let operation, let left, let right, let type):
      return try arithmetic(operation, left, right, type)
    case .negated(let operand): return NegatedValue(operand: try value(operand))
    case .coalesce(let terms, let type):
      return CoalescedValue(terms: try values(terms), type: type)
    case .ifThenElse(let test, let then, let otherwise, let type):
      return BranchedValue(
        condition: try condition(test), then: try value(then), otherwise: try value(otherwise),
        type: type)
    case .call(let function, let arguments, let type):
      let call = FunctionCall(arguments: arguments.map(\.argument), type: type)
      return CalledValue(arguments: try values(arguments), kernel: function.kernel(for: call))
    case .converted(let operand, let type):
      return ConvertedValue(operand: try value(operand), type: type)
    }
  }

  static func condition(
    _ expression: BoundExpression
  ) throws(EngineError) -> any ConditionEvaluator {
    switch expression {
    case .not(let operand): return NegatedCondition(operand: try condition(operand))
    case .and(let terms): return try junction(terms, isAnd: true)
    case .or(let terms): return try junction(terms, isAnd: false)
    case .comparison(let comparison, let left, let right):
      return try self.comparison(comparison, left, right)
    case .isMissing(let operand): return MissingCondition(operand: try value(operand))
    case .isIn(let operand, let values):
      return try MembershipCondition(operand: value(operand), values: values, type: operand.type)
    case .quantified(let quantifier, let list, let test):
      return QuantifiedCondition(
        quantifier: quantifier, list: try value(list), condition: try condition(test))
    case .literal, .column, .arithmetic, .negated, .coalesce, .ifThenElse, .call, .converted:
      return ValueCondition(value: try value(expression))
    }
  }

  static func values(_ expressions: [BoundExpression]) throws(EngineError) -> [any ValueEvaluator] {
    var values: [any ValueEvaluator] = []
    for expression in expressions { values.append(try value(expression)) }
    return values
  }

  private static func junction(
    _ terms: [BoundExpression], isAnd: Bool
  ) throws(EngineError) -> any ConditionEvaluator {
    var conditions: [JunctionCondition.Term] = []
    for term in terms {
      conditions.append(
        JunctionCondition.Term(condition: try condition(term), mayFail: term.mayFail))
    }
    return JunctionCondition(terms: conditions, isAnd: isAnd)
  }

  /// A comparison; one with a literal text is answered once for each text of a dictionary.
  private static func comparison(
    _ comparison: BoundExpression.Comparison, _ left: BoundExpression, _ right: BoundExpression
  ) throws(EngineError) -> any ConditionEvaluator {
    if case .literal(.text(let text), _) = right {
      return TextComparisonCondition(operand: try value(left), comparison, text)
    }
    if case .literal(.text(let text), _) = left {
      return TextComparisonCondition(operand: try value(right), comparison.swapped, text)
    }
    return ComparisonCondition(
      comparison: comparison, left: try value(left), right: try value(right))
  }

  private static func arithmetic(
    _ operation: BoundExpression.Arithmetic, _ left: BoundExpression, _ right: BoundExpression,
    _ type: DataType
  ) throws(EngineError) -> any ValueEvaluator {
    let (leftValue, rightValue) = (try value(left), try value(right))
    switch (type, left.type, right.type) {
    case (_, .date, .date): return DateDifference(left: leftValue, right: rightValue)
    case (.date, .int, .date):
      return ShiftedDate(date: rightValue, days: leftValue, isBackwards: false)
    case (.date, _, _):
      return ShiftedDate(
        date: leftValue, days: rightValue, isBackwards: operation == .subtract)
    case (.int, _, _):
      return IntArithmetic(operation: operation, left: leftValue, right: rightValue)
    case (.float, _, _):
      return FloatArithmetic(operation: operation, left: leftValue, right: rightValue)
    default:
      return DecimalArithmetic(
        operation: operation, left: leftValue, right: rightValue, type: type)
    }
  }
}

extension BoundExpression.Comparison {
  /// The comparison that holds with the sides exchanged.
  fileprivate var swapped: Self {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
