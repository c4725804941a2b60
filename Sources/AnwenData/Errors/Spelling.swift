/// Which known spelling comes nearest to one that is not known.
package enum Spelling {
  /// Longer names are not compared, so that a file of long headers costs no time.
  private static let lengthLimit = 64

  /// The first of the candidates with the fewest edits, if at most half of the longer spelling
  /// has to be edited; case counts as no difference.
  ///
  /// - Complexity: O(*c* · *n*²) for *c* candidates, *n* being at most 64.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    let name = Array(name.lowercased().unicodeScalars.prefix(lengthLimit + 1))
    if name.count > lengthLimit { return nil }
    var best: (candidate: String, edits: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(lengthLimit + 1))
      if scalars.count > lengthLimit { continue }
      let edits = editCount(name, scalars)
      if edits * 2 <= max(name.count, scalars.count), edits < best?.edits ?? .max {
        best = (candidate, edits)
      }
    }
    return best?.candidate
  }

  /// The Levenshtein distance, row by row.
  private static func editCount(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(previous.count)
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (scalar == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
