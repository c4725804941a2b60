import AnwenTypes

extension Table {
  /// Reads a table from its file: bytes, text, cells, key order.
  ///
  /// - Parameter reject: takes what is wrong with a row, which is then left out; without it the
  ///   first bad row is an error.
  package init(
    reading definition: TableDefinition, from source: any DataSource,
    rejecting reject: ((DataError) -> Void)? = nil
  ) throws(DataError) {
    let path = source.path(of: definition.fileName)
    if let values = source.values(of: definition.fileName) {
      self = try Table(values: values, definition: definition, path: path)
      return
    }
    let encoding = source.encoding(of: definition.fileName, declared: definition.encoding)
    self = try source.withBytes(of: definition.fileName) { (bytes) throws(DataError) in
      switch encoding {
      case .utf8:
        if let problem = UTF8Text.problem(in: bytes) {
          throw CSVTableReader.error(problem, in: bytes, file: path)
        }
        return try Table(text: bytes, definition: definition, path: path, rejecting: reject)
      case .gb18030:
        let text = try Self.decodeGB18030(bytes, path: path)
        return try Table(
          text: text.span, definition: definition, path: path, rejecting: reject)
      }
    }
  }

  private static func decodeGB18030(
    _ bytes: Span<UInt8>, path: String
  ) throws(DataError) -> [UInt8] {
    do throws(EncodingProblem) {
      // Looked for here, since offsets in the converted text are not those of the file.
      for offset in bytes.indices where bytes[offset] == 0 {
        throw .nulByte(byteOffset: offset)
      }
      return try GB18030.decode(bytes)
    } catch {
      throw CSVTableReader.error(error, in: bytes, file: path)
    }
  }

  /// Reads a table from UTF-8 text, without its bad rows where something takes them.
  private init(
    text: Span<UInt8>, definition: TableDefinition, path: String,
    rejecting reject: ((DataError) -> Void)?
  ) throws(DataError) {
    guard let reject else {
      self = try Table(text: text, definition: definition, path: path)
      return
    }
    var rows = try GoodRows(of: text, definition: definition, file: path)
    var read: Table?
    while read == nil {
      let good = rows.text
      do throws(DataError) {
        read = try Table(text: good.span, definition: definition, path: path)
      } catch {
        // A row alone can be read and have no key of its own among others.
        guard case .key(let problem) = error.kind, problem != .unorderedType,
          let row = error.place.row
        else { throw error }
        try rows.reject(error, rowOfText: row)
      }
    }
    rows.rejected.sorted { ($0.place.row ?? 0) < ($1.place.row ?? 0) }.forEach(reject)
    guard let read else { preconditionFailure("the loop ends with a table or an error") }
    self = read
  }

  /// Reads a table from UTF-8 text and puts its rows in key order.
  private init(
    text: Span<UInt8>, definition: TableDefinition, path: String
  ) throws(DataError) {
    let table = try CSVTableReader.read(text, definition: definition, file: path)
    do throws(KeyOrder.Failure) {
      self = try table.inKeyOrder()
    } catch {
      throw Self.error(error, in: text, definition: definition, path: path)
    }
  }

  /// The same rows in key order.
  private func inKeyOrder() throws(KeyOrder.Failure) -> Table {
    let key = definition.key.compactMap { self[$0] }
    guard let order = try KeyOrder.rows(of: key, rowCount: rowCount) else { return self }
    // All rows in another order have no more list elements than before.
    guard let columns = try? columns.map({ try $0.taking(order) }) else {
      preconditionFailure("a column that was read has rows that can be counted")
    }
    return Table(definition: definition, columns: columns, rowCount: rowCount)
  }

  private static func error(
    _ failure: KeyOrder.Failure, in text: Span<UInt8>, definition: TableDefinition, path: String
  ) -> DataError {
    let fileHeaders = CSVTableReader.cells(ofRow: 1, in: text)
    let headers = definition.key.compactMap { name in
      definition.columns.first { $0.name == name }?.header
    }
    // The key was read from these columns, so that each of them is there.
    let columns = headers.compactMap { header in
      fileHeaders.firstIndex { TextValue($0) == TextValue(header) }
    }
    // Row 0 of a column is row 2 of the file.
    let (problem, row, keyPart): (KeyProblem, Int, Int) =
      switch failure {
      case .missing(let row, let part): (.missing, row + 2, part)
      case .repeated(let row, let firstRow):
        (
          .repeated(
            key: keyText(of: columns, in: CSVTableReader.cells(ofRow: row + 2, in: text)),
            firstRow: firstRow + 2), row + 2, 0
        )
      case .unorderedType(let part): (.unorderedType, 1, part)
      }
    return DataError(
      .key(problem),
      at: .init(
        file: path, row: row, columnNumber: columns[keyPart] + 1, header: headers[keyPart]))
  }

  private static func keyText(of columns: [Int], in cells: [String]) -> String {
    columns.map { UTF8Text.excerpt(cells[$0].utf8Span.span) }.joined(separator: ", ")
  }

  /// Reads a table from values and puts its rows in key order.
  private init(
    values: ValueTable, definition: TableDefinition, path: String
  ) throws(DataError) {
    let table = try ValueTableReader(definition: definition, file: path).read(values)
    do throws(KeyOrder.Failure) {
      self = try table.inKeyOrder()
    } catch {
      throw table.error(error, path: path)
    }
  }

  /// Says which row of values has no key of its own; the first row is row 1.
  private func error(_ failure: KeyOrder.Failure, path: String) -> DataError {
    let (problem, row, part): (KeyProblem, Int?, Int) =
      switch failure {
      case .missing(let row, let part): (.missing, row + 1, part)
      case .repeated(let row, let firstRow):
        (.repeated(key: keyText(ofRow: row), firstRow: firstRow + 1), row + 1, 0)
      case .unorderedType(let part): (.unorderedType, nil, part)
      }
    let name = definition.key[part]
    let header = definition.columns.first { $0.name == name }?.header ?? name
    return DataError(.key(problem), at: .init(file: path, row: row, header: header))
  }

  private func keyText(ofRow row: Int) -> String {
    definition.key.map { name in
      switch self[name]?[row] {
      case .int(let number): String(number)
      case .text(let text): UTF8Text.excerpt(text.string.utf8Span.span)
      case .date(let day): day.description
      default: "?"
      }
    }.joined(separator: ", ")
  }
}
