/// Named values, alone and in lists.
extension Parser {
  /// Reads values of one of the types; a slot takes every following value of its type.
  ///
  ///     values       = [ Both ] plain_values .
  ///     plain_values = VALUE { [ "," | "、" | "和" | Or | And ] VALUE } .
  mutating func parseValueList(
    _ types: [ValueType], at position: Int
  ) -> [Reading<ValueListSyntax>] {
    var readings: [Reading<ValueListSyntax>] = []
    let both = keyword(.both, at: position)
    let start = both?.end ?? position
    for type in types {
      for first in parseValue(of: type, at: start) {
        let list = extend(first, type: type, isBoth: both != nil)
        let syntax = ValueListSyntax(
          values: list.values, joining: list.joining, place: place(position, list.end))
        readings.append(
          Reading(syntax, end: list.end, words: (both?.words ?? []) + list.words))
      }
    }
    return Readings.packed(readings)
  }

  private struct OpenList {
    var values: [ValueSyntax]
    var joining: ValueListSyntax.Joining
    var end: Int
    var words: [WordSpan]
  }

  private mutating func extend(
    _ first: Reading<ValueSyntax>, type: ValueType, isBoth: Bool
  ) -> OpenList {
    var list = OpenList(
      values: [first.node], joining: isBoth ? .all : .any, end: first.end, words: first.words)
    while let (start, joining, words) = valueSeparator(at: list.end) {
      failure.muteCount += joining == nil ? 1 : 0
      defer { failure.muteCount -= joining == nil ? 1 : 0 }
      guard let next = parseValue(of: type, at: start).last else { break }
      if joining == .plainAnd, !isBoth { list.joining = .plainAnd }
      list.values.append(next.node)
      list.words += words + next.words
      list.end = next.end
    }
    return list
  }

  /// Where the next value of a list may start, and how it is joined; nil joins side by side.
  private mutating func valueSeparator(
    at position: Int
  ) -> (start: Int, joining: ValueListSyntax.Joining?, words: [WordSpan])? {
    let start = skipSpace(position)
    guard start < limit else { return nil }
    switch text.folded[start] {
    case 0x2c, 0x3001: return (start + 1, .any, [])
    case 0x548c: return (start + 1, .plainAnd, [])
    default: break
    }
    failure.muteCount += 1
    defer { failure.muteCount -= 1 }
    if let word = keyword(.or, at: start) { return (word.end, .any, word.words) }
    if let word = keyword(.and, at: start) { return (word.end, .plainAnd, word.words) }
    return (start, nil, [])
  }

  /// The values of a type whose names start here.
  mutating func parseValue(of type: ValueType, at position: Int) -> [Reading<ValueSyntax>] {
    let start = skipSpace(position)
    let found = values(at: start).filter { $0.value.type == type }
    if found.isEmpty { failure.record(.value(type), at: start) }
    return found.map { match in
      let node = ValueSyntax(
        key: match.value.key, type: type, place: place(start, match.end),
        parameter: match.value.parameter)
      let isData = if case .entity = type { true } else { false }
      return Reading(
        node, end: match.end, words: [WordSpan(start, match.end, isDataValue: isData)])
    }
  }

  /// Values beside a noun, without a word that says of which column.
  mutating func parseBareValues(
    _ entity: Int, at position: Int
  ) -> [Reading<ExpressionSyntax>] {
    var types: [ValueType] = []
    for column in vocabulary.entities[entity].columns {
      if let type = column.valueType, !types.contains(type) { types.append(type) }
    }
    return parseValueList(types, at: position).map { $0.map { .bareValues($0) } }
  }

  /// Any named value that starts here, whatever its type.
  mutating func parseAnyValue(at position: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    return values(at: start).map { match in
      let range = place(start, match.end)
      let value = ValueSyntax(
        key: match.value.key, type: match.value.type, place: range,
        parameter: match.value.parameter)
      let list = ValueListSyntax(values: [value], joining: .any, place: range)
      let isData = if case .entity = match.value.type { true } else { false }
      return Reading(
        .values(list), end: match.end, words: [WordSpan(start, match.end, isDataValue: isData)])
    }
  }
}
