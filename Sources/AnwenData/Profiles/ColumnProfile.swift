package import AnwenTypes

/// What the cells of one column of a file have in common.
package struct ColumnProfile: Sendable {
  /// A kind of cell; a column is of a kind where each cell that is not empty is.
  package struct Kinds: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Without zeros in front, which a number would lose.
    package static let int = Kinds(rawValue: 1)
    package static let decimal = Kinds(rawValue: 2)
    package static let float = Kinds(rawValue: 4)
    package static let bool = Kinds(rawValue: 8)
    package static let date = Kinds(rawValue: 16)
    /// Elements between `;`, none of them empty or behind a space.
    package static let list = Kinds(rawValue: 32)
    /// Days in another form than 2024-06-30.
    package static let otherDate = Kinds(rawValue: 64)
    /// A number that begins with zeros, as codes do.
    package static let code = Kinds(rawValue: 128)
  }

  package let header: String
  package private(set) var rowCount = 0
  package private(set) var emptyCount = 0
  package private(set) var kinds: Kinds = [
    .int, .decimal, .float, .bool, .date, .list, .otherDate, .code,
  ]
  /// The most digits that stand behind a point.
  package private(set) var scale = 0
  /// The most characters of a cell.
  package private(set) var longest = 0
  /// How many cells hold a `;`.
  package private(set) var separatedCount = 0
  /// Different cells, in the order in which they were met; no more than ``ColumnProfile/limit``.
  package private(set) var values: [TextValue] = []
  /// Different elements, where the column may be a list.
  package private(set) var elements: [TextValue] = []
  /// Whether there were more different cells than are kept.
  package private(set) var isOverfull = false
  private var known: Set<TextValue> = []
  private var knownElements: Set<TextValue> = []

  /// More different cells are not kept.
  private static let limit = 1_000_000
  /// Longer numbers are rather codes: those of people, accounts and telephones.
  private static let digitLimit = 15

  init(header: String) { self.header = header }

  package var valueCount: Int { rowCount - emptyCount }

  /// Whether no cell is empty and none stands twice.
  package var isUnique: Bool {
    rowCount > 0 && emptyCount == 0 && !isOverfull && values.count == rowCount
  }

  package func holds(_ value: TextValue) -> Bool { known.contains(value) }

  mutating func add(_ cell: Span<UInt8>) {
    rowCount += 1
    if cell.isEmpty {
      emptyCount += 1
      return
    }
    narrow(to: cell)
    let text = TextValue(UTF8Text.string(cell))
    longest = max(longest, text.string.count)
    if cell.indices.contains(where: { cell[$0] == UInt8(ascii: ";") }) { separatedCount += 1 }
    keep(text)
    if kinds.contains(.list) { addElements(of: text.string) }
  }

  private mutating func keep(_ text: TextValue) {
    guard known.count < Self.limit else {
      isOverfull = isOverfull || !known.contains(text)
      return
    }
    if known.insert(text).inserted { values.append(text) }
  }

  private mutating func addElements(of cell: String) {
    for element in cell.utf8.split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    {
      guard let first = element.first, first != UInt8(ascii: " "), knownElements.count < Self.limit
      else {
        kinds.remove(.list)
        return
      }
      let text = TextValue(String(decoding: element, as: UTF8.self))
      if knownElements.insert(text).inserted { elements.append(text) }
    }
  }

  /// Drops the kinds that a cell is not of.
  private mutating func narrow(to cell: Span<UInt8>) {
    let digitCount = cell.indices.count { Self.isDigit(cell[$0]) }
    let first = cell[0] == UInt8(ascii: "-") || cell[0] == UInt8(ascii: "+") ? 1 : 0
    let isPadded =
      first + 1 < cell.count && cell[first] == UInt8(ascii: "0")
      && cell[first + 1] != UInt8(ascii: ".")
    let isNumber = !isPadded && digitCount <= Self.digitLimit
    if !isNumber || (try? NumberCell.integer(cell)) == nil { kinds.remove(.int) }
    if let point = cell.indices.first(where: { cell[$0] == UInt8(ascii: ".") }) {
      scale = max(scale, cell.count - point - 1)
    }
    if isPadded || scale > DecimalNumber.maximumScale
      || (try? NumberCell.decimal(cell, scale: DecimalNumber.maximumScale)) == nil
    {
      kinds.remove(.decimal)
    }
    if isPadded || (try? NumberCell.float(cell)) == nil { kinds.remove(.float) }
    if !Self.isBool(UTF8Text.string(cell)) { kinds.remove(.bool) }
    if (try? DateCell.date(cell)) == nil { kinds.remove(.date) }
    if !Self.isOtherDate(UTF8Text.string(cell)) { kinds.remove(.otherDate) }
    if digitCount < cell.count { kinds.remove(.code) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isBool(_ text: String) -> Bool {
    ["true", "false", "是", "否"].contains { $0.utf8.elementsEqual(text.utf8) }
  }

  /// `2024/6/30`, `2024.6.30`, 2024年6月30日, `2024-6-30`.
  private static func isOtherDate(_ text: String) -> Bool {
    let parts = text.split { "/.-年月".contains($0) }
    let day = parts.last.map { $0.hasSuffix("日") ? $0.dropLast() : $0 } ?? ""
    return parts.count == 3 && parts[0].count == 4 && (1...2).contains(parts[1].count)
      && (1...2).contains(day.count)
      && [parts[0], parts[1], day].allSatisfy { $0.utf8.allSatisfy(isDigit) }
  }
}
