import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Carries out `LogicalPlan.Matching`: holds the keys of the other side, and looks up each row's.
struct MatchingOperator: PhysicalOperator {
  private var input: any PhysicalOperator
  private var other: any PhysicalOperator
  private let keys: [any ValueEvaluator]
  private let otherKeys: [any ValueEvaluator]
  /// Whether a key of the input is a list that stands for its elements.
  private let isSpread: [Bool]
  private let isNegated: Bool
  private let context: ExecutionContext
  private var known: KnownKeys?

  init(
    _ node: LogicalPlan.Matching, input: any PhysicalOperator, other: any PhysicalOperator,
    _ context: ExecutionContext
  ) throws(EngineError) {
    self.input = input
    self.other = other
    self.context = context
    keys = try ExpressionCompiler.values(node.keys)
    otherKeys = try ExpressionCompiler.values(node.otherKeys)
    isNegated = node.isNegated
    isSpread = zip(node.keys, node.otherKeys).map { $0.type.isList && !$1.type.isList }
  }

  mutating func next() throws(EngineError) -> Batch? {
    if known == nil { known = try gatherKeys() }
    while let batch = try input.next(), var known {
      try context.checkInterruption()
      // The keys leave the operator while they are looked up, so that they are not copied.
      self.known = nil
      var columns: [[[Int32]]] = []
      for (index, key) in keys.enumerated() {
        let column = try key.evaluate(SelectedRows(batch))
        columns.append(known.numbers(of: column, key: index, isSpread: isSpread[index]))
      }
      let rows = (0..<batch.rowCount).filter { row in
        known.holds(columns.map { $0[row] }) != isNegated
      }
      self.known = known
      if rows.isEmpty { continue }
      if rows.count == batch.rowCount { return batch }
      return try limited { () throws(ColumnTooLong) in try batch.taking(rows.map { Int32($0) }) }
    }
    return nil
  }

  private mutating func gatherKeys() throws(EngineError) -> KnownKeys {
    var known = KnownKeys(keyCount: otherKeys.count)
    while let batch = try other.next() {
      try context.checkInterruption()
      var columns: [Column] = []
      for key in otherKeys { columns.append(try key.evaluate(SelectedRows(batch))) }
      known.add(columns, rowCount: batch.rowCount)
    }
    return known
  }
}

/// The combinations of keys of the other side.
private struct KnownKeys {
  private var interners: [KeyInterner]
  private var combinations: Set<[Int32]> = []

  init(keyCount: Int) {
    interners = [KeyInterner](repeating: KeyInterner(), count: keyCount)
  }

  mutating func add(_ columns: [Column], rowCount: Int) {
    let numbers = columns.enumerated().map { index, column in
      interners[index].numbers(addingValuesOf: column)
    }
    for row in 0..<rowCount { combinations.insert(numbers.map { $0[row] }) }
  }

  /// For each row the numbers that a key has there: none where its value is not known, one where
  /// it is, missing being a value too, and several for a list.
  mutating func numbers(of column: Column, key: Int, isSpread: Bool) -> [[Int32]] {
    guard isSpread, case .lists(let offsets, let elements) = column.storage else {
      return numbers(of: column, key: key)
    }
    let elementNumbers = numbers(of: elements, key: key)
    return (0..<column.rowCount).map { row in
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      return range.isEmpty ? [KeyInterner.none] : range.flatMap { elementNumbers[$0] }
    }
  }

  private mutating func numbers(of column: Column, key: Int) -> [[Int32]] {
    let present = column.nonmissing
    return interners[key].knownNumbers(of: column).enumerated().map { row, number in
      let isUnknown = number == KeyInterner.none && present?[row] ?? true
      return isUnknown ? [] : [number]
    }
  }

  /// Whether one of the combinations of the keys' numbers is known.
  func holds(_ keys: [[Int32]]) -> Bool {
    var prefixes: [[Int32]] = [[]]
    for numbers in keys { prefixes = prefixes.flatMap { prefix in numbers.map { prefix + [$0] } } }
    return prefixes.contains { combinations.contains($0) }
  }
}
