import AnwenFunctions
import AnwenPlan
import AnwenTypes

extension RandomPlans {
  mutating func join(
    _ input: LogicalPlan, _ types: [DataType], _ other: TestTable
  ) -> LogicalPlan {
    let condition = pairCondition(types, other.fields.map(\.type))
    // Few rows, since there may come of them as many as there are pairs.
    let left = LogicalPlan.slice(LogicalPlan.Slice(input: input, offset: 0, count: 20))
    let right = LogicalPlan.slice(LogicalPlan.Slice(input: other.scan, offset: 0, count: 5))
    return .join(
      LogicalPlan.Join(
        pick(LogicalPlan.Join.Kind.allCases), left: left, right: right, condition: condition))
  }

  /// A few terms, most of them equalities of the two sides.
  private mutating func pairCondition(_ left: [DataType], _ right: [DataType]) -> BoundExpression {
    let terms = (0..<pick([0, 1, 1, 2, 3])).map { _ in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return expression(.bool, over: left + right, depth: 2)
      case 1:
        let element: DataType = pick([.int, .text])
        let own = expression(chance(50) ? element : .list(element), over: left, depth: 0)
        return .call(
          .sharesElement, [own, expressionOfRight(.list(element), left, right)], .bool)
      default:
        let type = pick(Self.types)
        let own = expression(type, over: left, depth: chance(80) ? 0 : 1)
        return .comparison(.equal, own, expressionOfRight(type, left, right))
      }
    }
    return terms.count == 1 ? terms[0] : .and(terms)
  }

  private mutating func expressionOfRight(
    _ type: DataType, _ left: [DataType], _ right: [DataType]
  ) -> BoundExpression {
    expression(type, over: right, depth: 0).remappingColumns { left.count + $0 }
  }

  /// Over pairs of the rows at hand and those of another table.
  mutating func correlation(
    _ input: LogicalPlan, _ types: [DataType], _ other: TestTable
  ) -> LogicalPlan {
    let rows = LogicalPlan.rowsAtHand(
      LogicalPlan.RowsAtHand(columns: Array(types.indices), of: input.schema))
    let rowTypes = rows.schema.fields.map(\.type)
    let pairs = LogicalPlan.join(
      LogicalPlan.Join(
        .inner, left: rows, right: other.scan,
        condition: pairCondition(rowTypes, other.fields.map(\.type))))
    let manyTypes = pairs.schema.fields.map(\.type)
    let many = LogicalPlan.filter(
      LogicalPlan.Filter(input: pairs, predicate: expression(.bool, over: manyTypes, depth: 2)))
    let aggregates = (0..<pick([0, 1, 3])).map { _ in aggregate(over: manyTypes) }
    return .correlation(
      LogicalPlan.Correlation(
        input: input, many: many, number: .column(types.count, .int), aggregates: aggregates,
        fields: fields(aggregates.map(\.type), "c")))
  }
}
