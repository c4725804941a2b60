import AnwenColumns
import AnwenFunctions
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
