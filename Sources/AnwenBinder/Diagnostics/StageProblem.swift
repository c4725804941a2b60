package import AnwenDiagnostics
package import AnwenTypes

/// What is wrong with a stage whose names are all known.
package enum StageProblem: Problem, Hashable {
  /// Nothing says which rows are the top ones.
  ///
  /// Example: `points | top 3`
  case topWithoutOrder(count: Int)

  /// A name that an earlier stage took away, and the one that the column has now.
  ///
  /// Example: `hazards | drop level | sort level`
  case removedName(String, now: String?)

  /// A path or a constant where a column of the rows is meant.
  ///
  /// Example: `hazards | rename point.name as place`
  case notAColumn(String)

  /// `drop` took the last column that was shown.
  ///
  /// Example: `leaders | drop name`
  case noColumnLeft

  /// A column whose type is another one on the other side of `union`, `except` or `intersect`.
  ///
  /// Where one side is a reference to what the other names, `key` is the path to that name.
  ///
  /// Example: `tasks | union (measures)`
  case sidesDiffer(column: String, first: DataType, second: DataType, key: String?)

  /// Total rows before a union, or in brackets.
  ///
  /// Example: `hazards | summarize count by level | total | union (points | summarize count)`
  case totalsInUnion

  /// A list where rows are told apart by one value.
  ///
  /// Example: `tasks | top 1 by due per leaders`
  case groupedByList(String)

  /// What `expand` takes apart is one value already.
  ///
  /// Example: `tasks | expand section`
  case notAList(String)

  /// The name of joined rows is one that the rows at hand have for a column, or for others.
  ///
  /// Example: `hazards | join points on points.risk = 重大`
  case joinedNameTaken(LocalizedText)

  /// Joined rows that have no name.
  ///
  /// Example: `hazards | join months of 2024Q1 on found_on in period`
  case joinedWithoutName

  package var code: String {
    switch self {
    case .topWithoutOrder: "E0901"
    case .removedName: "E0902"
    case .notAColumn: "E0903"
    case .noColumnLeft: "E0904"
    case .sidesDiffer: "E0905"
    case .groupedByList: "E0907"
    case .totalsInUnion: "E0908"
    case .notAList: "E0911"
    case .joinedNameTaken: "E0912"
    case .joinedWithoutName: "E0913"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .topWithoutOrder(let count):
      LocalizedText(
        english: "nothing says by what these are the top \(count); `take \(count)` gives the first "
          + "\(count) rows as they stand",
        chinese: "没有说明前\(count)名按什么排；只要眼前的前\(count)行，请用“取 \(count)”")
    case .removedName(let name, let now?):
      LocalizedText(
        english: "“\(name)” is named “\(now)” from there on", chinese: "“\(name)”在前面已改名为“\(now)”")
    case .removedName(let name, nil):
      LocalizedText(
        english: "“\(name)” was dropped by a stage before", chinese: "“\(name)”在前面的阶段已去掉")
    case .notAColumn(let name):
      LocalizedText(
        english: "“\(name)” is no column of these rows; make it one with `derive`",
        chinese: "“\(name)”不是这些行自身的列，请先用“计算”生成")
    case .noColumnLeft:
      LocalizedText(english: "no column would be left", chinese: "这样就一列也不剩了")
    case .sidesDiffer(let column, let first, let second, _):
      sidesMessage(column, first, second)
    case .totalsInUnion:
      LocalizedText(
        english: "total rows belong to the end of a query whose rows are groups; leave `total` out",
        chinese: "合计行只属于分组查询的结尾，这里请去掉“合计”")
    case .groupedByList(let name):
      LocalizedText(
        english: "“\(name)” holds several values; take it apart first with `expand \(name)`",
        chinese: "“\(name)”一格里有多个值，请先用“展开 \(name)”拆成多行")
    case .notAList(let name):
      LocalizedText(
        english: "“\(name)” holds one value a row; only a list can be expanded",
        chinese: "“\(name)”每行只有一个值，只有列表才能展开")
    case .joinedNameTaken(let name):
      LocalizedText(
        english: "“\(name.english)” has a meaning for these rows already; give the joined ones "
          + "another name: `join … as … on …`",
        chinese: "“\(name.chinese)”对这些行已另有所指，请给关联进来的行另取名称：“关联 … 作为 … 条件 …”")
    case .joinedWithoutName:
      LocalizedText(
        english: "the joined rows need a name, behind which their columns are named: "
          + "`join … as … on …`",
        chinese: "关联进来的行需要一个名称，用来指明它们的列：“关联 … 作为 … 条件 …”")
    }
  }

  private func sidesMessage(
    _ column: String, _ first: DataType, _ second: DataType
  ) -> LocalizedText {
    let (left, right) = (BindingProblem.words(for: first), BindingProblem.words(for: second))
    return LocalizedText(
      english: "the column “\(column)” is \(left.english) in the rows before and "
        + "\(right.english) in those in brackets; give one of them another name with `rename`, or "
        + "leave it out with `drop`",
      chinese: "“\(column)”列在前面是\(left.chinese)，在括号里是\(right.chinese)；"
        + "请用“改名”给其中一列另取名称，或用“去掉”去掉它")
  }

  package var expected: [LocalizedText] {
    guard case .topWithoutOrder(let count) = self else { return [] }
    return [
      LocalizedText(english: "top \(count) by …", chinese: "前\(count)名 按 …"),
      LocalizedText(english: "take \(count)", chinese: "取 \(count)"),
    ]
  }

  package var suggestions: [String] {
    switch self {
    case .removedName(_, let now?): [now]
    case .sidesDiffer(_, _, _, let key): key.map { [$0] } ?? []
    case .removedName(_, nil), .topWithoutOrder, .notAColumn, .noColumnLeft,
      .totalsInUnion, .groupedByList, .notAList, .joinedNameTaken, .joinedWithoutName:
      []
    }
  }
}
