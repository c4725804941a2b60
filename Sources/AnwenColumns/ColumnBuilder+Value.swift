package import AnwenTypes

/// A value that a column's type cannot hold.
package struct ValueMismatch: Error, Hashable {
  package let value: Value
  package let type: DataType

  package init(value: Value, type: DataType) {
    self.value = value
    self.type = type
  }
}

extension ColumnBuilder {
  /// Appends a value of the column's type; slow, for the edges only.
  ///
  /// A decimal of a smaller scale is brought to the column's. A value of another type, a decimal
  /// that would lose or overflow digits, and a rank that the enumeration lacks are mismatches.
  package mutating func append(_ value: Value) throws(ValueMismatch) {
    switch (value, type) {
    case (.missing, _): appendMissing()
    case (.bool(let value), .bool): append(bool: value)
    case (.int(let value), .int): append(int: value)
    case (.decimal(let number), .decimal(let scale)):
      let number = number.normalized
      guard number.scale <= scale, let rescaled = try? number.rescaled(to: scale) else {
        throw ValueMismatch(value: value, type: type)
      }
      append(unscaledDecimal: rescaled.unscaled)
    case (.float(let value), .float): append(float: value)
    case (.text(let value), .text): append(text: value)
    case (.date(let day), .date): append(daysSinceEpoch: day.daysSinceEpoch)
    case (.period(let period), .period): append(period: period)
    case (.int(let key), .reference(let reference)) where reference.key == .int: append(int: key)
    case (.text(let key), .reference(let reference)) where reference.key == .text:
      append(text: key)
    case (.rank(let rank), .enumeration(let enumeration)) where rank < enumeration.cases.count:
      append(rank: rank)
    case (.list(let values), .list):
      try appendList { (elements) throws(ValueMismatch) in
        for value in values { try elements.append(value) }
      }
    default: throw ValueMismatch(value: value, type: type)
    }
  }
}
