import AnwenData
import AnwenTypes

/// Takes down the properties of one row, in the order in which they are encoded.
struct RowEncoder: Encoder {
  /// What the rows have given so far.
  final class Record {
    fileprivate(set) var headers: [String] = []
    fileprivate var places: [String: Int] = [:]
    fileprivate var row: [Value] = []
    fileprivate var rowIndex = 0

    fileprivate func set(_ value: Value, _ header: String) {
      let place: Int
      if let known = places[header] {
        place = known
      } else {
        place = headers.count
        headers.append(header)
        places[header] = place
      }
      while row.count <= place { row.append(.missing) }
      row[place] = value
    }
  }

  fileprivate let record: Record

  /// The rows of a sequence; a column is what any row has encoded.
  static func table<Row: Encodable>(of rows: some Sequence<Row>) throws -> ValueTable {
    let record = Record()
    var values: [[Value]] = []
    for row in rows {
      record.row = []
      try row.encode(to: RowEncoder(record: record))
      values.append(record.row)
      record.rowIndex += 1
    }
    // A later row may have brought a column that the earlier ones lack.
    for index in values.indices {
      let absent = record.headers.count - values[index].count
      values[index] += repeatElement(.missing, count: absent)
    }
    return ValueTable(
      headers: record.headers, rows: values, headersArePropertyNames: true)
  }

  var codingPath: [any CodingKey] { [PathStep(record.rowIndex)] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RowContainer<Key>(record: record, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    RefusingContainer<PathStep>(codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    RefusingContainer<PathStep>(codingPath: codingPath)
  }
}

/// The properties of a row.
private struct RowContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let record: RowEncoder.Record
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { record.set(.missing, key.stringValue) }

  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    record.set(try CellEncoder.cell(of: value, at: codingPath + [key]), key.stringValue)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(RefusingContainer(codingPath: codingPath + [key]))
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    RefusingContainer<PathStep>(codingPath: codingPath + [key])
  }

  /// A class and its superclass share the row.
  mutating func superEncoder() -> any Encoder { RowEncoder(record: record) }

  mutating func superEncoder(forKey key: Key) -> any Encoder {
    RefusingEncoder(codingPath: codingPath + [key])
  }
}

/// A missing optional is noted, so that a column is there although all its values are missing.
///
/// The protocol's own methods pass over a missing value; they stand for each of these types
/// apart, so that one generic method would not replace them.
extension RowContainer {
  private mutating func note<T: Encodable>(_ value: T?, _ key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    try note(value, key)
  }
  mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try note(value, key) }
  mutating func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try note(value, key) }
}
