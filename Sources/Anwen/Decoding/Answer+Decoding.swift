extension Answer {
  /// The rows as values of a type of the program.
  ///
  /// ```swift
  /// struct Task: Decodable {
  ///   let number: Int
  ///   let title: String
  ///   let due: CalendarDate
  ///   let dueBasis: String
  /// }
  /// let tasks = try session.ask("tasks due this quarter").decoded(as: Task.self)
  /// ```
  ///
  /// A property takes the column of its name; `dueBasis` also takes the column `due_basis`. A
  /// property that may be missing is an optional. References give their keys, enumerations their
  /// canonical names, so that an `enum` with raw values of type `String` decodes; lists give
  /// arrays. An answer of one column also decodes into plain values: `decoded(as: Int.self)`.
  ///
  /// - Throws: `DecodingError`, whose path and description name the row and the column; rows
  ///   count from 1 in descriptions, from 0 in paths.
  public func decoded<Element: Decodable>(as type: Element.Type = Element.self) throws -> [Element]
  {
    let columns = ColumnNames(schema)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for (index, row) in enumerated() {
      let decoder = RowDecoder(columns: columns, values: row.values, row: index)
      elements.append(try decoder.decode(type))
    }
    return elements
  }
}
