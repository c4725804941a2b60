import AnwenColumns

/// Some rows of a batch, over which an expression is computed.
struct SelectedRows {
  private let batch: Batch
  /// The rows' numbers in the batch; nil for all of them.
  private let rows: [Int32]?
  let count: Int

  /// All rows of a batch.
  init(_ batch: Batch) {
    self.batch = batch
    rows = nil
    count = batch.rowCount
  }

  private init(_ batch: Batch, rows: [Int32]) {
    self.batch = batch
    self.rows = rows
    count = rows.count
  }

  /// The column at a position, with these rows only.
  func column(_ position: Int) throws(EngineError) -> Column {
    let column = batch.columns[position]
    guard let rows else { return column }
    return try limited { () throws(ColumnTooLong) in try column.taking(rows) }
  }

  /// The rows whose flag is set.
  ///
  /// - Precondition: there is one flag for each of these rows.
  func keeping(_ flags: [Bool]) -> SelectedRows {
    precondition(flags.count == count, "one flag for each row")
    let kept = flags.selectedRows
    return SelectedRows(batch, rows: rows.map { rows in kept.map { rows[Int($0)] } } ?? kept)
  }
}
