import AnwenColumns
import AnwenPlan
import AnwenTypes

/// A number with the other sign.
struct NegatedValue: ValueEvaluator {
  let operand: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    switch column.storage {
    case .ints(let values):
      let results = try column.checkedInts(values, .negation, "-") {
        Int64(0).subtractingReportingOverflow($0)
      }
      return column.replacingStorage(.ints(results), type: column.type)
    case .decimals(let values):
      return column.replacingStorage(.decimals(values.map { 0 &- $0 }), type: column.type)
    case .floats(let values):
      return column.replacingStorage(.floats(values.map { -$0 }), type: column.type)
    default: preconditionFailure("a number")
    }
  }
}

/// A number without its sign.
struct AbsoluteValue: ValueEvaluator {
  let operand: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    switch column.storage {
    case .ints(let values):
      let results = try column.checkedInts(values, .absoluteValue, "abs ") {
        $0 < 0 ? Int64(0).subtractingReportingOverflow($0) : ($0, false)
      }
      return column.replacingStorage(.ints(results), type: column.type)
    case .decimals(let values):
      let results = values.map { $0 < 0 ? 0 &- $0 : $0 }
      return column.replacingStorage(.decimals(results), type: column.type)
    case .floats(let values):
      return column.replacingStorage(.floats(values.map { $0.magnitude }), type: column.type)
    default: preconditionFailure("a number")
    }
  }
}

/// The elements of a list.
struct ElementCount: ValueEvaluator {
  let operand: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    guard case .lists(let offsets, _) = column.storage else { preconditionFailure("a list") }
    let counts = (0..<column.rowCount).map { Int64(offsets[$0 + 1]) - Int64(offsets[$0]) }
    return Column(type: .int, storage: .ints(counts), validity: nil, rowCount: input.count)
  }
}

/// A number under another type, or a value under a type that is stored alike.
struct ConvertedValue: ValueEvaluator {
  let operand: any ValueEvaluator
  let type: DataType

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    switch (column.storage, type) {
    case (.ints, .decimal(let scale)), (.decimals, .decimal(let scale)):
      return try rescaled(column, scale)
    case (.ints, .float), (.decimals, .float):
      return column.replacingStorage(.floats(column.doubles), type: type)
    default: return column.retyped(as: type)
    }
  }

  private func rescaled(_ column: Column, _ scale: Int) throws(EngineError) -> Column {
    guard let numbers = column.decimalNumbers else { preconditionFailure("ints or decimals") }
    let presence = column.presence
    var results = DecimalResults(type: type, count: numbers.count)
    for (row, number) in numbers.enumerated() where presence?[row] ?? true {
      do throws(DecimalOverflow) {
        results.set(row, try number.rescaled(to: scale))
      } catch {
        throw .overflow(.conversion, detail: "\(number)")
      }
    }
    return results.column
  }
}

extension Column {
  /// The same rows with computed values.
  func replacingStorage(_ storage: Storage, type: DataType) -> Column {
    Column(type: type, storage: storage, validity: validity, rowCount: rowCount)
  }

  /// A computed int for each row; one that overflows is an error where the row holds a value.
  fileprivate func checkedInts(
    _ values: [Int64], _ operation: OverflowingOperation, _ sign: String,
    _ compute: (Int64) -> (partialValue: Int64, overflow: Bool)
  ) throws(EngineError) -> [Int64] {
    let presence = presence
    var results = [Int64](repeating: 0, count: values.count)
    for row in values.indices where presence?[row] ?? true {
      let (result, overflows) = compute(values[row])
      if overflows { throw .overflow(operation, detail: "\(sign)\(values[row])") }
      results[row] = result
    }
    return results
  }
}
