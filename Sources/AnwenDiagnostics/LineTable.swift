/// A place in a text as people count it: both from 1.
package struct SourceLocation: Hashable, Sendable {
  package let line: Int
  /// Grapheme characters from the start of the line, so that 汉 and é count one each.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a text begin: turns byte offsets into lines and columns.
///
/// A line ends in LF; a CR directly before it belongs to the line's end. Any offset is taken:
/// one past the text counts as its end, one inside a character as that character.
package struct LineTable: Sendable {
  private let text: String
  private let byteCount: Int
  /// The byte offset of each line's first byte, in order; the first is 0.
  private let starts: [Int]

  package init(_ source: SourceText) {
    var text = source.text
    text.makeContiguousUTF8()
    var starts = [0]
    var offset = 0
    for byte in text.utf8 {
      offset += 1
      if byte == UInt8(ascii: "\n") { starts.append(offset) }
    }
    self.text = text
    self.byteCount = offset
    self.starts = starts
  }

  package var lineCount: Int { starts.count }

  /// The line and column of a byte.
  package func location(at byteOffset: Int) -> SourceLocation {
    let line = lineNumber(at: byteOffset)
    let range = bytes(ofLine: line)
    let offset = max(range.start, min(byteOffset, range.end))
    var column = 1
    var end = range.start
    for character in self[range] {
      end += character.utf8.count
      if end > offset { break }
      column += 1
    }
    return SourceLocation(line: line, column: column)
  }

  /// The line, counted from 1, in which a byte lies; its end belongs to it.
  func lineNumber(at byteOffset: Int) -> Int {
    var low = 1
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= byteOffset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its end.
  ///
  /// - Precondition: `line` is 1 to `lineCount`.
  package func bytes(ofLine line: Int) -> SourceRange {
    let start = starts[line - 1]
    guard line < starts.count else { return SourceRange(start, byteCount) }
    let end = starts[line] - 1
    let isAfterReturn = end > start && text.utf8[index(end - 1)] == UInt8(ascii: "\r")
    return SourceRange(start, isAfterReturn ? end - 1 : end)
  }

  /// The text of a range of bytes; offsets inside a scalar are rounded down.
  package subscript(range: SourceRange) -> Substring {
    text[scalarStart(range.start)..<scalarStart(range.end)]
  }

  private func index(_ byteOffset: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: max(0, min(byteOffset, byteCount)))
  }

  private func scalarStart(_ byteOffset: Int) -> String.Index {
    var offset = max(0, min(byteOffset, byteCount))
    while offset > 0, offset < byteCount, text.utf8[index(offset)] & 0xC0 == 0x80 { offset -= 1 }
    return index(offset)
  }
}
