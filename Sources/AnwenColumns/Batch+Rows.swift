package import AnwenTypes

extension Batch {
  /// The given rows of every column.
  package func taking(_ rows: [Int32]) throws(ColumnTooLong) -> Batch {
    var taken: [Column] = []
    for column in columns { taken.append(try column.taking(rows)) }
    return Batch(columns: taken, rowCount: rows.count)
  }

  /// A range of rows.
  package func slice(_ range: Range<Int>) -> Batch {
    if range == 0..<rowCount { return self }
    return Batch(columns: columns.map { $0.slice(range) }, rowCount: range.count)
  }

  /// The rows of all batches, whose columns have the given types.
  package static func concatenating(
    _ batches: [Batch], types: [DataType]
  ) throws(ColumnTooLong) -> Batch {
    if batches.count == 1 { return batches[0] }
    let rowCount = batches.reduce(0) { $0 + $1.rowCount }
    if rowCount > Column.maximumRowCount { throw ColumnTooLong() }
    var columns: [Column] = []
    for (position, type) in types.enumerated() {
      columns.append(
        try Column.concatenating(batches.map { $0.columns[position] }, type: type))
    }
    return Batch(columns: columns, rowCount: rowCount)
  }
}
