import AnwenTypes

/// Decodes one row: keyed by its columns, or as the value of its only column.
struct RowDecoder: Decoder, SingleValueDecodingContainer {
  let columns: ColumnNames
  let values: [Value]
  /// From 0.
  let row: Int

  var place: AnswerPlace { AnswerPlace(row: row) }
  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowContainer<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try onlyCell([Any].self).unkeyedContainer()
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { values.count == 1 && cell(0).decodeNil() }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    type is any CellValue.Type ? try onlyCell(type).decode(type) : try T(from: self)
  }

  /// The decoder of a column.
  func cell(_ column: Int) -> CellDecoder {
    let field = columns.schema.fields[column]
    return CellDecoder(
      value: values[column], type: field.type,
      place: AnswerPlace(row: row, column: field.name))
  }

  private func onlyCell(_ type: Any.Type) throws -> CellDecoder {
    guard values.count == 1 else {
      throw DecodingError.typeMismatch(
        type, place.context("a row of \(values.count) columns is not one value"))
    }
    return cell(0)
  }
}

/// The columns of a row, by coding key.
private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: RowDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }

  var allKeys: [Key] { decoder.columns.schema.fields.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { decoder.columns.place(of: key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try cell(key).decodeNil() }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try cell(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try cell(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try cell(key).unkeyedContainer()
  }

  /// A class and its superclass share the row.
  func superDecoder() -> any Decoder { decoder }

  func superDecoder(forKey key: Key) throws -> any Decoder { try cell(key) }

  private func cell(_ key: Key) throws -> CellDecoder {
    guard let place = decoder.columns.place(of: key) else {
      let names = decoder.columns.schema.fields.map(\.name).joined(separator: ", ")
      throw DecodingError.keyNotFound(
        key,
        decoder.place.context("no column '\(key.stringValue)'; the answer has \(names)"))
    }
    return decoder.cell(place)
  }
}
