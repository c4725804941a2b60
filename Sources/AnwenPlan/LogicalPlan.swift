package import AnwenTypes

/// What a query computes: the waist between the language and the engines.
///
/// Plans are values. No node looks up a name: expressions refer to columns by position, and a
/// scan carries the names of its table and columns as opaque physical identifiers.
package indirect enum LogicalPlan: Hashable, Sendable {
  case scan(Scan)
  case filter(Filter)
  case project(Project)
  case sort(Sort)
  case slice(Slice)
  case aggregate(AggregateRows)
  case lookup(Lookup)
  case groupJoin(GroupJoin)
  case expand(Expand)

  package var schema: Schema {
    switch self {
    case .scan(let node): node.schema
    case .filter(let node): node.input.schema
    case .project(let node): node.schema
    case .sort(let node): node.input.schema
    case .slice(let node): node.input.schema
    case .aggregate(let node): node.schema
    case .lookup(let node): node.schema
    case .groupJoin(let node): node.schema
    case .expand(let node): node.schema
    }
  }
}

extension LogicalPlan {
  /// The rows of a table, in key order.
  ///
  /// SQL: `SELECT columns FROM table ORDER BY key`.
  package struct Scan: Hashable, Sendable {
    package let table: String
    /// Physical names, one for each field of the schema.
    package let columns: [String]
    package let schema: Schema

    package init(table: String, columns: [String], schema: Schema) {
      precondition(columns.count == schema.fields.count, "a scan needs a column for each field")
      self.table = table
      self.columns = columns
      self.schema = schema
    }
  }

  /// Keeps the input rows whose predicate is true.
  ///
  /// Schema: the input's. Row order: preserved. SQL: `WHERE`.
  package struct Filter: Hashable, Sendable {
    package let input: LogicalPlan
    package let predicate: BoundExpression

    /// - Precondition: `predicate` is boolean and reads only columns of `input`.
    package init(input: LogicalPlan, predicate: BoundExpression) {
      precondition(predicate.type == .bool, "a filter needs a boolean predicate")
      self.input = input
      self.predicate = predicate
    }
  }

  /// One output column for each expression. Row order: preserved. SQL: the `SELECT` list.
  package struct Project: Hashable, Sendable {
    package let input: LogicalPlan
    package let expressions: [BoundExpression]
    package let schema: Schema

    package init(input: LogicalPlan, expressions: [BoundExpression], schema: Schema) {
      precondition(expressions.map(\.type) == schema.fields.map(\.type), "a projection's types")
      self.input = input
      self.expressions = expressions
      self.schema = schema
    }
  }

  /// Orders the rows; equal rows keep the input's order. Missing comes last in both directions.
  ///
  /// Text orders by its UTF-8 bytes, enumerations by rank. SQL: `ORDER BY … NULLS LAST`.
  package struct Sort: Hashable, Sendable {
    package struct Key: Hashable, Sendable {
      package let expression: BoundExpression
      package let isDescending: Bool

      package init(_ expression: BoundExpression, isDescending: Bool) {
        self.expression = expression
        self.isDescending = isDescending
      }
    }

    package let input: LogicalPlan
    package let keys: [Key]

    package init(input: LogicalPlan, keys: [Key]) {
      self.input = input
      self.keys = keys
    }
  }

  /// At most `count` rows after the first `offset`. SQL: `LIMIT … OFFSET …`.
  package struct Slice: Hashable, Sendable {
    package let input: LogicalPlan
    package let offset: Int
    package let count: Int?

    package init(input: LogicalPlan, offset: Int, count: Int?) {
      self.input = input
      self.offset = offset
      self.count = count
    }
  }

  /// One row for each different combination of the keys, in key order: the keys, then the
  /// aggregates. Missing is one key value, and last. Without keys: one row, also of no input.
  ///
  /// SQL: `GROUP BY keys ORDER BY keys`.
  package struct AggregateRows: Hashable, Sendable {
    package let input: LogicalPlan
    package let keys: [BoundExpression]
    package let aggregates: [Aggregate]
    package let schema: Schema

    package init(
      input: LogicalPlan, keys: [BoundExpression], aggregates: [Aggregate], schema: Schema
    ) {
      precondition(
        keys.map(\.type) + aggregates.map(\.type) == schema.fields.map(\.type),
        "an aggregation's types")
      self.input = input
      self.keys = keys
      self.aggregates = aggregates
      self.schema = schema
    }
  }

  /// The input's columns, then those of the one row of `target` whose key equals; missing where
  /// there is none. Row order and count: the input's.
  ///
  /// SQL: `LEFT JOIN target ON target.key = key`, the key being unique.
  package struct Lookup: Hashable, Sendable {
    package let input: LogicalPlan
    package let target: LogicalPlan
    /// Over the input.
    package let key: BoundExpression
    /// Over the target; different in every row.
    package let targetKey: BoundExpression

    package init(
      input: LogicalPlan, target: LogicalPlan, key: BoundExpression, targetKey: BoundExpression
    ) {
      self.input = input
      self.target = target
      self.key = key
      self.targetKey = targetKey
    }

    package var schema: Schema { Schema(input.schema.fields + target.schema.fields) }
  }

  /// The input's columns, then one column for each aggregate over the rows of `many` whose key
  /// equals the input row's key. Missing keys never meet. Row order and count: the input's.
  ///
  /// Either key may be a list: then rows meet when they have an element in common, and a row of
  /// `many` counts once for an input row. SQL: a left join with a grouped subquery.
  package struct GroupJoin: Hashable, Sendable {
    package let input: LogicalPlan
    package let many: LogicalPlan
    /// Over the input.
    package let key: BoundExpression
    /// Over `many`.
    package let manyKey: BoundExpression
    /// Over `many`.
    package let aggregates: [Aggregate]
    /// Names of the aggregates' columns.
    package let fields: [Field]

    package init(
      input: LogicalPlan, many: LogicalPlan, key: BoundExpression, manyKey: BoundExpression,
      aggregates: [Aggregate], fields: [Field]
    ) {
      precondition(aggregates.map(\.type) == fields.map(\.type), "a group join's types")
      self.input = input
      self.many = many
      self.key = key
      self.manyKey = manyKey
      self.aggregates = aggregates
      self.fields = fields
    }

    package var schema: Schema { Schema(input.schema.fields + fields) }
  }

  /// One row for each element of a list column, which takes the list's place at `column`; an
  /// empty list gives one row with a missing element. SQL: `LEFT JOIN UNNEST(column)`.
  package struct Expand: Hashable, Sendable {
    package let input: LogicalPlan
    package let column: Int
    package let schema: Schema

    /// - Precondition: `column` is a list.
    package init(input: LogicalPlan, column: Int) {
      self.input = input
      self.column = column
      var fields = input.schema.fields
      let field = fields[column]
      precondition(field.type.isList, "only a list can be expanded")
      fields[column] = Field(name: field.name, type: field.type.element, label: field.label)
      schema = Schema(fields)
    }
  }
}
