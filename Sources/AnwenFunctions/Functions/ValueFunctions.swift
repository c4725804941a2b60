import AnwenColumns
import AnwenTypes

/// Functions of values of any type.
extension ScalarFunction {
  static let valueFunctions = [coalesce, least, greatest]

  package static let coalesce = ScalarFunction(
    "coalesce", "首个非缺失", help: "the first value that is there",
    examples: [("coalesce(1 / 0, 2)", "2")],
    Signature(alike: .any, atLeast: 1), .expression)

  package static let least = ScalarFunction(
    "min", "最小", help: "the smallest, or earliest, of several values that are there",
    examples: [("min(3, 1.5, 2)", "1.5"), ("min(1 / 0, 2)", "2")],
    Signature(alike: .single, atLeast: 2), .anyValues { extreme(of: $0, .before) })

  package static let greatest = ScalarFunction(
    "max", "最大", help: "the largest, or latest, of several values that are there",
    examples: [("max(3, 1.5, 2)", "3"), ("max(2024-02-01, 2024-03-01)", "2024-03-01")],
    Signature(alike: .single, atLeast: 2), .anyValues { extreme(of: $0, .after) })

  /// The first of the values before, or after, which no other stands.
  private static func extreme(of values: [Value], _ order: ValueOrder) -> Value {
    values.reduce(.missing) { best, value in
      if value == .missing { return best }
      return best == .missing || value.order(best) == order ? value : best
    }
  }

  /// The elements of a list, 0 for an empty one.
  package static let elementCount = ScalarFunction(
    id: "elementCount", Signature([.list], gives: .always(.int)),
    .columns { arguments, _ in
      let column = arguments[0]
      guard case .lists(let offsets, _) = column.storage else { preconditionFailure("a list") }
      let counts = (0..<column.rowCount).map { Int64(offsets[$0 + 1]) - Int64(offsets[$0]) }
      return Column(
        type: .int, storage: .ints(counts), validity: nil, rowCount: column.rowCount)
    })

  /// Whether two lists, or a list and a value, have an element in common; a missing value is none.
  package static let sharesElement = ScalarFunction(
    id: "sharesElement",
    Signature(
      [.any, .any], gives: .of { $0[0].type.element == $0[1].type.element ? .bool : nil }),
    .columns { arguments, _ in
      var keys = KeyInterner()
      let first = elementNumbers(of: arguments[0], &keys)
      let second = elementNumbers(of: arguments[1], &keys)
      let flags = zip(first, second).map { first, second in
        first.contains { $0 != KeyInterner.none && second.contains($0) }
      }
      return Column(
        type: .bool, storage: .bools(flags), presence: nil, rowCount: arguments[0].rowCount)
    })

  private static func elementNumbers(
    of column: Column, _ keys: inout KeyInterner
  ) -> [ArraySlice<Int32>] {
    guard case .lists(let offsets, let elements) = column.storage else {
      return keys.numbers(addingValuesOf: column).map { [$0] }
    }
    let numbers = keys.numbers(addingValuesOf: elements)
    return (0..<column.rowCount).map { numbers[Int(offsets[$0])..<Int(offsets[$0 + 1])] }
  }
}
