import AnwenPlan
import AnwenTypes

extension ReferenceEngine {
  func matching(_ node: LogicalPlan.Matching) throws -> [[Value]] {
    let others = try run(node.other).map { row in
      try node.otherKeys.map { try ReferenceEvaluator.value($0, row) }
    }
    return try run(node.input).filter { row in
      let keys = try node.keys.map { try ReferenceEvaluator.value($0, row) }
      let isFound = others.contains { other in
        keys.indices.allSatisfy { index in
          guard node.keys[index].type.isList, !node.otherKeys[index].type.isList else {
            return isSame([keys[index]], [other[index]])
          }
          let choices = keys[index].isMissing ? [.missing] : elements(keys[index])
          return choices.contains { isSame([$0], [other[index]]) }
        }
      }
      return isFound != node.isNegated
    }
  }

  /// Level by level from the finest: behind the last row that begins alike.
  func totals(_ node: LogicalPlan.Totals) throws -> [[Value]] {
    func keys(_ row: [Value], _ level: Int) -> [Value] { node.levels[level].keys.map { row[$0] } }
    var rows = try run(node.input).map { $0 + [Value.missing] }
    for level in node.levels.indices {
      // Rows of one combination of keys come together, in the order of the first.
      var clusters: [[[Value]]] = []
      for row in rows {
        let place = clusters.firstIndex { isSame(keys($0[0], level), keys(row, level)) }
        if let place { clusters[place].append(row) } else { clusters.append([row]) }
      }
      rows = clusters.flatMap { $0 }
    }
    for level in node.levels.indices.reversed() {
      for total in try run(node.levels[level].rows) {
        let isGrand = node.levels[level].keys.isEmpty
        let last = rows.lastIndex { isSame(keys($0, level), keys(total, level)) }
        guard isGrand || last != nil else { continue }
        let place = isGrand ? rows.count : (last ?? 0) + 1
        rows.insert(total + [.rank(UInt8(level))], at: place)
      }
    }
    return rows
  }
}
