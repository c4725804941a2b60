import AnwenTypes

/// A type of Swift whose values a cell holds by themselves.
///
/// The conformances below are all there are: they say which type of column gives which type of
/// Swift, and back.
protocol CellValue {
  /// The value of a cell that is not missing.
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> Self
  /// The cell, or nil where no cell holds the value.
  var cell: Value? { get }
}

/// Why a cell gives no value of a type.
enum CellMismatch: Error, Hashable {
  case otherType
  /// The column's type fits, but not this number.
  case outOfRange
}

extension Bool: CellValue {
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> Bool {
    guard case .bool(let isTrue) = value else { throw .otherType }
    return isTrue
  }

  var cell: Value? { .bool(self) }
}

extension String: CellValue {
  /// A text, a key that is one, an enumeration's canonical name, and the ISO text of a date or
  /// period: what the machine formats write in quotes.
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> String {
    switch (value, type) {
    case (.text(let text), _): return text.string
    case (.date(let day), _): return day.description
    case (.period(let period), _): return period.description
    case (.rank(let rank), .enumeration(let enumeration))
    where Int(rank) < enumeration.cases.count:
      return enumeration.cases[Int(rank)].name
    default: throw .otherType
    }
  }

  var cell: Value? { .text(TextValue(self)) }
}

extension CalendarDate: CellValue {
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> CalendarDate {
    guard case .date(let day) = value else { throw .otherType }
    return day
  }

  var cell: Value? { .date(self) }
}

extension Period: CellValue {
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> Period {
    guard case .period(let period) = value else { throw .otherType }
    return period
  }

  var cell: Value? { .period(self) }
}

// MARK: - Numbers

extension DecimalNumber: CellValue {
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> DecimalNumber {
    switch value {
    case .decimal(let number): return number
    case .int(let number): return DecimalNumber(number)
    default: throw .otherType
    }
  }

  var cell: Value? { .decimal(self) }
}

extension Double: CellValue {
  /// The nearest float of a decimal; an integer only where it is exactly that float.
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> Double {
    switch value {
    case .float(let number): return number
    case .decimal(let number): return number.double
    case .int(let number):
      guard let exact = Double(exactly: number) else { throw .outOfRange }
      return exact
    default: throw .otherType
    }
  }

  var cell: Value? { .float(self) }
}

extension Float: CellValue {
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> Float {
    let number = Float(try Double.read(value, type))
    guard number.isFinite else { throw .outOfRange }
    return number
  }

  var cell: Value? { .float(Double(self)) }
}

extension CellValue where Self: FixedWidthInteger {
  /// An integer that fits, or a decimal that is a whole number.
  static func read(_ value: Value, _ type: DataType) throws(CellMismatch) -> Self {
    let exact: Self?
    switch value {
    case .int(let number): exact = Self(exactly: number)
    case .decimal(let number):
      let number = number.normalized
      exact = number.scale == 0 ? Self(exactly: number.unscaled) : nil
    default: throw .otherType
    }
    guard let exact else { throw .outOfRange }
    return exact
  }

  var cell: Value? { Int64(exactly: self).map { .int($0) } }
}

extension Int: CellValue {}
extension Int8: CellValue {}
extension Int16: CellValue {}
extension Int32: CellValue {}
extension Int64: CellValue {}
extension UInt: CellValue {}
extension UInt8: CellValue {}
extension UInt16: CellValue {}
extension UInt32: CellValue {}
extension UInt64: CellValue {}
