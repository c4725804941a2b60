/// Cuts the bytes of a CSV text (RFC 4180) into cells, one call a cell.
///
/// Rows end in LF or CRLF, also mixed; the last one may lack its end. A cell is quoted as a
/// whole or not at all. A quoted cell may hold line breaks and doubled quotes.
struct CSVScanner {
  /// A cell as it lies in the text.
  struct Cell {
    /// The bytes between the separators, without the enclosing quotes.
    let range: Range<Int>
    let isQuoted: Bool
    /// Whether `range` holds doubled quotes, each of which stands for one.
    let hasDoubledQuotes: Bool
    let endsRow: Bool
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Where the next cell begins.
  private(set) var offset: Int

  /// Cuts off the next cell; at the end of the text that is an empty one which ends its row.
  ///
  /// Each call takes the same `bytes`.
  mutating func nextCell(in bytes: Span<UInt8>) throws(DataError.Kind) -> Cell {
    let start = offset
    if start < bytes.count, bytes[start] == Self.quote { return try quotedCell(in: bytes) }
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      // Nothing above the comma means anything here, and most bytes are above it.
      if byte > Self.comma {
        index += 1
        continue
      }
      switch byte {
      case Self.comma, Self.lineFeed, Self.carriageReturn:
        let endsRow = try endCell(at: index, in: bytes)
        return Cell(
          range: start..<index, isQuoted: false, hasDoubledQuotes: false, endsRow: endsRow)
      case Self.quote: throw .form(.strayQuote)
      case 0: throw .encoding(.nulByte(byteOffset: index))
      default: index += 1
      }
    }
    offset = index
    return Cell(range: start..<index, isQuoted: false, hasDoubledQuotes: false, endsRow: true)
  }

  private mutating func quotedCell(in bytes: Span<UInt8>) throws(DataError.Kind) -> Cell {
    let start = offset + 1
    var index = start
    var hasDoubledQuotes = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0 { throw .encoding(.nulByte(byteOffset: index)) }
      if byte != Self.quote {
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
        hasDoubledQuotes = true
        index += 2
        continue
      }
      let endsRow = try endCell(at: index + 1, in: bytes)
      return Cell(
        range: start..<index, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes,
        endsRow: endsRow)
    }
    throw .form(.unclosedQuote)
  }

  /// Steps over the separator after a cell; returns whether it ends the row.
  private mutating func endCell(at index: Int, in bytes: Span<UInt8>) throws(DataError.Kind) -> Bool
  {
    if index == bytes.count {
      offset = index
      return true
    }
    switch bytes[index] {
    case Self.comma:
      offset = index + 1
      return false
    case Self.lineFeed:
      offset = index + 1
      return true
    case Self.carriageReturn:
      guard index + 1 < bytes.count, bytes[index + 1] == Self.lineFeed else {
        throw .form(.strayCarriageReturn)
      }
      offset = index + 2
      return true
    case 0: throw .encoding(.nulByte(byteOffset: index))
    default: throw .form(.textAfterQuote)
    }
  }

  /// Writes a quoted cell's bytes to `buffer`, with one quote for each doubled one.
  static func unquote(_ cell: Span<UInt8>, into buffer: inout [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    var index = 0
    while index < cell.count {
      buffer.append(cell[index])
      index += cell[index] == quote ? 2 : 1
    }
  }
}
