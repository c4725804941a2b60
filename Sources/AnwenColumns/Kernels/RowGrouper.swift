/// Numbers the different combinations of key columns, in the order in which they first come.
///
/// A missing value is one more value of its column.
package struct RowGrouper {
  /// How many groups there are.
  package private(set) var groupCount = 0
  /// One interner for each key.
  private var interners: [KeyInterner]
  /// For each key after the first: the number of each pair of a combination of the keys before
  /// and a value of this one.
  private var pairs: [[UInt64: Int32]]
  /// The group of each value of a single key; place 0 is the missing one.
  private var groupsOfSingleKey: [Int32] = []

  /// - Precondition: there is at least one key.
  package init(keyCount: Int) {
    precondition(keyCount > 0, "rows are grouped by something")
    interners = [KeyInterner](repeating: KeyInterner(), count: keyCount)
    pairs = [[UInt64: Int32]](repeating: [:], count: keyCount - 1)
  }

  /// The groups of some rows, and the first row of each group that is new.
  ///
  /// Complexity: O(*n*) for each key.
  package mutating func groups(
    of keys: [Column]
  ) -> (groups: [Int32], newRows: [Int32]) {
    var numbers = interners[0].numbers(addingValuesOf: keys[0]).map { $0 + 1 }
    for key in 1..<keys.count { combine(&numbers, with: keys[key], key: key) }
    if keys.count == 1 { renumberSingleKey(&numbers) }
    // Groups are numbered as they come, so that a new one has the next number.
    var newRows: [Int32] = []
    for (row, group) in numbers.enumerated() where Int(group) == groupCount {
      groupCount += 1
      newRows.append(Int32(row))
    }
    return (numbers, newRows)
  }

  private mutating func combine(_ numbers: inout [Int32], with column: Column, key: Int) {
    let values = interners[key].numbers(addingValuesOf: column)
    var table: [UInt64: Int32] = [:]
    swap(&table, &pairs[key - 1])
    for row in numbers.indices {
      let pair = UInt64(UInt32(numbers[row])) << 32 | UInt64(UInt32(values[row] + 1))
      let next = Int32(table.count)
      let number = table[pair] ?? next
      if number == next { table[pair] = next }
      numbers[row] = number
    }
    swap(&table, &pairs[key - 1])
  }

  private mutating func renumberSingleKey(_ numbers: inout [Int32]) {
    let unseen: Int32 = -1
    let valueCount = interners[0].count + 1
    if groupsOfSingleKey.count < valueCount {
      groupsOfSingleKey += repeatElement(unseen, count: valueCount - groupsOfSingleKey.count)
    }
    var nextGroup = Int32(groupCount)
    for row in numbers.indices {
      let value = Int(numbers[row])
      if groupsOfSingleKey[value] == unseen {
        groupsOfSingleKey[value] = nextGroup
        nextGroup += 1
      }
      numbers[row] = groupsOfSingleKey[value]
    }
  }
}
