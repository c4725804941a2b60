import AnwenColumns
import AnwenTypes

/// Whether two lists, or a list and a value, have an element in common.
struct SharedElement: ValueEvaluator {
  let left: any ValueEvaluator
  let right: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    var keys = KeyInterner()
    let first = Self.numbers(of: try left.evaluate(input), &keys)
    let second = Self.numbers(of: try right.evaluate(input), &keys)
    let flags = zip(first, second).map { first, second in
      first.contains { $0 != KeyInterner.none && second.contains($0) }
    }
    return Column(type: .bool, storage: .bools(flags), presence: nil, rowCount: input.count)
  }

  private static func numbers(of column: Column, _ keys: inout KeyInterner) -> [ArraySlice<Int32>] {
    guard case .lists(let offsets, let elements) = column.storage else {
      return keys.numbers(addingValuesOf: column).map { [$0] }
    }
    let numbers = keys.numbers(addingValuesOf: elements)
    return (0..<column.rowCount).map { numbers[Int(offsets[$0])..<Int(offsets[$0 + 1])] }
  }
}
