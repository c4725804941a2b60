extension CSVTableReader {
  /// An error about a byte, with the row and the column in which the byte lies.
  ///
  /// Counts the cells before the byte; that works for GB18030 as well, where no part of a longer
  /// character looks like a separator or a quote.
  static func error(
    _ problem: EncodingProblem, in bytes: Span<UInt8>, file: String
  ) -> DataError {
    guard let byteOffset = problem.byteOffset else {
      return DataError(.encoding(problem), at: .init(file: file))
    }
    let prefix = bytes.extracting(0..<byteOffset)
    var scanner = CSVScanner(offset: UTF8Text.markLength(in: prefix))
    var row = 1
    var column = 1
    while let cell = try? scanner.nextCell(in: prefix) {
      let reachesByte = scanner.offset == cell.range.upperBound + (cell.isQuoted ? 1 : 0)
      if reachesByte { break }
      row += cell.endsRow ? 1 : 0
      column = cell.endsRow ? 1 : column + 1
    }
    return DataError(
      .encoding(problem), at: .init(file: file, row: row, columnNumber: column))
  }

  /// The texts of a row's cells, in a text that has been read without an error.
  static func cells(ofRow row: Int, in bytes: Span<UInt8>) -> [String] {
    var scanner = CSVScanner(offset: UTF8Text.markLength(in: bytes))
    var current = 1
    var cells: [String] = []
    var unquoted: [UInt8] = []
    while current <= row, scanner.offset <= bytes.count,
      let cell = try? scanner.nextCell(in: bytes)
    {
      if current == row {
        CSVScanner.unquote(bytes.extracting(cell.range), into: &unquoted)
        cells.append(UTF8Text.string(unquoted.span))
      }
      if cell.endsRow { current += 1 }
    }
    return cells
  }
}
