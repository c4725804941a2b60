import AnwenTypes

/// What the columns of a CSV file hold, for guessing what they mean.
package struct TableProfile: Sendable {
  /// The file's name inside its folder.
  package let file: String
  package let encoding: TextEncoding
  package let rowCount: Int
  package let columns: [ColumnProfile]

  /// Reads a file of a folder: in UTF-8, else in GB18030.
  package init(reading file: String, from source: any DataSource) throws(DataError) {
    let path = source.path(of: file)
    let (encoding, columns) = try source.withBytes(of: file) {
      (bytes) throws(DataError) -> (TextEncoding, [ColumnProfile]) in
      guard let problem = UTF8Text.problem(in: bytes) else {
        return (.utf8, try Self.columns(of: bytes, path: path))
      }
      guard let decoded = try? GB18030.decode(bytes) else {
        throw CSVTableReader.error(problem, in: bytes, file: path)
      }
      return (.gb18030, try Self.columns(of: decoded.span, path: path))
    }
    self.file = file
    self.encoding = encoding
    self.columns = columns
    rowCount = columns.first?.rowCount ?? 0
  }

  private static func columns(
    of bytes: Span<UInt8>, path: String
  ) throws(DataError) -> [ColumnProfile] {
    // A definition without columns checks the form of every row.
    let empty = TableDefinition(name: "", fileName: "", columns: [])
    _ = try CSVTableReader.read(bytes, definition: empty, file: path)
    var columns = CSVTableReader.cells(ofRow: 1, in: bytes).map { ColumnProfile(header: $0) }
    var scanner = CSVScanner(offset: UTF8Text.markLength(in: bytes))
    skipRow(&scanner, bytes)
    var unquoted: [UInt8] = []
    var place = 0
    while scanner.offset < bytes.count, let cell = try? scanner.nextCell(in: bytes) {
      let isBlankLine = place == 0 && cell.endsRow && cell.range.isEmpty && !cell.isQuoted
      if isBlankLine, columns.count > 1 { break }
      CSVScanner.unquote(bytes.extracting(cell.range), into: &unquoted)
      columns[place].add(unquoted.span)
      place = cell.endsRow ? 0 : place + 1
      // The last row may end in an empty cell at the very end of the file.
      if !cell.endsRow, scanner.offset == bytes.count { columns[place].add([UInt8]().span) }
    }
    return columns
  }

  private static func skipRow(_ scanner: inout CSVScanner, _ bytes: Span<UInt8>) {
    while let cell = try? scanner.nextCell(in: bytes), !cell.endsRow {}
  }
}
