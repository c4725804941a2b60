import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.Totals`: takes all rows, and puts them and the totals in order.
struct TotalsOperator: PhysicalOperator {
  private let node: LogicalPlan.Totals
  private var input: any PhysicalOperator
  private var levels: [any PhysicalOperator]
  private let context: ExecutionContext
  private var result: BatchSlices?

  init(
    _ node: LogicalPlan.Totals, input: any PhysicalOperator, levels: [any PhysicalOperator],
    _ context: ExecutionContext
  ) {
    self.node = node
    self.input = input
    self.levels = levels
    self.context = context
  }

  mutating func next() throws(EngineError) -> Batch? {
    if result == nil { result = BatchSlices(try withTotals(), batchSize: context.batchSize) }
    return result?.next()
  }

  /// Where a row stands: for each level with keys the number of its combination, as they first
  /// come; a total row has as many as it has keys, and stands behind the rows that begin alike.
  private typealias Place = [Int32]

  private mutating func withTotals() throws(EngineError) -> Batch {
    let types = node.input.schema.fields.map(\.type)
    var pieces = [try context.allRows(of: &input, types: types, for: .grouping)]
    var places = [Place](repeating: [], count: pieces[0].rowCount)
    var marks = [Value](repeating: .missing, count: pieces[0].rowCount)
    var groupers: [RowGrouper] = []
    for level in node.levels where !level.keys.isEmpty {
      var grouper = RowGrouper(keyCount: level.keys.count)
      let groups = grouper.groups(of: level.keys.map { pieces[0].columns[$0] }).groups
      for (row, group) in groups.enumerated() { places[row].append(group) }
      groupers.append(grouper)
    }
    let knownCounts = groupers.map(\.groupCount)
    for index in node.levels.indices {
      let rows = try context.allRows(of: &levels[index], types: types, for: .grouping)
      let keys = node.levels[...index].map(\.keys).filter { !$0.isEmpty }
      let (kept, keptPlaces) = Self.places(of: rows, keys, &groupers, knownCounts)
      pieces.append(try limited { () throws(ColumnTooLong) in try rows.taking(kept) })
      places += keptPlaces.map { $0 + [.max] }
      marks += [Value](repeating: .rank(UInt8(index)), count: kept.count)
    }
    let order = places.indices.sorted {
      places[$0] == places[$1] ? $0 < $1 : places[$0].lexicographicallyPrecedes(places[$1])
    }
    return try limited { () throws(ColumnTooLong) in
      let all = try Batch.concatenating(pieces, types: types)
      let columns = all.columns + [Column(marks, type: node.mark.type)]
      return try Batch(columns: columns, rowCount: all.rowCount).taking(order.map { Int32($0) })
    }
  }

  /// The rows of a level whose keys the input has, and where they stand.
  private static func places(
    of rows: Batch, _ keys: [[Int]], _ groupers: inout [RowGrouper], _ knownCounts: [Int]
  ) -> (rows: [Int32], places: [Place]) {
    var places = [Place](repeating: [], count: rows.rowCount)
    var isKnown = [Bool](repeating: true, count: rows.rowCount)
    for level in keys.indices {
      let groups = groupers[level].groups(of: keys[level].map { rows.columns[$0] }).groups
      for (row, group) in groups.enumerated() {
        places[row].append(group)
        if group >= knownCounts[level] { isKnown[row] = false }
      }
    }
    let kept = isKnown.indices.filter { isKnown[$0] }
    return (kept.map { Int32($0) }, kept.map { places[$0] })
  }
}
