/// Sorts the rows of a table by several columns.
///
/// The rows are sorted by the first key; then each run of equal rows by the next one. Missing
/// values, and empty lists, come last in both directions, and rows that are equal in all keys keep
/// their order.
package struct RowOrdering {
  private var rows: [Int32]
  /// The runs of two and more rows that all keys so far hold for equal.
  private var runs: [Range<Int>]

  /// - Precondition: there are fewer than 2³¹ rows.
  package init(rowCount: Int) {
    rows = Array(0..<Int32(rowCount))
    runs = rowCount > 1 ? [0..<rowCount] : []
  }

  /// The rows in their order.
  package var sortedRows: [Int32] { rows }

  /// The runs of two and more of the sorted rows that all keys so far hold for equal, in order.
  package var equalRuns: [Range<Int>] { runs }

  /// Sorts the rows that are equal so far by one more column.
  ///
  /// Complexity: O(*n* log *n*).
  package mutating func refine(by column: Column, isDescending: Bool) {
    if runs.isEmpty { return }
    let codes = column.orderCodes()
    refine(by: isDescending ? codes.map { ~$0 } : codes, presence: column.nonmissing)
  }

  /// The same by numbers that order as the values do, where those are at hand.
  ///
  /// - Parameter presence: which rows hold a value; nil where all do.
  package mutating func refine(by codes: [Int64], presence: [Bool]? = nil) {
    if runs.isEmpty { return }
    var refined: [Range<Int>] = []
    for run in runs { refine(run, codes, presence, &refined) }
    runs = refined
  }

  private struct Entry {
    let code: Int64
    let row: Int32
  }

  private mutating func refine(
    _ run: Range<Int>, _ codes: [Int64], _ presence: [Bool]?, _ refined: inout [Range<Int>]
  ) {
    var entries: [Entry] = []
    entries.reserveCapacity(run.count)
    var missing: [Int32] = []
    for row in rows[run] {
      if presence?[Int(row)] ?? true {
        entries.append(Entry(code: codes[Int(row)], row: row))
      } else {
        missing.append(row)
      }
    }
    // Rows that were equal so far stand in their first order, which the row's number keeps.
    entries.sort { $0.code == $1.code ? $0.row < $1.row : $0.code < $1.code }
    var start = run.lowerBound
    for (index, entry) in entries.enumerated() {
      let position = run.lowerBound + index
      rows[position] = entry.row
      let isLast = index + 1 == entries.count
      if isLast || entries[index + 1].code != entry.code {
        if position + 1 - start > 1 { refined.append(start..<position + 1) }
        start = position + 1
      }
    }
    for (index, row) in missing.enumerated() { rows[start + index] = row }
    if missing.count > 1 { refined.append(start..<run.upperBound) }
  }
}
