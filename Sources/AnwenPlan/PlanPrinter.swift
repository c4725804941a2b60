import AnwenTypes

/// Prints a plan as indented text: one node a line, its inputs below it.
///
///     sort #due descending
///       filter #section = 4
///         scan tasks: #number, #section, #due
///
/// A column is `#` and its name, with its position in brackets where the name is not unique. The
/// text is for people and for tests of plans; nothing reads it back, but different plans print
/// differently.
package struct PlanPrinter {
  /// The lines of a plan, each ended by a newline.
  ///
  /// - Parameter note: what is to stand behind the line of a node, by the line's number from 0.
  package static func text(
    _ plan: LogicalPlan, note: (_ line: Int) -> String = { _ in "" }
  ) -> String {
    var lines: [String] = []
    append(plan, indentedBy: 0, to: &lines)
    return lines.enumerated().map { index, line in line + note(index) + "\n" }.joined()
  }

  private static func append(
    _ plan: LogicalPlan, indentedBy indentation: Int, to lines: inout [String]
  ) {
    lines.append(String(repeating: "  ", count: indentation) + line(plan))
    for input in plan.inputs { append(input, indentedBy: indentation + 1, to: &lines) }
  }

  /// One node, without its inputs.
  private static func line(_ plan: LogicalPlan) -> String {
    switch plan {
    case .scan(let node): scanLine(node)
    case .values(let node): valuesLine(node)
    case .filter(let node):
      "filter " + ExpressionPrinter(node.input.schema).text(node.predicate)
    case .project(let node): projectLine(node)
    case .sort(let node): sortLine(node)
    case .slice(let node):
      "slice " + (node.count.map { String($0) } ?? "all")
        + (node.offset > 0 ? " after \(node.offset)" : "")
    case .aggregate(let node): aggregateLine(node)
    case .lookup(let node):
      "lookup " + ExpressionPrinter(node.input.schema).text(node.key) + " = "
        + ExpressionPrinter(node.target.schema).text(node.targetKey)
    case .groupJoin(let node): groupJoinLine(node)
    case .expand(let node):
      "expand " + ExpressionPrinter(node.input.schema).name(ofColumn: node.column)
    case .union: "union"
    case .window(let node): windowLine(node)
    case .matching(let node): matchingLine(node)
    case .totals(let node): totalsLine(node)
    case .join(let node):
      node.kind.rawValue + " join " + ExpressionPrinter(node.pairSchema).text(node.condition)
    case .correlation(let node): correlationLine(node)
    case .rowsAtHand(let node): rowsAtHandLine(node)
    }
  }
}

extension PlanPrinter {
  /// The fields, and every row: different rows are different plans.
  private static func valuesLine(_ node: LogicalPlan.Values) -> String {
    let names = node.schema.fields.map { "#" + ExpressionPrinter.quoted(name: $0.name) }
    let rows = node.rows.map { row in
      let texts = zip(row, node.schema.fields).map { LiteralText.text($0, $1.type) }
      return "(" + texts.joined(separator: ", ") + ")"
    }
    return joined("values", names) + " = " + rows.joined(separator: " ")
  }

  private static func scanLine(_ node: LogicalPlan.Scan) -> String {
    let columns = zip(node.columns, node.schema.fields).map { column, field in
      let name = ExpressionPrinter.quoted(name: field.name)
      return column == field.name
        ? "#" + name : ExpressionPrinter.quoted(name: column) + " as #" + name
    }
    return joined("scan " + ExpressionPrinter.quoted(name: node.table), columns)
  }

  private static func projectLine(_ node: LogicalPlan.Project) -> String {
    let printer = ExpressionPrinter(node.input.schema)
    let items = zip(node.expressions, node.schema.fields).map { expression, field in
      item(printer.text(expression), field)
    }
    return "project " + items.joined(separator: ", ")
  }

  private static func sortLine(_ node: LogicalPlan.Sort) -> String {
    let printer = ExpressionPrinter(node.input.schema)
    return "sort " + keysText(node.keys, printer) + (node.limit.map { " first \($0)" } ?? "")
  }

