package import AnwenTypes

/// The values of one column, row after row, all of one type.
package struct Column: Sendable {
  /// How the values are stored. Where a row is missing, its slot holds anything.
  ///
  /// A reference is stored as its entity's key, an enumeration as its rank.
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

    /// How many rows the buffers hold.
    package var rowCount: Int {
      switch self {
      case .bools(let values): values.count
      case .ints(let values): values.count
      case .decimals(let values): values.count
      case .floats(let values): values.count
      case .codes(let codes, _): codes.count
      case .days(let days): days.count
      case .periods(let periods): periods.count
      case .ranks(let ranks): ranks.count
      case .lists(let offsets, _): offsets.count - 1
      }
    }
  }

  package let type: DataType
  package let storage: Storage
  /// Which rows hold a value; nil where all do.
  package let validity: ValidityMask?
  package let rowCount: Int

  /// - Precondition: storage and mask have `rowCount` rows.
  package init(type: DataType, storage: Storage, validity: ValidityMask?, rowCount: Int) {
    precondition(storage.rowCount == rowCount, "a column's buffer has one slot per row")
    if let validity { precondition(validity.count == rowCount, "a mask has one bit per row") }
    self.type = type
    self.storage = storage
    self.validity = validity
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
