package import AnwenTypes

extension Column {
  /// A column that holds one value in every row.
  ///
  /// A decimal of a smaller scale is brought to the type's.
  ///
  /// - Precondition: the value is one of the type, or missing.
  package static func repeating(_ value: Value, type: DataType, count: Int) -> Column {
    let storage: Storage =
      switch value {
      case .missing: blank(type, count: count)
      case .bool(let value): .bools([Bool](repeating: value, count: count))
      case .int(let value): .ints([Int64](repeating: value, count: count))
      case .decimal(let number):
        .decimals([Int128](repeating: unscaled(number, as: type), count: count))
      case .float(let value): .floats([Double](repeating: value, count: count))
      case .text(let text):
        .codes([UInt32](repeating: 0, count: count), TextDictionary([text]))
      case .date(let day): .days([Int32](repeating: day.daysSinceEpoch, count: count))
      case .period(let period): .periods([Period](repeating: period, count: count))
      case .rank(let rank): .ranks([UInt8](repeating: rank, count: count))
      case .list(let values): repeatedList(values, of: type.element, count: count)
      }
    let isBlank = value == .missing && !type.isList
    return Column(
      type: type, storage: storage,
      validity: isBlank ? ValidityMask([Bool](repeating: false, count: count)) : nil,
      rowCount: count)
  }

  /// A column of values, for edges and tests; slow.
  ///
  /// - Precondition: each value is one of the type, or missing; there are fewer than 2³¹ elements.
  package static func of(_ values: [Value], type: DataType) throws(ColumnTooLong) -> Column {
    let rows = values.map { repeating($0, type: type, count: 1) }
    return try concatenating(rows, type: type)
  }

  /// Slots of any content; the empty list where the type is a list.
  private static func blank(_ type: DataType, count: Int) -> Storage {
    switch type {
    case .bool: .bools([Bool](repeating: false, count: count))
    case .int: .ints([Int64](repeating: 0, count: count))
    case .decimal: .decimals([Int128](repeating: 0, count: count))
    case .float: .floats([Double](repeating: 0, count: count))
    case .text: .codes([UInt32](repeating: 0, count: count), TextDictionary([""]))
    case .date: .days([Int32](repeating: 0, count: count))
    case .period:
      .periods(
        [Period](
          repeating: Period(start: nil, last: nil, granularity: .range), count: count))
    case .reference(let reference): blank(reference.key == .int ? .int : .text, count: count)
    case .enumeration: .ranks([UInt8](repeating: 0, count: count))
    case .list(let element):
      .lists(
        offsets: [Int32](repeating: 0, count: count + 1),
        elements: repeating(.missing, type: element, count: 0))
    }
  }

  private static func unscaled(_ number: DecimalNumber, as type: DataType) -> Int128 {
    guard case .decimal(let scale) = type, let rescaled = try? number.rescaled(to: scale) else {
      preconditionFailure("a decimal that its column can hold")
    }
    return rescaled.unscaled
  }

  private static func repeatedList(
    _ values: [Value], of type: DataType, count: Int
  ) -> Storage {
    let rows = (0..<count).flatMap { _ in 0..<Int32(values.count) }
    guard let elements = try? Column.of(values, type: type).taking(rows) else {
      preconditionFailure("a list that its column can hold")
    }
    return .lists(
      offsets: (0...count).map { Int32($0 * values.count) }, elements: elements)
  }
}

extension Column {
  /// A column of computed values; `presence` says which rows hold one, all where it is nil.
  package init(type: DataType, storage: Storage, presence: [Bool]?, rowCount: Int) {
    self.init(
      type: type, storage: storage, validity: presence.map { ValidityMask($0) },
      rowCount: rowCount)
  }

  /// Which rows hold a value in both columns; nil where all do.
  package static func commonPresence(_ left: Column, _ right: Column) -> [Bool]? {
    guard let leftPresence = left.presence else { return right.presence }
    guard let rightPresence = right.presence else { return leftPresence }
    return leftPresence.indices.map { leftPresence[$0] && rightPresence[$0] }
  }
}
