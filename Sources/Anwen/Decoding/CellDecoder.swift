import AnwenTypes

/// Decodes one value: a cell, or an element of a list.
struct CellDecoder: Decoder, SingleValueDecodingContainer {
  let value: Value
  let type: DataType
  let place: AnswerPlace

  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    throw mismatch([String: Any].self)
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let elements) = value else {
      if value == .missing, type.isList { return ListContainer(elements: [], list: self) }
      throw mismatch([Any].self)
    }
    return ListContainer(elements: elements, list: self)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  /// A list is never missing.
  func decodeNil() -> Bool { value == .missing && !type.isList }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    guard let plain = type as? any CellValue.Type else { return try T(from: self) }
    if decodeNil() {
      throw DecodingError.valueNotFound(
        type, place.context("the value is missing, and \(type) is no optional"))
    }
    do throws(CellMismatch) {
      guard let read = try plain.read(value, self.type) as? T else { throw .otherType }
      return read
    } catch {
      switch error {
      case .otherType: throw mismatch(type)
      case .outOfRange:
        throw DecodingError.dataCorrupted(
          place.context("the number \(numberText) does not fit \(type)"))
      }
    }
  }

  private var numberText: String {
    switch value {
    case .int(let number): number.description
    case .decimal(let number): number.description
    case .float(let number): number.description
    default: ""
    }
  }

  private func mismatch(_ wanted: Any.Type) -> DecodingError {
    .typeMismatch(wanted, place.context("\(type.phrase) does not decode as \(wanted)"))
  }
}

extension DataType {
  /// A value of the type, in words for a programmer.
  fileprivate var phrase: String {
    switch self {
    case .bool: "a bool"
    case .int: "an int"
    case .decimal: "a decimal"
    case .float: "a float"
    case .text: "a text"
    case .date: "a date"
    case .period: "a period"
    case .reference(let reference):
      "a reference to \(reference.entity), which is its \(reference.key) key,"
    case .enumeration(let enumeration): "a value of the enumeration \(enumeration.name)"
    case .list: "a list"
    }
  }
}

/// The elements of a list.
private struct ListContainer: UnkeyedDecodingContainer {
  let elements: [Value]
  let list: CellDecoder
  private(set) var currentIndex = 0

  init(elements: [Value], list: CellDecoder) {
    self.elements = elements
    self.list = list
  }

  var codingPath: [any CodingKey] { list.codingPath }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  mutating func decodeNil() throws -> Bool {
    let isMissing = try element(Never.self).decodeNil()
    if isMissing { currentIndex += 1 }
    return isMissing
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let decoded = try element(type).decode(type)
    currentIndex += 1
    return decoded
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try element(Any.self).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try element([Any].self).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { list }

  private func element(_ type: Any.Type) throws -> CellDecoder {
    var place = list.place
    place.element = currentIndex
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        type, place.context("the list has \(elements.count) elements"))
    }
    return CellDecoder(value: elements[currentIndex], type: list.type.element, place: place)
  }
}
