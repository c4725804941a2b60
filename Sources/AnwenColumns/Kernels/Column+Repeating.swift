package import AnwenTypes

extension Column {
  /// A column of values, for edges and tests; slow.
  ///
  /// - Precondition: each value is one of the type, or missing.
  package init(_ values: [Value], type: DataType) {
    var builder = ColumnBuilder(type: type)
    for value in values {
      guard (try? builder.append(value)) != nil else {
        preconditionFailure("a value that its column can hold")
      }
    }
    self = builder.build()
  }

  /// A column that holds one value in every row.
  ///
  /// A decimal of a smaller scale is brought to the type's.
  ///
  /// - Precondition: the value is one of the type, or missing.
  package static func repeating(
    _ value: Value, type: DataType, count: Int
  ) throws(ColumnTooLong) -> Column {
    try Column([value], type: type).taking([Int32](repeating: 0, count: count))
  }
}

extension Column {
  /// A column of computed values; `presence` says which rows hold one, all where it is nil.
  package init(type: DataType, storage: Storage, presence: [Bool]?, rowCount: Int) {
    self.init(
      type: type, storage: storage, validity: presence.map { ValidityMask($0) },
      rowCount: rowCount)
  }

  /// The same rows with computed values.
  package func replacingStorage(_ storage: Storage, type: DataType) -> Column {
    Column(type: type, storage: storage, validity: validity, rowCount: rowCount)
  }

  /// Which rows hold a value in both columns; nil where all do.
  package static func commonPresence(_ left: Column, _ right: Column) -> [Bool]? {
    guard let leftPresence = left.presence else { return right.presence }
    guard let rightPresence = right.presence else { return leftPresence }
    return leftPresence.indices.map { leftPresence[$0] && rightPresence[$0] }
  }
}
