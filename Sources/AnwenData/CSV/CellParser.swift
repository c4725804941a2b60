import AnwenColumns
import AnwenDiagnostics
import AnwenTypes

/// Reads the value of a cell, as the type of its column says.
indirect enum CellParser {
  case bool(SpellingTable)
  case integer
  case decimal(scale: Int)
  case float
  case date
  case text
  case enumeration(SpellingTable)
  case list(separator: UInt8, CellParser)

  /// Fails for types whose values no cell can hold: periods, and lists of lists.
  init?(_ definition: ColumnDefinition) {
    self.init(definition.type, definition: definition)
  }

  private init?(_ type: DataType, definition: ColumnDefinition) {
    switch type {
    case .bool: self = .bool(SpellingTable(definition.spellings))
    case .int: self = .integer
    case .decimal(let scale): self = .decimal(scale: scale)
    case .float: self = .float
    case .text: self = .text
    case .date: self = .date
    case .reference(let reference): self = reference.key == .int ? .integer : .text
    case .enumeration: self = .enumeration(SpellingTable(definition.spellings))
    case .list(let element):
      guard !element.isList, let parser = CellParser(element, definition: definition) else {
        return nil
      }
      self = .list(separator: definition.listSeparator, parser)
    case .period: return nil
    }
  }

  /// Appends the value of a cell, or a missing one if the cell is empty.
  func append(_ cell: Span<UInt8>, to builder: inout ColumnBuilder) throws(CellProblem) {
    if cell.isEmpty {
      builder.appendMissing()
      return
    }
    switch self {
    case .text: builder.append(utf8: cell)
    case .integer: builder.append(int: try NumberCell.integer(cell))
    case .decimal(let scale):
      builder.append(unscaledDecimal: try NumberCell.decimal(cell, scale: scale))
    case .float: builder.append(float: try NumberCell.float(cell))
    case .date: builder.append(daysSinceEpoch: try DateCell.date(cell).daysSinceEpoch)
    case .bool(let table):
      guard let rank = table.rank(of: cell) else {
        throw .notBool(cell: UTF8Text.excerpt(cell), spellings: table.texts)
      }
      builder.append(bool: rank != 0)
    case .enumeration(let table):
      guard let rank = table.rank(of: cell) else {
        let text = UTF8Text.excerpt(cell)
        throw .notEnumerationValue(
          cell: text, nearest: NearestWords.nearest(to: text, among: table.texts, limit: 1).first,
          spellings: table.texts)
      }
      builder.append(rank: rank)
    case .list(let separator, let element):
      try builder.appendList { (elements) throws(CellProblem) in
        try Self.appendElements(of: cell, separator: separator, parser: element, to: &elements)
      }
    }
  }

  /// Appends the trimmed pieces between separators; a cell of blanks is the empty list.
  private static func appendElements(
    of cell: Span<UInt8>, separator: UInt8, parser: CellParser,
    to elements: inout ColumnBuilder
  ) throws(CellProblem) {
    if trimmed(cell, 0..<cell.count).isEmpty { return }
    var start = 0
    while start <= cell.count {
      var end = start
      while end < cell.count, cell[end] != separator { end += 1 }
      let range = trimmed(cell, start..<end)
      if range.isEmpty { throw .emptyListElement(cell: UTF8Text.excerpt(cell)) }
      try parser.append(cell.extracting(range), to: &elements)
      start = end + 1
    }
  }

  /// The range without spaces and tabs at its ends.
  private static func trimmed(_ cell: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(cell[start]) { start += 1 }
    while start < end, isBlank(cell[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

/// What the cells of a bool or an enumeration may say.
struct SpellingTable {
  private let interner: TextInterner
  /// By the code of the spelling.
  private let ranks: [UInt8]
  /// The spellings, without repetition, for messages.
  let texts: [String]

  /// Of two meanings of one spelling the first counts.
  init(_ spellings: [CellSpelling]) {
    var interner = TextInterner()
    var ranks: [UInt8] = []
    for spelling in spellings {
      let code = interner.intern(spelling.text.string.utf8Span.span)
      if Int(code) == ranks.count { ranks.append(spelling.rank) }
    }
    texts = interner.dictionary().texts.map(\.string)
    self.interner = interner
    self.ranks = ranks
  }

  func rank(of cell: Span<UInt8>) -> UInt8? { interner.code(of: cell).map { ranks[Int($0)] } }
}
