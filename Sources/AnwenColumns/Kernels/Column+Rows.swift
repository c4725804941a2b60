package import AnwenTypes

/// A column that would have more rows or list elements than a row number can count.
package struct ColumnTooLong: Error, Hashable {
  package init() {}
}

extension Column {
  /// The most rows, or elements of lists, that a column can have.
  package static let maximumRowCount = Int(Int32.max)

  /// The given rows, in the given order; a row may come more than once.
  ///
  /// Complexity: O(*n*), *n* being the rows, or the elements of their lists.
  ///
  /// - Precondition: each number is a row of the column.
  package func taking(_ rows: [Int32]) throws(ColumnTooLong) -> Column {
    let taken: Storage =
      switch storage {
      case .bools(let values): .bools(gather(values, rows))
      case .ints(let values): .ints(gather(values, rows))
      case .decimals(let values): .decimals(gather(values, rows))
      case .floats(let values): .floats(gather(values, rows))
      case .codes(let codes, let dictionary): .codes(gather(codes, rows), dictionary)
      case .days(let values): .days(gather(values, rows))
      case .periods(let values): .periods(gather(values, rows))
      case .ranks(let values): .ranks(gather(values, rows))
      case .lists(let offsets, let elements): try takingLists(rows, offsets, elements)
      }
    return Column(
      type: type, storage: taken,
      validity: presence.map { ValidityMask(gather($0, rows)) }, rowCount: rows.count)
  }

  /// The given rows, in the given order, and a missing row for each nil, written −1.
  ///
  /// - Precondition: each number is −1 or a row of the column.
  package func takingOrMissing(_ rows: [Int32]) throws(ColumnTooLong) -> Column {
    if !rows.contains(-1) { return try taking(rows) }
    if rowCount == 0 { return try .repeating(.missing, type: type, count: rows.count) }
    if case .lists(let offsets, let elements) = storage {
      return Column(
        type: type, storage: try takingLists(rows, offsets, elements), validity: nil,
        rowCount: rows.count)
    }
    let taken = try taking(rows.map { max($0, 0) })
    let presence = presence
    let bits = rows.map { row in row >= 0 && (presence?[Int(row)] ?? true) }
    return Column(
      type: type, storage: taken.storage, validity: ValidityMask(bits), rowCount: rows.count)
  }

  /// A range of rows.
  ///
  /// - Precondition: the range lies in the column.
  package func slice(_ range: Range<Int>) -> Column {
    if range == 0..<rowCount { return self }
    let sliced: Storage =
      switch storage {
      case .bools(let values): .bools(Array(values[range]))
      case .ints(let values): .ints(Array(values[range]))
      case .decimals(let values): .decimals(Array(values[range]))
      case .floats(let values): .floats(Array(values[range]))
      case .codes(let codes, let dictionary): .codes(Array(codes[range]), dictionary)
      case .days(let values): .days(Array(values[range]))
      case .periods(let values): .periods(Array(values[range]))
      case .ranks(let values): .ranks(Array(values[range]))
      case .lists(let offsets, let elements): Self.slicedLists(range, offsets, elements)
      }
    return Column(
      type: type, storage: sliced,
      validity: validity.map { mask in ValidityMask(range.map { mask[$0] }) },
      rowCount: range.count)
  }

  /// Whether each row holds a value; nil where all do. A list always does.
  package var presence: [Bool]? {
    guard let validity else { return nil }
    return (0..<rowCount).map { validity[$0] }
  }

  /// Whether each row is there in the sense of `is missing`: an empty list is not.
  package var nonmissing: [Bool]? {
    guard case .lists(let offsets, _) = storage else { return presence }
    let flags = (0..<rowCount).map { offsets[$0] < offsets[$0 + 1] }
    return flags.contains(false) ? flags : nil
  }

  /// The same rows under a type that is stored alike.
  package func retyped(as type: DataType) -> Column {
    Column(type: type, storage: storage, validity: validity, rowCount: rowCount)
  }
}

extension Column {
  /// Row −1 gives an empty list.
  private func takingLists(
    _ rows: [Int32], _ offsets: [Int32], _ elements: Column
  ) throws(ColumnTooLong) -> Storage {
    var elementCount = 0
    for row in rows where row >= 0 {
      elementCount += Int(offsets[Int(row) + 1] - offsets[Int(row)])
      if elementCount > Self.maximumRowCount { throw ColumnTooLong() }
    }
    var elementRows: [Int32] = []
    elementRows.reserveCapacity(elementCount)
    var newOffsets: [Int32] = [0]
    newOffsets.reserveCapacity(rows.count + 1)
    for row in rows {
      if row >= 0 { elementRows += offsets[Int(row)]..<offsets[Int(row) + 1] }
      newOffsets.append(Int32(elementRows.count))
    }
    return .lists(offsets: newOffsets, elements: try elements.taking(elementRows))
  }

  private static func slicedLists(
    _ range: Range<Int>, _ offsets: [Int32], _ elements: Column
  ) -> Storage {
    let start = offsets[range.lowerBound]
    let end = offsets[range.upperBound]
    return .lists(
      offsets: offsets[range.lowerBound...range.upperBound].map { $0 - start },
      elements: elements.slice(Int(start)..<Int(end)))
  }
}

/// The values at the given rows.
private func gather<T>(_ values: [T], _ rows: [Int32]) -> [T] {
  rows.map { values[Int($0)] }
}

extension [Bool] {
  /// The numbers of the rows whose flag is set.
  package var selectedRows: [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for (row, flag) in enumerated() where flag { rows.append(Int32(row)) }
    return rows
  }
}
