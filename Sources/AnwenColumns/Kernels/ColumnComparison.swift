package import AnwenTypes

/// Compares two columns row by row.
package enum ColumnComparison {
  /// What is asked of two values; the other comparisons swap the sides or invert the answer.
  package enum Relation: Hashable, Sendable {
    case equal, less, lessOrEqual
  }

  /// Whether the relation holds in each row: false where a value is missing.
  ///
  /// Numbers of different types compare by value. Lists compare as values, also empty ones.
  ///
  /// - Precondition: the columns have the same number of rows, and types that compare.
  package static func flags(
    _ relation: Relation, _ left: Column, _ right: Column
  ) throws(ColumnTooLong) -> [Bool] {
    precondition(left.rowCount == right.rowCount, "columns differ in length")
    var flags = try unmaskedFlags(relation, left, right)
    for presence in [left.presence, right.presence] {
      if let presence {
        for row in flags.indices { flags[row] = flags[row] && presence[row] }
      }
    }
    return flags
  }

  private static func unmaskedFlags(
    _ relation: Relation, _ left: Column, _ right: Column
  ) throws(ColumnTooLong) -> [Bool] {
    switch (left.storage, right.storage) {
    case (.ints(let left), .ints(let right)): return compare(relation, left, right)
    case (.days(let left), .days(let right)): return compare(relation, left, right)
    case (.ranks(let left), .ranks(let right)): return compare(relation, left, right)
    case (.bools(let left), .bools(let right)):
      return compare(relation, left.map { $0 ? 1 : 0 }, right.map { $0 ? 1 : 0 })
    case (.periods(let left), .periods(let right)):
      return compare(relation, left.map(\.orderKey), right.map(\.orderKey))
    case (.codes(let leftCodes, let dictionary), .codes(let rightCodes, let other)):
      if relation == .equal, dictionary === other {
        return compare(relation, leftCodes, rightCodes)
      }
      return compare(relation, left.texts, right.texts)
    case (.lists, .lists):
      // In one column the lists get numbers that compare.
      let codes = try Column.concatenating([left, right], type: left.type).orderCodes()
      let (leftCodes, rightCodes) = (codes[..<left.rowCount], codes[left.rowCount...])
      return compare(relation, Array(leftCodes), Array(rightCodes))
    case (.decimals(let leftValues), .decimals(let rightValues)) where left.type == right.type:
      return compare(relation, leftValues, rightValues)
    default:
      if let left = left.decimalNumbers, let right = right.decimalNumbers {
        return compare(relation, left, right)
      }
      return compare(relation, left.doubles, right.doubles)
    }
  }

  @inline(__always)
  private static func compare<T: Comparable>(
    _ relation: Relation, _ left: [T], _ right: [T]
  ) -> [Bool] {
    switch relation {
    case .equal: left.indices.map { left[$0] == right[$0] }
    case .less: left.indices.map { left[$0] < right[$0] }
    case .lessOrEqual: left.indices.map { left[$0] <= right[$0] }
    }
  }
}

extension Column {
  /// The texts of the rows; anything where a row is missing.
  ///
  /// - Precondition: the column holds texts.
  package var texts: [TextValue] {
    guard case .codes(let codes, let dictionary) = storage else {
      preconditionFailure("a column of texts")
    }
    guard let presence else { return codes.map { dictionary.texts[Int($0)] } }
    return codes.indices.map { presence[$0] ? dictionary.texts[Int(codes[$0])] : "" }
  }

  /// The codes of the rows and the dictionary that they are of.
  ///
  /// - Precondition: the column holds texts.
  package var codes: (codes: [UInt32], dictionary: TextDictionary) {
    guard case .codes(let codes, let dictionary) = storage else {
      preconditionFailure("a column of texts")
    }
    return (codes, dictionary)
  }

  /// The days of the rows; anything where a row is missing.
  ///
  /// - Precondition: the column holds dates.
  package var days: [Int32] {
    guard case .days(let days) = storage else { preconditionFailure("a column of dates") }
    return days
  }

  /// The numbers of the rows as decimals, or nil where they are no ints or decimals.
  package var decimalNumbers: [DecimalNumber]? {
    switch (storage, type) {
    case (.ints(let values), _): values.map { DecimalNumber($0) }
    case (.decimals(let values), .decimal(let scale)):
      values.map { DecimalNumber(unscaled: $0, scale: scale) }
    default: nil
    }
  }

  /// The numbers of the rows as floats, the nearest where they are ints or decimals.
  ///
  /// - Precondition: the column holds numbers.
  package var doubles: [Double] {
    switch storage {
    case .floats(let values): return values
    case .ints(let values): return values.map { Double($0) }
    default:
      guard let numbers = decimalNumbers else { preconditionFailure("a column of numbers") }
      return numbers.map(\.double)
    }
  }
}
