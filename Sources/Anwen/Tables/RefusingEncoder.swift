/// Refuses whatever is encoded where a table has no place for it.
///
/// Asking an encoder for a container cannot fail, so the error comes with the first value.
struct RefusingEncoder: Encoder {
  let codingPath: [any CodingKey]

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RefusingContainer(codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    RefusingContainer<PathStep>(codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    RefusingContainer<PathStep>(codingPath: codingPath)
  }
}

/// A container of any kind in which nothing has a place.
struct RefusingContainer<Key: CodingKey>: KeyedEncodingContainerProtocol,
  UnkeyedEncodingContainer, SingleValueEncodingContainer
{
  let codingPath: [any CodingKey]

  var count: Int { 0 }

  func encodeNil(forKey key: Key) throws { throw refusal(of: Never?.none as Any) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws { throw refusal(of: value) }

  func encodeNil() throws { throw refusal(of: Never?.none as Any) }

  func encode<T: Encodable>(_ value: T) throws { throw refusal(of: value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(RefusingContainer<Nested>(codingPath: codingPath))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { self }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    KeyedEncodingContainer(RefusingContainer<Nested>(codingPath: codingPath))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }

  func superEncoder() -> any Encoder { RefusingEncoder(codingPath: codingPath) }

  func superEncoder(forKey key: Key) -> any Encoder { RefusingEncoder(codingPath: codingPath) }

  private func refusal(of value: Any) -> EncodingError {
    .invalidValue(
      value,
      EncodingError.Context(
        codingPath: codingPath,
        debugDescription: codingPath.count == 1
          ? "a row needs properties with names" : "a cell holds one value or a list of values"))
  }
}