  private static func keysText(
    _ keys: [LogicalPlan.Sort.Key], _ printer: ExpressionPrinter
  ) -> String {
    keys.map { printer.text($0.expression) + ($0.isDescending ? " descending" : "") }
      .joined(separator: ", ")
  }

  private static func windowLine(_ node: LogicalPlan.Window) -> String {
    let printer = ExpressionPrinter(node.input.schema)
    var head = "window"
    if !node.partition.isEmpty {
      head += " per " + node.partition.map(printer.text).joined(separator: ", ")
    }
    if !node.order.isEmpty { head += " by " + keysText(node.order, printer) }
    let items = zip(node.functions, node.fields).map { item(text($0, printer), $1) }
    return joined(head, items)
  }

  private static func text(_ function: WindowFunction, _ printer: ExpressionPrinter) -> String {
    switch function {
    case .rowNumber: "row number"
    case .rank: "rank"
    case .denseRank: "dense rank"
    case .neighbour(let value, let count):
      printer.text(value) + (count < 0 ? " \(-count) before" : " \(count) behind")
    case .aggregate(let aggregate, .all): printer.text(aggregate)
    case .aggregate(let aggregate, .running): "running " + printer.text(aggregate)
    case .aggregate(let aggregate, .moving(let count)):
      printer.text(aggregate) + " of \(count) rows"
    }
  }

  private static func aggregateLine(_ node: LogicalPlan.AggregateRows) -> String {
    let printer = ExpressionPrinter(node.input.schema)
    let keys = zip(node.keys, node.schema.fields).map { item(printer.text($0), $1) }
    let fields = node.schema.fields[node.keys.count...]
    let by = keys.isEmpty ? "" : " by " + keys.joined(separator: ", ")
    return joined("aggregate" + by, items(node.aggregates, Array(fields), printer))
  }

  private static func groupJoinLine(_ node: LogicalPlan.GroupJoin) -> String {
    let many = ExpressionPrinter(node.many.schema)
    let keys =
      ExpressionPrinter(node.input.schema).text(node.key) + " = " + many.text(node.manyKey)
    return joined("group join " + keys, items(node.aggregates, node.fields, many))
  }

  private static func correlationLine(_ node: LogicalPlan.Correlation) -> String {
    let many = ExpressionPrinter(node.many.schema)
    return joined(
      "correlate by " + many.text(node.number), items(node.aggregates, node.fields, many))
  }

  private static func rowsAtHandLine(_ node: LogicalPlan.RowsAtHand) -> String {
    let columns = zip(node.columns, node.schema.fields).map { position, field in
      "#" + ExpressionPrinter.quoted(name: field.name) + " from \(position)"
    }
    return joined("rows at hand", columns)
  }

  private static func matchingLine(_ node: LogicalPlan.Matching) -> String {
    let (input, other) = (
      ExpressionPrinter(node.input.schema), ExpressionPrinter(node.other.schema)
    )
    let pairs = zip(node.keys, node.otherKeys).map { input.text($0) + " = " + other.text($1) }
    return joined(node.isNegated ? "not matching" : "matching", pairs)
  }

  private static func totalsLine(_ node: LogicalPlan.Totals) -> String {
    let printer = ExpressionPrinter(node.input.schema)
    let levels = node.levels.map { level in
      level.keys.isEmpty
        ? "grand" : "by " + level.keys.map { printer.name(ofColumn: $0) }.joined(separator: " and ")
    }
    return "totals " + levels.joined(separator: ", ")
  }

  private static func items(
    _ aggregates: [Aggregate], _ fields: [Field], _ printer: ExpressionPrinter
  ) -> [String] {
    zip(aggregates, fields).map { item(printer.text($0), $1) }
  }

  /// An expression and the name of its column, which is left out where it says the same.
  private static func item(_ expression: String, _ field: Field) -> String {
    let name = "#" + ExpressionPrinter.quoted(name: field.name)
    return expression == name ? expression : expression + " as " + name
  }

  private static func joined(_ head: String, _ items: [String]) -> String {
    items.isEmpty ? head : head + ": " + items.joined(separator: ", ")
  }
}
