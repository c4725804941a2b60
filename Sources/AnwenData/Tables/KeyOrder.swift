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
  static func rows(of key: [Column], rowCount: Int) throws(Failure) -> [Int]? {
    if key.isEmpty { return nil }
    var parts: [[Int64]] = []
    for (part, column) in key.enumerated() {
      if let validity = column.validity,
        let row = (0..<rowCount).first(where: { !validity[$0] })
      {
        throw .missing(row: row, part: part)
      }
      guard let values = sortValues(of: column) else { throw .unorderedType(part: part) }
      parts.append(values)
    }
    if (1..<max(rowCount, 1)).allSatisfy({ precedes($0 - 1, $0, in: parts) }) { return nil }
    let order = (0..<rowCount).sorted { left, right in
      if precedes(left, right, in: parts) { return true }
      return left < right && !precedes(right, left, in: parts)
    }
    // Equal keys stand side by side, in the order of the file.
    let repeated = (1..<max(rowCount, 1)).filter { !precedes(order[$0 - 1], order[$0], in: parts) }
    if let first = repeated.min(by: { order[$0] < order[$1] }) {
      throw .repeated(row: order[first], firstRow: order[first - 1])
    }
    return order
  }

  /// One number per row that orders as the values do, or nil for a type without such an order.
  private static func sortValues(of column: Column) -> [Int64]? {
    switch column.storage {
    case .ints(let values): return values
    case .days(let days): return days.map(Int64.init)
    case .ranks(let ranks): return ranks.map(Int64.init)
    case .codes(let codes, let dictionary):
      let ranks = dictionary.ranks()
      return codes.map { Int64(ranks[Int($0)]) }
    case .bools, .decimals, .floats, .periods, .lists: return nil
    }
  }

  private static func precedes(_ left: Int, _ right: Int, in parts: [[Int64]]) -> Bool {
    for part in parts where part[left] != part[right] { return part[left] < part[right] }
    return false
  }
}
