import AnwenColumns

/// The order of a table's rows by their keys.
enum KeyOrder {
  /// Why there is none; rows count from 0, `part` is the place of a column in the key.
  enum Failure: Error, Hashable {
    case missing(row: Int, part: Int)
    case repeated(row: Int, firstRow: Int)
    case unorderedType(part: Int)
  }

  /// The rows in key order: integers by number, text by UTF-8 bytes, dates by day, enumerations
  /// by rank. Nil if the rows are in that order already, or if there is no key.
  ///
  /// Of several mistakes the one in the earliest row is reported.
  static func rows(of key: [Column], rowCount: Int) throws(Failure) -> [Int32]? {
    if key.isEmpty { return nil }
    for (part, column) in key.enumerated() {
      if let validity = column.validity,
        let row = (0..<rowCount).first(where: { !validity[$0] })
      {
        throw .missing(row: row, part: part)
      }
      guard isOrdered(column) else { throw .unorderedType(part: part) }
    }
    // Most files are, and this sorts no texts.
    if key.count == 1, key[0].isStrictlyAscending { return nil }
    let parts = key.map { $0.orderCodes() }
    if (1..<max(rowCount, 1)).allSatisfy({ precedes($0 - 1, $0, in: parts) }) { return nil }
    var ordering = RowOrdering(rowCount: rowCount)
    for codes in parts { ordering.refine(by: codes) }
    let order = ordering.sortedRows
    // Equal keys stand side by side, in the order of the file.
    let repeated = (1..<max(rowCount, 1)).filter {
      !precedes(Int(order[$0 - 1]), Int(order[$0]), in: parts)
    }
    if let first = repeated.min(by: { order[$0] < order[$1] }) {
      throw .repeated(row: Int(order[first]), firstRow: Int(order[first - 1]))
    }
    return order
  }

  /// Whether a column may be part of a key.
  private static func isOrdered(_ column: Column) -> Bool {
    switch column.storage {
    case .ints, .days, .ranks, .codes: true
    case .bools, .decimals, .floats, .periods, .lists: false
    }
  }

  private static func precedes(_ left: Int, _ right: Int, in parts: [[Int64]]) -> Bool {
    for part in parts where part[left] != part[right] { return part[left] < part[right] }
    return false
  }
}
