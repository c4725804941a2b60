import AnwenColumns
import AnwenTypes

/// Picks one row of each group and gives its value: the least or greatest, the first or last.
///
/// Rows are buffered and, when they have become many, reduced to one for each group, so that
/// memory is that of the groups, and time that of the rows.
struct PickingAccumulator: Accumulator {
  enum Choice {
    case least, greatest, first, last
  }

  private let choice: Choice
  private let type: DataType
  private var values: [Column] = []
  private var groups: [Int32] = []
  private(set) var byteCount = 0
  private var reductionRowCount = Self.minimumReductionRowCount

  private static let minimumReductionRowCount = 1 << 16

  init(_ choice: Choice, type: DataType) {
    self.choice = choice
    self.type = type
  }

  mutating func add(
    _ column: Column?, groups newGroups: [Int32], groupCount: Int
  ) throws(EngineError) {
    guard let column else { preconditionFailure("a value of something") }
    values.append(column)
    groups += newGroups
    byteCount += column.byteCount + newGroups.count * 4
    if groups.count >= reductionRowCount {
      _ = try reduce(groupCount: groupCount)
      reductionRowCount = max(Self.minimumReductionRowCount, 2 * groups.count)
    }
  }

  mutating func finish(groupCount: Int) throws(EngineError) -> Column {
    let rowOfGroup = try reduce(groupCount: groupCount)
    let column = try joinedValues()
    return try limited { () throws(ColumnTooLong) in try column.takingOrMissing(rowOfGroup) }
  }

  private func joinedValues() throws(EngineError) -> Column {
    try limited { () throws(ColumnTooLong) in try Column.concatenating(values, type: type) }
  }

  /// Keeps the picked rows only, and gives each group's row among them, −1 where it has none.
  private mutating func reduce(groupCount: Int) throws(EngineError) -> [Int32] {
    let column = try joinedValues()
    var picked = pickedRows(of: column, groupCount: groupCount)
    let rows = picked.filter { $0 != KeyInterner.none }.sorted()
    values = [try limited { () throws(ColumnTooLong) in try column.taking(rows) }]
    groups = rows.map { groups[Int($0)] }
    byteCount = values[0].byteCount + groups.count * 4
    for (row, group) in groups.enumerated() { picked[Int(group)] = Int32(row) }
    return picked
  }

  private func pickedRows(of column: Column, groupCount: Int) -> [Int32] {
    var picked = [Int32](repeating: KeyInterner.none, count: groupCount)
    switch choice {
    case .first:
      for (row, group) in groups.enumerated().reversed() { picked[Int(group)] = Int32(row) }
    case .last:
      for (row, group) in groups.enumerated() { picked[Int(group)] = Int32(row) }
    case .least, .greatest:
      let codes = choice == .least ? column.orderCodes() : column.orderCodes().map { ~$0 }
      let present = column.nonmissing
      for (row, group) in groups.enumerated() where present?[row] ?? true {
        let best = picked[Int(group)]
        if best == KeyInterner.none || codes[row] < codes[Int(best)] {
          picked[Int(group)] = Int32(row)
        }
      }
    }
    return picked
  }
}
