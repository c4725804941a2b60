package import AnwenDiagnostics

/// A source text as the lexer leaves it: one unit for each character that may matter.
///
/// A run of white space and comments is one unit, and so is a quoted text; everything else is one
/// unit a Unicode scalar. Where words begin and end is not decided here: a run without spaces is
/// read as a lattice, and only a complete reading says which words it holds.
package final class LexedText: Sendable {
  package let source: SourceText
  /// The scalars with full-width forms folded to their half-width twins, case kept.
  package let scalars: [UInt32]
  /// The same with ASCII letters in lower case.
  package let folded: [UInt32]
  /// The same as period literals are read: with simplified forms of their words.
  let simplified: [UInt32]
  /// Byte offset of each unit, and of the end.
  package let offsets: [Int]
  /// The contents of quoted texts and names, by unit.
  package let quotations: [Int: String]

  init(
    source: SourceText, scalars: [UInt32], folded: [UInt32], offsets: [Int],
    quotations: [Int: String]
  ) {
    self.source = source
    self.scalars = scalars
    self.folded = folded
    simplified = TraditionalForms.simplified(folded)
    self.offsets = offsets
    self.quotations = quotations
  }

  /// The number of units.
  package var count: Int { scalars.count }

  /// The bytes of a range of units.
  package func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(offsets[start], max(offsets[start], offsets[end]))
  }

  /// The text of a range of units, full-width forms folded.
  package func text(_ start: Int, _ end: Int) -> String {
    if let asTyped = unfoldedText(start, end) { return asTyped }
    var bytes: [UInt8] = []
    bytes.reserveCapacity((end - start) * 3)
    for unit in start..<end {
      let value = scalars[unit]
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if value == UnitMark.text || value == UnitMark.name, let quoted = quotations[unit] {
        bytes.append(contentsOf: quoted.utf8)
      } else if let encoded = Unicode.Scalar(value).flatMap(UTF8.encode) {
        bytes.append(contentsOf: encoded)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as it was typed, where that is the same: nothing in it is quoted, folded or white
  /// space. Most words are so, and then no copy is put together.
  private func unfoldedText(_ start: Int, _ end: Int) -> String? {
    var byteCount = 0
    for unit in start..<end {
      let value = scalars[unit]
      guard value > UnitMark.space, value != UnitMark.text, value != UnitMark.name else {
        return nil
      }
      byteCount += value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    }
    // A folded form is shorter than the full-width one.
    guard byteCount == offsets[end] - offsets[start] else { return nil }
    let utf8 = source.text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: offsets[start])
    return String(utf8[first..<utf8.index(first, offsetBy: byteCount)])
  }
}
