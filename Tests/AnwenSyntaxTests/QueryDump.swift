import AnwenSyntax

/// A query's tree on one line, with brackets around whatever has parts.
enum QueryDump {
  static func text(_ query: QuerySyntax) -> String {
    let asOf = query.asOf.map { " as of " + text($0) } ?? ""
    return ([text(query.source) + asOf] + query.stages.map(text)).joined(separator: " | ")
  }

  private static func text(_ source: SourceSyntax) -> String {
    switch source {
    case .clause(let clause): text(clause)
    case .periods(let source): "\(source.unit)s of " + text(source.periods)
    case .oneRow: "one row"
    case .named(let name): name.name
    }
  }

  private static func text(_ clause: ClauseSyntax) -> String {
    clause.entity + (clause.base.map { "=" + $0.name } ?? "")
      + (clause.modifiers.isEmpty ? "" : "[" + list(clause.modifiers, "; ") + "]")
  }

  private static func text(_ stage: StageSyntax) -> String {
    switch stage.kind {
    case .filter(let condition): "where " + text(condition)
    case .select(let items): "select " + self.items(items)
    case .derive(let items): "derive " + self.items(items)
    case .summarize(let aggregates, let keys):
      "summarize " + items(aggregates) + (keys.isEmpty ? "" : " by " + items(keys))
    case .sort(let keys):
      "sort " + text(keys)
    case .take(let count): "take \(count)"
    case .write(let file): "write '\(file.text)'"
    case .pivot(let pivot):
      "pivot " + text(.name(pivot.key)) + (pivot.values.map { " in (\(list($0, ", ")))" } ?? "")
    case .compare(let compare):
      "compare " + (compare.date.map { text(.name($0)) + " " } ?? "")
        + compare.earlier.map { "\($0)" }.joined(separator: " and ")
    case .fill(let fill):
      (["fill"] + (fill.periods.map { ["\($0.unit) of " + text($0.periods)] } ?? [])
        + fill.keys.map { "by " + $0.path.joined(separator: ".") }).joined(separator: " ")
    case .require(let require):
      "require "
        + require.requirements.map { one in
          "\(one.quantity) \(text(.aggregate(one.count))) \(one.periods.unit) of "
            + text(one.periods.periods) + (one.condition.map { " where " + text($0) } ?? "")
        }.joined(separator: ", ") + (require.isSummary ? " summary" : "")
    case .total(let keys):
      "total" + keys.map { " " + text(.name($0)) }.joined(separator: ",")
    case .skip(let count): "skip \(count)"
    case .distinct(let columns): "distinct[\(list(columns, ", "))]"
    case .top(let top):
      "top \(top.count) by \(text(top.keys)) per [\(list(top.groups, ", "))]"
        + (top.keepsTies ? " with ties" : "")
    case .rename(let renamings):
      "rename "
        + renamings.map { $0.alias.name + "=" + $0.name.path.joined(separator: ".") }
        .joined(separator: ", ")
    case .drop(let names):
      "drop " + names.map { $0.path.joined(separator: ".") }.joined(separator: ", ")
    case .expand(let name): "expand " + name.path.joined(separator: ".")
    case .join(let join):
      "\(join.kind) join (\(text(join.query))) as \(join.name) on \(text(join.condition))"
    case .combine(let operation, let query): "\(operation) (\(text(query)))"
    case .assertion(let assertion):
      "assert " + text(assertion.condition) + (assertion.message.map { " '\($0)'" } ?? "")
    }
  }

