import AnwenColumns
import AnwenDiagnostics
import AnwenTypes

/// Reads rows of values into the columns that a definition names, as strictly as a CSV text.
///
/// A text counts as a cell with that text; any other value must be of the column's type, or a
/// number that the type holds without loss. In errors the first row is row 1: there is no header
/// row to count.
struct ValueTableReader {
  private let definition: TableDefinition
  private let file: String

  init(definition: TableDefinition, file: String) {
    self.definition = definition
    self.file = file
  }

  /// The rows in their order.
  func read(_ table: ValueTable) throws(DataError) -> Table {
    // An empty array of a program's own values does not say which columns it lacks.
    let isEmpty = table.headers.isEmpty && table.rows.isEmpty
    for (row, values) in table.rows.enumerated() where values.count != table.headers.count {
      let form = FormProblem.raggedRow(
        cellCount: values.count, headerCount: table.headers.count)
      throw DataError(.form(form), at: .init(file: file, row: row + 1))
    }
    var columns: [Column] = []
    for column in definition.columns {
      guard !isEmpty else {
        columns.append(ColumnBuilder(type: column.type).build())
        continue
      }
      columns.append(try read(column, at: try place(of: column, in: table), in: table.rows))
    }
    return Table(definition: definition, columns: columns, rowCount: table.rows.count)
  }

  private func place(
    of column: ColumnDefinition, in table: ValueTable
  ) throws(DataError) -> Int {
    let headers = table.headers
    var places = headers.indices.filter { TextValue(headers[$0]) == TextValue(column.header) }
    if places.isEmpty, table.headersArePropertyNames {
      let name = PropertyName.of(column: column.header)
      places = headers.indices.filter { TextValue(headers[$0]) == TextValue(name) }
    }
    guard let place = places.first else {
      let nearest = NearestWords.nearest(to: column.header, among: headers, limit: 1).first
      throw DataError(
        .form(.missingHeader(column.header, nearest: nearest, headers: headers)),
        at: .init(file: file))
    }
    if places.count > 1 {
      throw DataError(
        .form(.repeatedHeader(column.header)), at: .init(file: file, columnNumber: places[1] + 1))
    }
    return place
  }

  private func read(
    _ column: ColumnDefinition, at place: Int, in rows: [[Value]]
  ) throws(DataError) -> Column {
    var builder = ColumnBuilder(type: column.type)
    let parser = CellParser(column)
    for (row, values) in rows.enumerated() {
      do throws(DataError.Kind) {
        try append(values[place], as: column.type, parser: parser, to: &builder)
      } catch {
        throw DataError(
          error,
          at: .init(
            file: file, row: row + 1, columnNumber: place + 1, header: column.header))
      }
    }
    return builder.build()
  }

  private func append(
    _ value: Value, as type: DataType, parser: CellParser?, to builder: inout ColumnBuilder
  ) throws(DataError.Kind) {
    switch (value, type) {
    case (.text(let text), _):
      guard let parser else { throw .cell(.unreadableType) }
      if let offset = text.string.utf8.firstIndex(of: 0) {
        let byteOffset = text.string.utf8.distance(from: text.string.startIndex, to: offset)
        throw .encoding(.nulByte(byteOffset: byteOffset))
      }
      do throws(CellProblem) {
        try parser.append(text.string.utf8Span.span, to: &builder)
      } catch {
        throw .cell(error)
      }
    case (.list(let elements), .list(let element)):
      let elementParser: CellParser? = if case .list(_, let inner) = parser { inner } else { nil }
      try builder.appendList { (list) throws(DataError.Kind) in
        for value in elements {
          if value.isMissing { throw .cell(.emptyListElement(cell: "[]")) }
          try append(value, as: element, parser: elementParser, to: &list)
        }
      }
    default:
      do throws(CellProblem) {
        try appendNumber(value, as: type, to: &builder)
      } catch {
        throw .cell(error)
      }
    }
  }

  /// Appends a value that is neither a text nor a list.
  private func appendNumber(
    _ value: Value, as type: DataType, to builder: inout ColumnBuilder
  ) throws(CellProblem) {
    switch (value, type) {
    case (.int(let number), .decimal(let scale)):
      try appendDecimal(DecimalNumber(number), scale: scale, to: &builder)
    case (.decimal(let number), .decimal(let scale)):
      try appendDecimal(number, scale: scale, to: &builder)
    case (.int(let number), .float):
      guard let float = Double(exactly: number) else {
        throw .otherType(value, expected: type)
      }
      builder.append(float: float)
    case (.float(let number), .float):
      guard number.isFinite else { throw .notFloat(cell: number.description) }
      builder.append(float: number)
    default:
      do throws(ValueMismatch) {
        try builder.append(value)
      } catch {
        throw .otherType(value, expected: type)
      }
    }
  }

  private func appendDecimal(
    _ number: DecimalNumber, scale: Int, to builder: inout ColumnBuilder
  ) throws(CellProblem) {
    let number = number.normalized
    if number.scale > scale {
      throw .decimalTooPrecise(cell: number.description, scale: scale)
    }
    do throws(DecimalOverflow) {
      builder.append(unscaledDecimal: try number.rescaled(to: scale).unscaled)
    } catch {
      throw .decimalOverflow(cell: number.description)
    }
  }
}
