import AnwenTypes

/// Takes down the value of one cell.
struct CellEncoder: Encoder, SingleValueEncodingContainer {
  /// What has been encoded; a list gathers elements.
  fileprivate final class Box {
    var value: Value?
  }

  let codingPath: [any CodingKey]
  private let box: Box

  private init(codingPath: [any CodingKey]) {
    self.codingPath = codingPath
    box = Box()
  }

  /// The cell of a value; one that encodes nothing is missing.
  static func cell<T: Encodable>(
    of value: T, at codingPath: [any CodingKey]
  ) throws -> Value {
    if let plain = value as? any CellValue {
      guard let cell = plain.cell else {
        throw EncodingError.invalidValue(
          value,
          EncodingError.Context(
            codingPath: codingPath, debugDescription: "no cell holds the number \(value)"))
      }
      return cell
    }
    let encoder = CellEncoder(codingPath: codingPath)
    try value.encode(to: encoder)
    return encoder.box.value ?? .missing
  }

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RefusingContainer(codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    ListContainer(codingPath: codingPath, box: box)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { box.value = .missing }

  func encode<T: Encodable>(_ value: T) throws {
    box.value = try Self.cell(of: value, at: codingPath)
  }
}

/// The elements of a list.
private struct ListContainer: UnkeyedEncodingContainer {
  let codingPath: [any CodingKey]
  let box: CellEncoder.Box
  private var elements: [Value] = [] {
    didSet { box.value = .list(elements) }
  }

  init(codingPath: [any CodingKey], box: CellEncoder.Box) {
    self.codingPath = codingPath
    self.box = box
    box.value = .list([])
  }

  var count: Int { elements.count }

  mutating func encodeNil() { elements.append(.missing) }

  mutating func encode<T: Encodable>(_ value: T) throws {
    let element = try CellEncoder.cell(of: value, at: codingPath + [PathStep(count)])
    if case .list = element {
      try RefusingContainer<PathStep>(codingPath: codingPath).encode(value)
    }
    elements.append(element)
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RefusingContainer(codingPath: codingPath))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    RefusingContainer<PathStep>(codingPath: codingPath)
  }

  mutating func superEncoder() -> any Encoder { RefusingEncoder(codingPath: codingPath) }
}
