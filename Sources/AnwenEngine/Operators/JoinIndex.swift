import AnwenColumns
import AnwenFunctions
import AnwenPlan
import AnwenTypes

/// What a join's rows are found by: all values that have to be equal, or else one list or value
/// that has to share an element.
struct JoinKeys {
  let left: [any ValueEvaluator]
  let right: [any ValueEvaluator]
  private let usesShared: Bool

  init(_ terms: JoinTerms) throws(EngineError) {
    usesShared = terms.keys.isEmpty
    let keys = usesShared ? Array(terms.sharedKeys.prefix(1)) : terms.keys
    left = try ExpressionCompiler.values(keys.map(\.left))
    right = try ExpressionCompiler.values(keys.map(\.right))
  }

  /// The terms that are still to be tested on the pairs that the keys find.
  func tested(of terms: JoinTerms, leftCount: Int) -> [BoundExpression] {
    let shared = usesShared ? Array(terms.sharedKeys.dropFirst()) : terms.sharedKeys
    return shared.map { key in
      .call(.sharesElement, [key.left, key.right.remappingColumns { leftCount + $0 }], .bool)
    } + terms.rest
  }
}

/// The right rows of a join by their keys.
struct JoinIndex {
  let rows: Batch
  private var interners: [KeyInterner]
  /// The number of each combination of two numbers, key by key.
  private var combinations: [[Int64: Int32]]
  private var rowsOfKey: [[Int32]] = []

  init(_ rows: Batch, _ keys: JoinKeys) throws(EngineError) {
    self.rows = rows
    interners = [KeyInterner](repeating: KeyInterner(), count: keys.right.count)
    combinations = [[Int64: Int32]](repeating: [:], count: max(keys.right.count - 1, 0))
    if keys.right.isEmpty { return }
    for (row, numbers) in try numbers(of: rows, keys.right, isAdding: true).enumerated() {
      for number in numbers {
        while rowsOfKey.count <= Int(number) { rowsOfKey.append([]) }
        rowsOfKey[Int(number)].append(Int32(row))
      }
    }
  }

  /// The memory that it holds beside the rows, about.
  var byteCount: Int {
    (rowsOfKey.count + combinations.reduce(0) { $0 + $1.count }) * 48 + rows.rowCount * 4
  }

  /// For each left row the right rows with its keys, in their order; nil where there are no keys.
  mutating func candidates(
    of left: Batch, _ keys: JoinKeys
  ) throws(EngineError) -> [[Int32]]? {
    if keys.left.isEmpty { return nil }
    return try numbers(of: left, keys.left, isAdding: false).map { numbers in
      switch numbers.count {
      case 0: []
      case 1: rowsOfKey[Int(numbers[0])]
      default: Set(numbers.flatMap { rowsOfKey[Int($0)] }).sorted()
      }
    }
  }

  /// For each row the numbers of its keys: none where one is missing or not known, several for a
  /// list.
  private mutating func numbers(
    of batch: Batch, _ keys: [any ValueEvaluator], isAdding: Bool
  ) throws(EngineError) -> [[Int32]] {
    let first = try keys[0].evaluate(SelectedRows(batch))
    if case .lists(let offsets, let elements) = first.storage {
      let numbers = elementNumbers(elements, 0, isAdding)
      return (0..<first.rowCount).map { row in
        let all = numbers[Int(offsets[row])..<Int(offsets[row + 1])]
        return Set(all).filter { $0 != KeyInterner.none }.sorted()
      }
    }
    var numbers = elementNumbers(first, 0, isAdding)
    for index in keys.indices.dropFirst() {
      let next = elementNumbers(
        try keys[index].evaluate(SelectedRows(batch)), index, isAdding)
      for row in numbers.indices {
        numbers[row] = combined(numbers[row], next[row], index - 1, isAdding)
      }
    }
    return numbers.map { $0 == KeyInterner.none ? [] : [$0] }
  }

  private mutating func elementNumbers(
    _ column: Column, _ key: Int, _ isAdding: Bool
  ) -> [Int32] {
    isAdding
      ? interners[key].numbers(addingValuesOf: column) : interners[key].knownNumbers(of: column)
  }

  private mutating func combined(
    _ first: Int32, _ second: Int32, _ table: Int, _ isAdding: Bool
  ) -> Int32 {
    if first == KeyInterner.none || second == KeyInterner.none { return KeyInterner.none }
    let key = Int64(first) << 32 | Int64(second)
    if let number = combinations[table][key] { return number }
    if !isAdding { return KeyInterner.none }
    let number = Int32(combinations[table].count)
    combinations[table][key] = number
    return number
  }
}
