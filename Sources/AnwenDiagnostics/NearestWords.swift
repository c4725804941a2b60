/// Finds the words of a list that are most like a misspelled one.
package enum NearestWords {
  /// The candidates that differ from `word` in few characters, best first, at most five.
  ///
  /// A candidate qualifies when the letters to insert, drop, change or swap are at most a third
  /// of the longer of the two, rounded up. ASCII case does not count. Equal candidates keep their
  /// order, and each is given once.
  package static func nearest(to word: String, among candidates: [String]) -> [String] {
    let units = folded(word)
    guard units.count <= 64 else { return [] }
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates where !found.contains(where: { $0.candidate == candidate }) {
      let other = folded(candidate)
      let limit = (max(units.count, other.count) + 2) / 3
      guard other.count <= 64, abs(units.count - other.count) <= limit else { continue }
      let distance = distance(units, other)
      if distance <= limit, distance < max(units.count, other.count) {
        found.append((distance, candidate))
      }
    }
    let order = found.indices.sorted { (found[$0].distance, $0) < (found[$1].distance, $1) }
    return order.prefix(5).map { found[$0].candidate }
  }

  private static func folded(_ word: String) -> [UInt32] {
    word.unicodeScalars.map { scalar in
      ("A"..."Z").contains(scalar) ? scalar.value + 0x20 : scalar.value
    }
  }

  /// The optimal string alignment distance: Levenshtein's, with a swap of neighbours as one step.
  private static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var twoAbove: [Int] = []
    var above = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let change = above[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(change, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, twoAbove[column - 1] + 1)
        }
        current.append(best)
      }
      (twoAbove, above) = (above, current)
    }
    return above[right.count]
  }
}
