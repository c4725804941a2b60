/// The lines of a model, gathered by their indentation.
struct ModelLines {
  /// A line that starts at the margin, with the indented lines below it.
  struct Block {
    /// Of the first line.
    let head: Range<Int>
    /// Of the lines below; one that is indented deeper than the first continues the line above.
    var details: [Range<Int>] = []

    /// Of all lines.
    var units: Range<Int> { head.lowerBound..<(details.last ?? head).upperBound }
  }

  private(set) var blocks: [Block] = []
  /// Indented lines at the start of the text, which belong to nothing.
  private(set) var strays: [Range<Int>] = []

  init(_ text: LexedText) {
    var detailIndentation: Int?
    for line in ModelLines.lines(of: text) {
      if line.indentation == 0 {
        blocks.append(Block(head: line.units))
        detailIndentation = nil
        continue
      }
      guard let block = blocks.indices.last else {
        strays.append(line.units)
        continue
      }
      let indentation = detailIndentation ?? line.indentation
      detailIndentation = indentation
      if line.indentation > indentation, let above = blocks[block].details.popLast() {
        blocks[block].details.append(above.lowerBound..<line.units.upperBound)
      } else {
        blocks[block].details.append(line.units)
      }
    }
  }

  /// The lines that hold more than white space and comments.
  private static func lines(of text: LexedText) -> [(units: Range<Int>, indentation: Int)] {
    var lines: [(units: Range<Int>, indentation: Int)] = []
    var start = 0
    var indentation = 0
    func append(upTo end: Int) {
      guard start < end else { return }
      lines.append((start..<end, indentation))
    }
    for unit in 0..<text.count where UnitClass.isSpace(text.scalars[unit]) {
      let isAtStart = unit == 0
      guard isAtStart || text.scalars[unit] != UnitMark.space else { continue }
      append(upTo: unit)
      start = unit + 1
      indentation = ModelLines.indentation(behind: unit, of: text)
    }
    let endsInSpace = text.scalars.last.map(UnitClass.isSpace) ?? false
    append(upTo: endsInSpace ? text.count - 1 : text.count)
    return lines
  }

  /// The characters between the last end of a line inside white space and what follows.
  private static func indentation(behind unit: Int, of text: LexedText) -> Int {
    let bytes = text.source.text.utf8
    let end = bytes.index(bytes.startIndex, offsetBy: text.offsets[unit + 1])
    let start = bytes.index(bytes.startIndex, offsetBy: text.offsets[unit])
    let blank = bytes[start..<end]
    let lineEnd = blank.lastIndex(of: 0x0a)
    return blank[(lineEnd.map(blank.index(after:)) ?? start)...].count
  }
}
