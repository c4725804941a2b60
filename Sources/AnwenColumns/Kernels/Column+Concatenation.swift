package import AnwenTypes

extension Column {
  /// The rows of all columns, one column after the other.
  ///
  /// Texts of different dictionaries get a new one, with the texts that occur.
  ///
  /// - Precondition: all columns are stored as `type` is; decimals have its scale.
  package static func concatenating(
    _ columns: [Column], type: DataType
  ) throws(ColumnTooLong) -> Column {
    let columns = columns.filter { $0.rowCount > 0 }
    if columns.count == 1 { return columns[0].retyped(as: type) }
    guard let first = columns.first else { return Column([], type: type) }
    let rowCount = columns.reduce(0) { $0 + $1.rowCount }
    if rowCount > maximumRowCount { throw ColumnTooLong() }
    let storage: Storage
    switch first.storage {
    case .bools:
      storage = .bools(joined(columns) { if case .bools(let it) = $0 { it } else { nil } })
    case .ints: storage = .ints(joined(columns) { if case .ints(let it) = $0 { it } else { nil } })
    case .decimals:
      storage = .decimals(joined(columns) { if case .decimals(let it) = $0 { it } else { nil } })
    case .floats:
      storage = .floats(joined(columns) { if case .floats(let it) = $0 { it } else { nil } })
    case .codes: storage = joinedTexts(columns)
    case .days: storage = .days(joined(columns) { if case .days(let it) = $0 { it } else { nil } })
    case .periods:
      storage = .periods(joined(columns) { if case .periods(let it) = $0 { it } else { nil } })
    case .ranks:
      storage = .ranks(joined(columns) { if case .ranks(let it) = $0 { it } else { nil } })
    case .lists: storage = try joinedLists(columns, type: type.element)
    }
    return Column(
      type: type, storage: storage, validity: joinedValidity(columns), rowCount: rowCount)
  }

  private static func joined<T>(_ columns: [Column], _ values: (Storage) -> [T]?) -> [T] {
    var joined: [T] = []
    joined.reserveCapacity(columns.reduce(0) { $0 + $1.rowCount })
    for column in columns {
      guard let values = values(column.storage) else {
        preconditionFailure("columns of one type are stored alike")
      }
      joined += values
    }
    return joined
  }

  private static func joinedValidity(_ columns: [Column]) -> ValidityMask? {
    if columns.allSatisfy({ $0.validity == nil }) { return nil }
    var bits: [Bool] = []
    for column in columns {
      bits += column.presence ?? [Bool](repeating: true, count: column.rowCount)
    }
    return ValidityMask(bits)
  }

  private static func joinedTexts(_ columns: [Column]) -> Storage {
    let pieces = columns.map { column -> (codes: [UInt32], dictionary: TextDictionary) in
      guard case .codes(let codes, let dictionary) = column.storage else {
        preconditionFailure("columns of one type are stored alike")
      }
      return (codes, dictionary)
    }
    let first = pieces[0].dictionary
    if pieces.allSatisfy({ $0.dictionary === first }) {
      return .codes(pieces.flatMap(\.codes), first)
    }
    var merger = DictionaryMerger()
    var codes: [UInt32] = []
    codes.reserveCapacity(columns.reduce(0) { $0 + $1.rowCount })
    for (piece, column) in zip(pieces, columns) {
      merger.append(piece.codes, of: piece.dictionary, where: column.presence, to: &codes)
    }
    return .codes(codes, TextDictionary(merger.texts.isEmpty ? [""] : merger.texts))
  }

  private static func joinedLists(
    _ columns: [Column], type: DataType
  ) throws(ColumnTooLong) -> Storage {
    var offsets: [Int32] = [0]
    var elements: [Column] = []
    var elementCount = 0
    for column in columns {
      guard case .lists(let listOffsets, let listElements) = column.storage else {
        preconditionFailure("columns of one type are stored alike")
      }
      let start = Int(listOffsets[0])
      let end = Int(listOffsets[column.rowCount])
      if elementCount + end - start > maximumRowCount { throw ColumnTooLong() }
      let shift = Int32(elementCount - start)
      offsets += listOffsets.dropFirst().map { $0 + shift }
      elements.append(listElements.slice(start..<end))
      elementCount += end - start
    }
    return .lists(offsets: offsets, elements: try concatenating(elements, type: type))
  }
}

/// Gives the texts of several dictionaries codes in one.
struct DictionaryMerger {
  private(set) var texts: [TextValue] = []
  private var codes: [TextValue: UInt32] = [:]
  /// New codes by old ones, for each dictionary that came.
  private var known: [ObjectIdentifier: [UInt32: UInt32]] = [:]

  /// Appends the new codes of rows; a row that holds nothing gets code 0.
  ///
  /// Complexity: O(*n*), however large the dictionary is.
  mutating func append(
    _ oldCodes: [UInt32], of dictionary: TextDictionary, where presence: [Bool]?,
    to newCodes: inout [UInt32]
  ) {
    // The table is taken out, so that it is not copied at each change.
    let id = ObjectIdentifier(dictionary)
    var table = known.removeValue(forKey: id) ?? [:]
    for (row, oldCode) in oldCodes.enumerated() {
      if let presence, !presence[row] {
        newCodes.append(0)
      } else if let code = table[oldCode] {
        newCodes.append(code)
      } else {
        let code = code(of: dictionary.texts[Int(oldCode)])
        table[oldCode] = code
        newCodes.append(code)
      }
    }
    known[id] = table
  }

  private mutating func code(of text: TextValue) -> UInt32 {
    if let code = codes[text] { return code }
    let code = UInt32(texts.count)
    codes[text] = code
    texts.append(text)
    return code
  }
}
