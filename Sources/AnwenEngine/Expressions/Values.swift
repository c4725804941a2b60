import AnwenColumns
import AnwenFunctions
import AnwenTypes

/// A column of the input.
struct ColumnValue: ValueEvaluator {
  let position: Int

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    try input.column(position)
  }
}

/// The same value in every row.
final class LiteralValue: ValueEvaluator {
  private let value: Value
  private let type: DataType
  /// The column made last: batches are mostly of one size.
  private var last: Column?

  init(_ value: Value, _ type: DataType) {
    self.value = value
    self.type = type
  }

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    if let last, last.rowCount == input.count { return last }
    let column = try limited { () throws(ColumnTooLong) in
      try Column.repeating(value, type: type, count: input.count)
    }
    last = column
    return column
  }
}

/// A condition as a column, without missing values.
struct ConditionValue: ValueEvaluator {
  let condition: any ConditionEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let flags = try condition.flags(input)
    return Column(type: .bool, storage: .bools(flags), validity: nil, rowCount: input.count)
  }
}

/// One of two values; each is computed only for the rows that take it.
struct BranchedValue: ValueEvaluator {
  let condition: any ConditionEvaluator
  let then: any ValueEvaluator
  let otherwise: any ValueEvaluator
  let type: DataType

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let flags = try condition.flags(input)
    if !flags.contains(false) { return try then.evaluate(input).retyped(as: type) }
    if !flags.contains(true) { return try otherwise.evaluate(input).retyped(as: type) }
    let thenColumn = try then.evaluate(input.keeping(flags))
    let otherColumn = try otherwise.evaluate(input.keeping(flags.map { !$0 }))
    var (thenRow, otherRow) = (Int32(0), Int32(thenColumn.rowCount))
    let rows = flags.map { flag in
      if flag {
        thenRow += 1
        return thenRow - 1
      }
      otherRow += 1
      return otherRow - 1
    }
    return try limited { () throws(ColumnTooLong) in
      try Column.concatenating([thenColumn, otherColumn], type: type).taking(rows)
    }
  }
}

/// What a function makes of its arguments.
struct CalledValue: ValueEvaluator {
  let arguments: [any ValueEvaluator]
  let kernel: any FunctionKernel

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    var columns: [Column] = []
    for argument in arguments { columns.append(try argument.evaluate(input)) }
    do throws(FunctionError) {
      return try kernel.column(columns, rowCount: input.count)
    } catch {
      throw EngineError(error)
    }
  }
}

/// The first value that is not missing; each is computed only where those before it are.
struct CoalescedValue: ValueEvaluator {
  let terms: [any ValueEvaluator]
  let type: DataType

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    var pieces: [Column] = []
    var pieceRowCount = 0
    /// Where each row's value stands in the pieces laid end to end.
    var places = [Int32](repeating: KeyInterner.none, count: input.count)
    var isOpen = [Bool](repeating: true, count: input.count)
    for term in terms where isOpen.contains(true) {
      let rows = isOpen.selectedRows
      let column = try term.evaluate(rows.count == input.count ? input : input.keeping(isOpen))
      let presence = column.nonmissing
      for (index, row) in rows.enumerated() where presence?[index] ?? true {
        places[Int(row)] = Int32(pieceRowCount + index)
        isOpen[Int(row)] = false
      }
      pieces.append(column)
      pieceRowCount += column.rowCount
    }
    if pieces.count == 1 { return pieces[0].retyped(as: type) }
    return try limited { () throws(ColumnTooLong) in
      try Column.concatenating(pieces, type: type).takingOrMissing(places)
    }
  }
}
