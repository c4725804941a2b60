import AnwenDiagnostics

/// Reads a CSV text into the columns that a definition names, cell by cell.
struct CSVTableReader {
  private let definition: TableDefinition
  private let file: String
  private var scanner: CSVScanner
  /// The columns to load, in the order in which the file has them.
  private var columns: [CSVColumnReader] = []
  /// The file's headers, in its order.
  private var headers: [String] = []
  private var rowCount = 0
  /// Holds the bytes of a cell with doubled quotes.
  private var unquoted: [UInt8] = []

  /// Reads the rows in the order of the file.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8; a byte-order mark at the start is skipped.
  ///   - file: the path for errors.
  static func read(
    _ bytes: Span<UInt8>, definition: TableDefinition, file: String
  ) throws(DataError) -> Table {
    let start = UTF8Text.markLength(in: bytes)
    if start == bytes.count { throw DataError(.form(.emptyFile), at: .init(file: file)) }
    var reader = CSVTableReader(
      definition: definition, file: file, scanner: CSVScanner(offset: start))
    try reader.readHeader(bytes)
    while reader.scanner.offset < bytes.count { try reader.readRow(bytes) }
    return reader.table()
  }

  private init(definition: TableDefinition, file: String, scanner: CSVScanner) {
    self.definition = definition
    self.file = file
    self.scanner = scanner
  }

  private mutating func readHeader(_ bytes: Span<UInt8>) throws(DataError) {
    var endsRow = false
    while !endsRow {
      let cell = try nextCell(in: bytes, row: 1, column: headers.count)
      headers.append(text(of: cell, in: bytes))
      endsRow = cell.endsRow
    }
    columns = try definition.columns.indices.map { (index) throws(DataError) in
      try columnReader(for: index)
    }
    columns.sort { ($0.place, $0.index) < ($1.place, $1.index) }
  }

  /// Finds the column of a definition in the file.
  private func columnReader(for index: Int) throws(DataError) -> CSVColumnReader {
    let column = definition.columns[index]
    let places = headers.indices.filter { headers[$0].utf8.elementsEqual(column.header.utf8) }
    guard let place = places.first else {
      let nearest = NearestWords.nearest(to: column.header, among: headers, limit: 1).first
      throw DataError(
        .form(.missingHeader(column.header, nearest: nearest, headers: headers)),
        at: .init(file: file, row: 1))
    }
    if places.count > 1 {
      throw error(.form(.repeatedHeader(column.header)), row: 1, column: places[1])
    }
    guard let reader = CSVColumnReader(column, index: index, place: place) else {
      throw error(.cell(.unreadableType), row: 1, column: place)
    }
    return reader
  }

  private mutating func readRow(_ bytes: Span<UInt8>) throws(DataError) {
    // The header is row 1, so the first row of data is row 2.
    let row = rowCount + 2
    var column = 0
    var problem: DataError?
    var nextReader = 0
    var endsRow = false
    while !endsRow {
      let cell = try nextCell(in: bytes, row: row, column: column)
      endsRow = cell.endsRow
      if isBlankLastLine(cell, column: column, byteCount: bytes.count) { return }
      while nextReader < columns.count, columns[nextReader].place == column {
        do throws(CellProblem) {
          try append(cell, in: bytes, to: nextReader)
        } catch {
          problem = problem ?? self.error(.cell(error), row: row, column: column)
        }
        nextReader += 1
      }
      column += 1
    }
    // A row of another length explains why a cell does not fit its column.
    if column != headers.count {
      let form = FormProblem.raggedRow(cellCount: column, headerCount: headers.count)
      throw DataError(.form(form), at: .init(file: file, row: row))
    }
    if let problem { throw problem }
    rowCount += 1
  }

  /// The columns read, in the order of the definition.
  private func table() -> Table {
    let columns = columns.sorted { $0.index < $1.index }.map { $0.builder.build() }
    return Table(definition: definition, columns: columns, rowCount: rowCount)
  }

  /// Whether a cell is an empty line at the end of the file; where the table has one column, such
  /// a line is a row.
  private func isBlankLastLine(_ cell: CSVScanner.Cell, column: Int, byteCount: Int) -> Bool {
    column == 0 && headers.count > 1 && cell.endsRow && cell.range.isEmpty && !cell.isQuoted
      && scanner.offset == byteCount
  }

  private mutating func append(
    _ cell: CSVScanner.Cell, in bytes: Span<UInt8>, to reader: Int
  ) throws(CellProblem) {
    let span = bytes.extracting(cell.range)
    if cell.hasDoubledQuotes {
      CSVScanner.unquote(span, into: &unquoted)
      // The columns change while the bytes are read, so the bytes must not be borrowed from self.
      let unquoted = unquoted
      try columns[reader].append(unquoted.span)
    } else {
      try columns[reader].append(span)
    }
  }

  private mutating func nextCell(
    in bytes: Span<UInt8>, row: Int, column: Int
  ) throws(DataError) -> CSVScanner.Cell {
    do throws(DataError.Kind) {
      return try scanner.nextCell(in: bytes)
    } catch {
      throw self.error(error, row: row, column: column)
    }
  }

  private mutating func text(of cell: CSVScanner.Cell, in bytes: Span<UInt8>) -> String {
    CSVScanner.unquote(bytes.extracting(cell.range), into: &unquoted)
    return UTF8Text.string(unquoted.span)
  }

  private func error(_ kind: DataError.Kind, row: Int, column: Int) -> DataError {
    let header = row > 1 && headers.indices.contains(column) ? headers[column] : nil
    return DataError(
      kind, at: .init(file: file, row: row, columnNumber: column + 1, header: header))
  }
}
