/// The rows of a CSV text that can be read, and why the others cannot.
///
/// Each row is read as strictly as ever, but by itself below the header, so that a bad one costs no
/// other. That takes several times as long as reading the text whole.
struct GoodRows {
  /// More bad rows are no table with some mistakes.
  static let limit = 1_000

  /// The header and each row that is left, with its number in the file.
  private var lines: [(bytes: [UInt8], row: Int)] = []
  private(set) var rejected: [DataError] = []

  /// - Throws: where the header is wrong, or too many rows are.
  init(of bytes: Span<UInt8>, definition: TableDefinition, file: String) throws(DataError) {
    var offset = UTF8Text.markLength(in: bytes)
    var header = Self.copy(bytes, offset..<Self.rowEnd(in: bytes, from: offset))
    offset += header.count
    if header.last != UInt8(ascii: "\n") { header.append(UInt8(ascii: "\n")) }
    _ = try CSVTableReader.read(header.span, definition: definition, file: file)
    lines.append((header, 1))
    var row = 1
    while offset < bytes.count {
      row += 1
      let end = Self.rowEnd(in: bytes, from: offset)
      var line = Self.copy(bytes, offset..<end)
      if line.last != UInt8(ascii: "\n") { line.append(UInt8(ascii: "\n")) }
      offset = end
      do throws(DataError) {
        let alone = header + line
        let table = try CSVTableReader.read(alone.span, definition: definition, file: file)
        // An empty line ends a file; in the middle it is a row that lacks its cells.
        if table.rowCount == 1 {
          lines.append((line, row))
        } else if offset < bytes.count {
          let count = CSVTableReader.cells(ofRow: 1, in: header.span).count
          let form = FormProblem.raggedRow(cellCount: 1, headerCount: count)
          try reject(DataError(.form(form), at: .init(file: file)), row: row)
        }
      } catch {
        try reject(error, row: row)
      }
    }
  }

  /// The text of the rows that are left.
  var text: [UInt8] { lines.flatMap(\.bytes) }

  /// Takes out a row that has no key of its own, by its number in the text of the rows left.
  mutating func reject(_ error: DataError, rowOfText row: Int) throws(DataError) {
    let line = lines.remove(at: row - 1)
    try reject(error, row: line.row)
  }

  private mutating func reject(_ error: DataError, row: Int) throws(DataError) {
    let place = DataError.Place(
      file: error.place.file, row: row, columnNumber: error.place.columnNumber,
      header: error.place.header)
    let moved = DataError(error.kind, at: place)
    guard rejected.count < Self.limit else { throw moved }
    rejected.append(moved)
  }

  /// Where the row ends that begins at an offset; one that is torn ends with its line.
  private static func rowEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    var scanner = CSVScanner(offset: start)
    do throws(DataError.Kind) {
      while scanner.offset < bytes.count {
        if try scanner.nextCell(in: bytes).endsRow { break }
      }
      return scanner.offset
    } catch {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      return min(end + 1, bytes.count)
    }
  }

  private static func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    range.map { bytes[$0] }
  }
}
