import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Computes what aggregates take from rows: their arguments, in the rows that take part.
struct AggregateArguments {
  private var arguments: [(value: (any ValueEvaluator)?, filter: (any ConditionEvaluator)?)] = []

  init(_ aggregates: [Aggregate]) throws(EngineError) {
    for aggregate in aggregates {
      var value: (any ValueEvaluator)?
      var filter: (any ConditionEvaluator)?
      if let argument = aggregate.argument { value = try ExpressionCompiler.value(argument) }
      if let condition = aggregate.filter {
        filter = try ExpressionCompiler.condition(condition)
      }
      arguments.append((value, filter))
    }
  }

  /// An argument over the rows of a batch.
  struct Evaluated {
    /// The values of the rows that take part; nil where the aggregate has no argument.
    let values: Column?
    /// The place of each row's value in `values`, −1 for a row that takes no part; nil where each
    /// row has its own place.
    let places: [Int32]?
  }

  /// The arguments over a batch; each is computed only in rows for which its filter is true.
  func evaluate(_ batch: Batch) throws(EngineError) -> [Evaluated] {
    var evaluated: [Evaluated] = []
    for (value, filter) in arguments {
      var rows = SelectedRows(batch)
      var places: [Int32]?
      if let flags = try filter?.flags(rows), flags.contains(false) {
        var next: Int32 = 0
        places = flags.map { flag in
          if !flag { return KeyInterner.none }
          next += 1
          return next - 1
        }
        rows = rows.keeping(flags)
      }
      evaluated.append(Evaluated(values: try value?.evaluate(rows), places: places))
    }
    return evaluated
  }
}

/// Gathers several aggregates of the same groups.
struct GroupAggregation {
  private var accumulators: [any Accumulator]

  init(_ aggregates: [Aggregate]) {
    accumulators = aggregates.map { $0.makeAccumulator() }
  }

  /// Adds rows of a batch whose arguments were computed.
  ///
  /// - Parameters:
  ///   - rows: the batch's rows to add, each as often as it comes; nil for all.
  ///   - groups: the group of each row added.
  mutating func add(
    _ arguments: [AggregateArguments.Evaluated], rows: [Int32]?, groups: [Int32],
    groupCount: Int
  ) throws(EngineError) {
    for (index, argument) in arguments.enumerated() {
      let (places, groups) = Self.participants(argument.places, rows, groups)
      var values = argument.values
      if let places {
        values = try limited { () throws(ColumnTooLong) in try values?.taking(places) }
      }
      try accumulators[index].add(values, groups: groups, groupCount: groupCount)
    }
  }

  /// The memory that the accumulators hold, about.
  var byteCount: Int { accumulators.reduce(0) { $0 + $1.byteCount } }

  /// One column for each aggregate, one row for each group.
  mutating func finish(groupCount: Int) throws(EngineError) -> [Column] {
    var columns: [Column] = []
    for index in accumulators.indices {
      columns.append(try accumulators[index].finish(groupCount: groupCount))
    }
    return columns
  }

  /// The places of the values to add, nil for all in their order, and the groups of each.
  private static func participants(
    _ places: [Int32]?, _ rows: [Int32]?, _ groups: [Int32]
  ) -> (places: [Int32]?, groups: [Int32]) {
    guard let places else { return (rows, groups) }
    var takenPlaces: [Int32] = []
    var takenGroups: [Int32] = []
    for (index, group) in groups.enumerated() {
      let place = places[rows.map { Int($0[index]) } ?? index]
      if place == KeyInterner.none { continue }
      takenPlaces.append(place)
      takenGroups.append(group)
    }
    return (takenPlaces, takenGroups)
  }
}
