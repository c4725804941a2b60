import AnwenShell

/// A terminal of the strict kind, to try screens on: what xterm does where terminals differ.
///
/// A character in the last column leaves the cursor there, waiting to wrap; erasing then takes that
/// character. Half of a wide character that is written over leaves a blank.
struct TerminalModel {
  let columns: Int
  let rowCount: Int
  private var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private var waitsToWrap = false

  init(columns: Int, rowCount: Int) {
    self.columns = columns
    self.rowCount = rowCount
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rowCount)
  }

  /// The rows without trailing blanks; the second cell of a wide character is empty.
  var rows: [String] {
    cells.map { String($0.joined().reversed().drop { $0 == " " }.reversed()) }
  }

  /// Obeys what a program writes.
  mutating func receive(_ output: String) {
    var rest = Substring(output)
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}":
        control(&rest)
        continue
      case "\r": column = 0
      case "\n": feed()
      case "\r\n":
        column = 0
        feed()
      default:
        put(character)
        continue
      }
      waitsToWrap = false
    }
  }

  /// Obeys one control sequence behind its ESC.
  private mutating func control(_ rest: inout Substring) {
    _ = rest.popFirst()
    let parameters = rest.prefix { !$0.isLetter }
    rest = rest.dropFirst(parameters.count)
    let count = Int(parameters) ?? 1
    let final = rest.popFirst()
    // Colours and modes leave the wrap waiting; motions and erasing end it.
    if let final, "ACHJK".contains(final) { waitsToWrap = false }
    switch final {
    case "A": row = max(0, row - count)
    case "C": column = min(columns - 1, column + count)
    case "H":
      row = 0
      column = 0
    case "K": erase(row, from: column)
    case "J":
      erase(row, from: parameters == "2" ? 0 : column)
      for index in (parameters == "2" ? 0 : row + 1)..<max(row + 1, rowCount) where index != row {
        erase(index, from: 0)
      }
    default: break
    }
  }

  /// Blanks a row from a column on.
  private mutating func erase(_ row: Int, from start: Int) {
    for column in start..<columns { set(row, column, " ") }
  }

  /// Writes one character, and wraps before it where it has no room.
  private mutating func put(_ character: Character) {
    let width = cellWidth(character)
    if waitsToWrap || column + width > columns {
      column = 0
      feed()
    }
    set(row, column, String(character))
    if width == 2 { set(row, column + 1, "") }
    waitsToWrap = column + width == columns
    column = min(columns - 1, column + width)
  }

  /// Fills one cell; a wide character of which it was a half is gone.
  private mutating func set(_ row: Int, _ column: Int, _ text: String) {
    if cells[row][column].isEmpty, column > 0, text != "" { cells[row][column - 1] = " " }
    if column + 1 < columns, cells[row][column + 1].isEmpty { cells[row][column + 1] = " " }
    cells[row][column] = text
  }

  /// Goes a row down, and scrolls at the bottom.
  private mutating func feed() {
    if row + 1 < rowCount {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
    }
  }
}
