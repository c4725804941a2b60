/// Dates, periods and exact numbers are coded as their canonical text, so that they go through
/// any format that can hold a text without losing anything.

extension CalendarDate: Codable {
  /// Reads a day like `2024-06-30`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value(example: "2024-06-30") { CalendarDate($0) }
  }

  /// Writes the day like `2024-06-30`.
  public func encode(to encoder: any Encoder) throws { try encoder.encodeText(description) }
}

extension Period: Codable {
  /// Reads a canonical text: `2024Q4`, `2024-06`, `2024-01-05..2024-03-09`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value(example: "2024Q4") { Period($0) }
  }

  /// Writes the canonical text.
  public func encode(to encoder: any Encoder) throws { try encoder.encodeText(description) }
}

extension DecimalNumber: Codable {
  /// Reads a text like `-12.50`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value(example: "12.50") { DecimalNumber($0) }
  }

  /// Writes all digits as a text, since no format is bound to keep those of a number.
  public func encode(to encoder: any Encoder) throws { try encoder.encodeText(description) }
}

extension Decoder {
  /// The value that a text stands for.
  fileprivate func value<Value>(
    example: String, _ parse: (String) -> Value?
  ) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = parse(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a \(Value.self) like \(example)")
    }
    return value
  }
}

extension Encoder {
  fileprivate func encodeText(_ text: String) throws {
    var container = singleValueContainer()
    try container.encode(text)
  }
}
