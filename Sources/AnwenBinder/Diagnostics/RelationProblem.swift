package import AnwenDiagnostics

/// What is wrong with how rows are to find each other.
package enum RelationProblem: Problem, Hashable {
  /// A column of the rows outside, where there are none.
  ///
  /// Example: `tasks where number = outer.number`
  case noOuterRows

  /// A path that goes on with a reference behind a relation: its rows would come several times.
  ///
  /// Example: `departments | derive n = count(points.department)`
  case referenceBehindRelation(String)

  package var code: String {
    switch self {
    case .noOuterRows: "E1401"
    case .referenceBehindRelation: "E1402"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .noOuterRows:
      LocalizedText(
        english:
          "no rows stand outside of these: 'outer.' names a column of the rows outside of those in"
          + " with … or count(…)",
        chinese: "这里没有外层的行：“外层.”指“有……”或“计数(……)”之外那一层的列")
    case .referenceBehindRelation(let path):
      LocalizedText(
        english:
          "'\(path)' goes on with a reference behind a relation: write it as 'with …' of the rows"
          + " that are counted",
        chinese: "“\(path)”在反向关系之后又沿引用前进：请对被计数的行写“有……”")
    }
  }
}
