package import AnwenTypes

/// The values of one column, row after row, all of one type.
package struct Column: Sendable {
  /// How the values are stored. Where a row is missing, its slot holds anything.
  package enum Storage: Sendable {
    case bools([Bool])
    case ints([Int64])
    /// Unscaled values, all at the scale of the column's type.
    case decimals([Int128])
    case floats([Double])
    /// Codes of texts.
    case codes([UInt32], TextDictionary)
    /// Days since 1970-01-01.
    case days([Int32])
    case periods([Period])
    case ranks([UInt8])
    /// Row *i* holds the elements `offsets[i] ..< offsets[i + 1]`; a list is never missing.
    indirect case lists(offsets: [Int32], elements: Column)
  }

  package let type: DataType
  package let storage: Storage
  /// Which rows hold a value; nil where all do.
  package let validity: ValidityMask?
  package let rowCount: Int

  package init(type: DataType, storage: Storage, validity: ValidityMask?, rowCount: Int) {
    if let validity { precondition(validity.count == rowCount, "a mask has one bit per row") }
    self.type = type
    self.storage = storage
    self.validity = validity
    self.rowCount = rowCount
  }
}

/// The different texts of a column; a code is an index into it.
package final class TextDictionary: Sendable {
  package let texts: [TextValue]

  package init(_ texts: [TextValue]) { self.texts = texts }
}

/// One bit per row: set where the row holds a value.
package struct ValidityMask: Hashable, Sendable {
  package let count: Int
  private let words: [UInt64]

  package init(_ bits: [Bool]) {
    count = bits.count
    var words = [UInt64](repeating: 0, count: (bits.count + 63) / 64)
    for (row, bit) in bits.enumerated() where bit { words[row / 64] |= 1 << UInt64(row % 64) }
    self.words = words
  }

  package subscript(row: Int) -> Bool { words[row / 64] & (1 << UInt64(row % 64)) != 0 }
}

/// Some rows of a table or of a result, column by column.
package struct Batch: Sendable {
  package let columns: [Column]
  package let rowCount: Int

  package init(columns: [Column], rowCount: Int) {
    precondition(columns.allSatisfy { $0.rowCount == rowCount }, "columns differ in length")
    self.columns = columns
    self.rowCount = rowCount
  }
}

extension Column {
  /// The value in a row; slow, for the edges only.
  package subscript(row: Int) -> Value {
    if let validity, !validity[row] { return .missing }
    switch storage {
    case .bools(let values): return .bool(values[row])
    case .ints(let values): return .int(values[row])
    case .decimals(let values):
      guard case .decimal(let scale) = type else { preconditionFailure("a decimal's storage") }
      return .decimal(DecimalNumber(unscaled: values[row], scale: scale))
    case .floats(let values): return .float(values[row])
    case .codes(let codes, let dictionary): return .text(dictionary.texts[Int(codes[row])])
    case .days(let days): return .date(CalendarDate(daysSinceEpoch: days[row]))
    case .periods(let periods): return .period(periods[row])
    case .ranks(let ranks): return .rank(ranks[row])
    case .lists(let offsets, let elements):
      return .list((Int(offsets[row])..<Int(offsets[row + 1])).map { elements[$0] })
    }
  }
}