  private static func text(_ keys: [SortKeySyntax]) -> String {
    keys.map { text($0.expression) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
  }

  private static func items(_ items: [ItemSyntax]) -> String {
    items.map { ($0.alias.map { $0.name + "=" } ?? "") + text($0.expression) }
      .joined(separator: ", ")
  }

  private static func list(_ expressions: [ExpressionSyntax], _ separator: String) -> String {
    expressions.map(text).joined(separator: separator)
  }

  static func text(_ expression: ExpressionSyntax) -> String {
    switch expression {
    case .number(let number):
      number.digits + (number.isPercent ? "%" : "")
        + (number.magnitude > 0 ? "e\(number.magnitude)" : "")
    case .range(let range): range.text
    case .text(let text, _): "'\(text)'"
    case .bool(let value, _): value ? "true" : "false"
    case .period(let periods): text(periods)
    case .duration(let duration): "\(duration.count) \(duration.unit)s"
    case .slot(let name, _): "{\(name)}"
    case .parameter(let name, let value, _): "\(name):\(text(value))"
    case .expansion(let node): "\(node.name.name)(\(list(node.arguments, ", ")))"
    case .values(let values): text(values)
    case .name(let name): name.path.joined(separator: ".")
    case .outer(let name): "outer." + name.path.joined(separator: ".")
    case .condition(let name, _): name
    case .phrase(let phrase): text(phrase)
    case .mainDate(let periods): "main-date " + text(periods)
    case .bareValues(let values): "bare " + text(values)
    case .key(let key, _): "key " + key
    case .not(let operand, _): "not(\(text(operand)))"
    case .and(let operands): "and(\(list(operands, ", ")))"
    case .or(let operands): "or(\(list(operands, ", ")))"
    case .comparison(let node):
      "(\(text(node.left)) \(node.comparison.rawValue) \(text(node.right)))"
    case .arithmetic(let node):
      "(\(text(node.left)) \(node.arithmetic.rawValue) \(text(node.right)))"
    case .negated(let operand, _): "-\(text(operand))"
    case .membership(let node): text(node)
    case .isMissing(let operand, _): "missing(\(text(operand)))"
    case .textMatch(let node): "\(node.kind)(\(text(node.subject)), \(text(node.pattern)))"
    case .existence(let node): text(node)
    case .aggregate(let node): text(node)
    case .measure(let node): text(node)
    case .call(let node): "\(node.function)(\(list(node.arguments, ", ")))"
    case .conditional(let node):
      "if("
        + list(
          node.branches.flatMap { [$0.condition, $0.value] } + [node.otherwise].compactMap { $0 },
          ", ") + ")"
    case .window(let node): text(node)
    }
  }

  private static func text(_ window: WindowSyntax) -> String {
    let function = window.function
    return function.keywords.map(\.rawValue).joined(separator: " ")
      + "(" + (function.argument.map(text) ?? "")
      + (function.rowCount.map { ", \($0)" } ?? "") + ") by [\(text(window.order))]"
      + " per [\(list(window.groups, ", "))]"
  }

  private static func text(_ periods: PeriodListSyntax) -> String {
    "<" + (periods.isEach ? "each of " : "") + PeriodPrinter(.english).print(periods.period) + ">"
  }

  private static func text(_ values: ValueListSyntax) -> String {
    let sign =
      switch values.joining {
      case .any: "|"
      case .all: "&"
      case .plainAnd: "+"
      }
    return values.values.map { $0.type == nil ? "?" + $0.key : $0.key }.joined(separator: sign)
  }

  /// Arguments are in the order of their slots' names.
  private static func text(_ phrase: PhraseSyntax) -> String {
    let arguments = phrase.arguments.sorted { $0.key < $1.key }.map { name, argument in
      switch argument {
      case .values(let values): "\(name) \(text(values))"
      case .periods(let periods): "\(name) \(text(periods))"
      case .number(let number): "\(name) \(number.digits)"
      case .text(let content, _, _): "\(name) '\(content)'"
      }
    }
    return "phrase\(phrase.id)(\(arguments.joined(separator: ", ")))"
  }

  private static func text(_ node: MembershipSyntax) -> String {
    switch node.kind {
    case .oneOf(let members): "in(\(text(node.subject)), \(list(members, ", ")))"
    case .between(let low, let high):
      "between(\(text(node.subject)), \(text(low)), \(text(high)))"
    case .has(let value): "has(\(text(node.subject)), \(text(value)))"
    case .relation(let relation, let value):
      "\(relation)(\(text(node.subject)), \(text(value)))"
    }
  }

  private static func text(_ node: ExistenceSyntax) -> String {
    let subject =
      switch node.subject {
      case .related(let related): text(related)
      case .column(let name): name.path.joined(separator: ".")
      }
    return switch node.quantity {
    case .some: "with(\(subject))"
    case .none: "without(\(subject))"
    case .only: "with(only \(subject))"
    case .atLeast(let count): "with(≥\(count) \(subject))"
    case .atMost(let count): "with(≤\(count) \(subject))"
    case .exactly(let count): "with(\(count) \(subject))"
    }
  }

  private static func text(_ related: RelatedSyntax) -> String {
    related.path.joined(separator: ".") + ":" + text(related.clause)
  }

  private static func text(_ node: MeasureSyntax) -> String {
    let relation = node.relation.map { text($0) }
    let filter = node.filter.map { "where " + text($0) }
    let parts = [relation.map { "of " + $0 }, filter].compactMap { $0 }
    return "measure \(node.name)(\(parts.joined(separator: " ")))"
  }

  private static func text(_ node: AggregateSyntax) -> String {
    let argument = node.argument.map(text)
    let relation = node.relation.map { text($0) }
    let filter = node.filter.map { "where " + text($0) }
    let parts = [argument, relation.map { argument == nil ? $0 : "of " + $0 }, filter]
    let part = node.part.map { ", " + text(.number($0)) } ?? ""
    return "\(node.function.rawValue)(\(parts.compactMap { $0 }.joined(separator: " "))\(part))"
  }
}
