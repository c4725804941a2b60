/// How far two spellings are apart, in tenths of an edit.
///
/// Inserting, deleting or replacing a character and swapping two neighbours cost one edit each;
/// a difference of case only costs a tenth. No part is edited twice (optimal string alignment,
/// the restricted form of Damerau's distance), which is what slips of the hand look like.
struct EditDistance: Sendable {
  /// The cost of one edit.
  static let edit = 10
  private static let caseDifference = 1

  /// Grapheme characters, so that 汉 and a decomposed é count one each.
  let characters: [Character]
  private let folded: [Character]

  /// Prepares one spelling, which can then be compared with many.
  init(_ text: some StringProtocol) {
    characters = Array(text)
    folded = characters.map(Self.folding)
  }

  /// The distance, or nil where it exceeds `limit`.
  ///
  /// Complexity: the product of the lengths; a difference in length beyond the limit costs nothing.
  func distance(to other: EditDistance, limit: Int) -> Int? {
    let (rows, columns) = (characters.count, other.characters.count)
    guard abs(rows - columns) <= limit / Self.edit else { return nil }
    var beforeLast = [Int](repeating: 0, count: columns + 1)
    var last = (0...columns).map { $0 * Self.edit }
    var current = last
    for row in 0..<rows {
      current[0] = (row + 1) * Self.edit
      var best = current[0]
      for column in 0..<columns {
        var cost = min(
          last[column + 1] + Self.edit, current[column] + Self.edit,
          last[column] + replacement(row, other, column))
        if row > 0, column > 0, folded[row] == other.folded[column - 1],
          folded[row - 1] == other.folded[column], folded[row] != folded[row - 1]
        {
          cost = min(cost, beforeLast[column - 1] + Self.edit)
        }
        current[column + 1] = cost
        best = min(best, cost)
      }
      // A swap reaches back over one row, so one hopeless row alone decides nothing.
      if best > limit, last.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[columns] <= limit ? last[columns] : nil
  }

  /// Whether this spelling begins with `other`, case aside.
  func hasPrefix(_ other: EditDistance) -> Bool {
    folded.starts(with: other.folded)
  }

  private func replacement(_ index: Int, _ other: EditDistance, _ otherIndex: Int) -> Int {
    if characters[index] == other.characters[otherIndex] { return 0 }
    return folded[index] == other.folded[otherIndex] ? Self.caseDifference : Self.edit
  }

  /// The character in lower case; full-width letters fold onto the plain ones.
  private static func folding(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    case 0x41...0x5A: return Character(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0x00...0x7F, 0x2E80...0xA63F, 0xAC00...0xFEFF: return character
    case 0xFF21...0xFF3A: return Character(Unicode.Scalar(UInt8(scalar.value - 0xFF21 + 0x61)))
    case 0xFF41...0xFF5A: return Character(Unicode.Scalar(UInt8(scalar.value - 0xFF41 + 0x61)))
    default: return character.lowercased().first ?? character
    }
  }
}
