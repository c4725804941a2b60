import AnwenPlan
import AnwenTypes

extension ReferenceEngine {
  /// For each row, the rows of its partition in order are found anew.
  func window(_ node: LogicalPlan.Window) throws -> [[Value]] {
    let rows = try run(node.input)
    let keys = try rows.map { row in
      try node.partition.map { try ReferenceEvaluator.value($0, row) }
    }
    let orders = try rows.map { row in
      try node.order.map { try ReferenceEvaluator.value($0.expression, row) }
    }
    // An expression that fails does so whether a frame looks at its row or not.
    for function in node.functions {
      for row in rows { try look(at: row, function) }
    }
    let isDescending = node.order.map(\.isDescending)
    return try rows.indices.map { index in
      var places: [Int] = []
      for other in rows.indices where isSame(keys[other], keys[index]) {
        let place = places.firstIndex { isBefore(orders[other], orders[$0], isDescending) }
        places.insert(other, at: place ?? places.count)
      }
      let place = places.firstIndex(of: index) ?? 0
      // How many different orders stand up to each row.
      var dense = 0
      var first = 0
      for other in 0...place
      where other == 0 || isBefore(orders[places[other - 1]], orders[places[other]], isDescending) {
        dense += 1
        first = other
      }
      let values = try node.functions.map { function in
        try value(
          of: function, places.map { rows[$0] }, place: place, rank: first + 1, denseRank: dense)
      }
      return rows[index] + values
    }
  }

  private func look(at row: [Value], _ function: WindowFunction) throws {
    switch function {
    case .rowNumber, .rank, .denseRank: break
    case .neighbour(let value, _): _ = try ReferenceEvaluator.value(value, row)
    case .aggregate(let aggregate, _):
      guard let argument = aggregate.argument, try takesPart(row, aggregate) else { return }
      _ = try ReferenceEvaluator.value(argument, row)
    }
  }

  private func value(
    of function: WindowFunction, _ partition: [[Value]], place: Int, rank: Int, denseRank: Int
  ) throws -> Value {
    switch function {
    case .rowNumber: return .int(Int64(place + 1))
    case .rank: return .int(Int64(rank))
    case .denseRank: return .int(Int64(denseRank))
    case .neighbour(let expression, let rowCount):
      guard partition.indices.contains(place + rowCount) else {
        return expression.type.isList ? .list([]) : .missing
      }
      return try ReferenceEvaluator.value(expression, partition[place + rowCount])
    case .aggregate(let aggregate, .all): return try value(of: aggregate, partition)
    case .aggregate(let aggregate, .running):
      return try value(of: aggregate, Array(partition[...place]))
    case .aggregate(let aggregate, .moving(let count)):
      return try value(of: aggregate, Array(partition[max(0, place - count + 1)...place]))
    }
  }
}
