import AnwenDiagnostics
import AnwenSyntax

/// What is wrong with a stage that looks at groups or periods as a whole.
enum AnalysisProblem: Problem, Hashable {
  /// A stage that computes groups again, where there are none.
  ///
  /// Example: `hazards | total`
  case needsGroups(Keyword)

  /// Subtotals of what the rows were not grouped by.
  ///
  /// Example: `hazards | summarize count by department, level | total by count`
  case notAKey(String, keys: [String])

  /// A stage that looks for a column behind a pivot, whose columns only the data tells.
  ///
  /// Example: `hazards | summarize count by department, level | pivot level | where count > 3`
  case behindPivot

  /// Missing combinations are asked for where rows were dropped or columns chosen.
  ///
  /// Example: `hazards | summarize count by department, level | where count > 3 | fill`
  case fillTooLate

  /// Units to be filled that are no key.
  ///
  /// Example: `hazards | summarize count by month(found_on) | fill weeks of 2024`
  case noSuchPeriodKey

  /// A comparison where columns were chosen, or compared before.
  ///
  /// Example: `hazards in 2024-08 | summarize count | select count | compare with 上月`
  case compareTooLate

  /// A comparison of a query that says no period, or several.
  ///
  /// Example: `hazards | summarize count by level | compare with the previous month`
  case comparesNotOnePeriod(count: Int)

  /// A period before which there is none.
  case noEarlierPeriod

  /// A period that is longer than the time by which it is moved.
  ///
  /// Example: `hazards found in 2024Q3 | summarize count | compare with the previous month`
  case overlappingPeriods

  /// A key that is a unit of which no whole number fits.
  ///
  /// Example: `hazards | summarize count by quarter(found_on) | compare with the previous month`
  case unitsDoNotMeet

  /// A requirement of rows that are none of an entity.
  case requiresOfNoEntity

  /// A requirement for more periods than are looked at.
  ///
  /// Example: `points | require at least 1 inspections each day of 2020..2024`
  case tooManyPeriods(Int, limit: Int)

  /// A pivot of groups that have nothing but keys.
  case nothingInCells

  /// More columns than can be looked at.
  case tooManyColumns(Int, limit: Int)

  /// A running sum of rates or the like.
  ///
  /// Example: `hazards in 2024 | summarize rate(closed) as r by level | derive s = running sum(r)`
  case doesNotAddUp(String)

  /// A total of figures of related rows that the figures of the rows do not add up to.
  ///
  /// Example: `count of points and close rate of hazards by department, totals`
  case noTotal(of: LocalizedText, isShared: Bool)

  /// Subtotals of single rows.
  ///
  /// Example: `hazards | summarize count by department | total by department`
  case subtotalOfRows

  var code: String {
    switch self {
    case .needsGroups: "E1001"
    case .notAKey: "E1002"
    case .subtotalOfRows: "E1003"
    case .behindPivot: "E1004"
    case .fillTooLate: "E1005"
    case .noSuchPeriodKey: "E1006"
    case .compareTooLate: "E1007"
    case .comparesNotOnePeriod: "E1008"
    case .noEarlierPeriod: "E1009"
    case .overlappingPeriods: "E1010"
    case .unitsDoNotMeet: "E1011"
    case .nothingInCells: "E1012"
    case .requiresOfNoEntity: "E1014"
    case .tooManyPeriods: "E1015"
    case .tooManyColumns: "E1013"
    case .doesNotAddUp: "E1018"
    case .noTotal: "E1019"
    }
  }

  var message: LocalizedText {
    switch self {
    case .needsGroups(let stage):
      text(
        "`\(stage.rawValue)` needs groups: write it behind `summarize`, with nothing between that "
          + "makes other rows",
        "“\(stage.chinese)”要以分组为依据：请写在“统计”之后，中间不能有改变行的步骤")
    case .notAKey(let name, let keys):
      keys.isEmpty
        ? text("the rows are not grouped by anything", "这里没有按任何列分组")
        : text(
          "the rows are not grouped by “\(name)” but by \(keys.joined(separator: ", "))",
          "这里不是按“\(name)”分组，而是按\(keys.joined(separator: "、"))")
    case .behindPivot:
      text(
        "only the data tells the columns here, so only `sort`, `take` and `total` may follow; list "
          + "the values to go on: `pivot level in (low, major)`",
        "这里的列由数据决定，后面只能用“排序”“取”“合计”；要继续计算，请列出取值，例如“转列 等级 属于 (低, 重大)”")
    case .fillTooLate:
      text(
        "a row that was dropped would come back as 0; write `fill` right behind `summarize`",
        "这样会把去掉的行补成 0；请把“补齐”直接写在“统计”之后")
    case .noSuchPeriodKey:
      text("the rows are not grouped by this unit", "这里没有按这个时间单位分组")
    case .compareTooLate:
      text(
        "`compare` stands once, and before columns are chosen: write it before this stage",
        "“对比”只能用一次，并且要写在选列之前，请移到这一步前面")
    case .comparesNotOnePeriod(let count):
      count == 0
        ? text(
          "the query says no period to compare; say one, or group by one: `by month(found_on)`",
          "查询里没有可对比的时段；请写明一段时间，或按时段分组，如“按 月(发现日期)”")
        : text(
          "the query says several periods; name the date: `compare found_on with …`",
          "查询里有几段时间，请写明对比哪个日期，如“对比 发现日期 与 上月”")
    case .noEarlierPeriod:
      text("there is no such earlier period", "没有对应的上一时段")
    case .overlappingPeriods:
      text(
        "the period is longer than that, so the two would overlap; compare with `the previous "
          + "period`",
        "这段时间比对比的跨度长，两段会重叠；请与“上期”对比")
    case .unitsDoNotMeet:
      text(
        "the groups are of another unit; compare with `the previous period` or `the same period "
          + "last year`", "分组的时间单位与此不符；请与“上期”或“去年同期”对比")
    case .requiresOfNoEntity:
      text(
        "something is required of rows of an entity: write `require` before they are grouped or "
          + "selected", "“要求”针对的是对象的行，请写在“统计”“列出”之前")
    case .tooManyPeriods(let count, let limit):
      text(
        "a requirement for \(count) periods; \(limit) are the most",
        "这里要求 \(count) 个时段，最多 \(limit) 个")
    case .nothingInCells:
      text(
        "there is nothing to put into the columns but keys; summarize something",
        "除了分组列没有可放进各列的内容，请先统计一个数")
    case .tooManyColumns(let count, let limit):
      text(
        "\(count) values would become columns, and \(limit) are the most",
        "会有 \(count) 个取值成为列，最多 \(limit) 列")
    case .doesNotAddUp(let name):
      text(
        "“\(name)” of several groups does not add up to that of all; sum up counts and divide",
        "各组的“\(name)”不能相加；请累计个数后再相除")
    case .noTotal(let name, let isShared):
      isShared
        ? text(
          "a row of “\(name.english)” may belong to several here, and would count as often in the "
            + "total; ask for it in a question of its own",
          "“\(name.chinese)”中的一行可能同时属于这里的几行，合计会重复计数；请单独查询它的合计")
        : text(
          "the “\(name.english)” of all is not the sum of these; ask for it in a question of its own",
          "各行的“\(name.chinese)”不能相加；请单独查询它的合计")
    case .subtotalOfRows:
      text(
        "each row is already the only one of its group; subtotals need a further key",
        "每一行已是一组，小计需要再有一个分组列")
    }
  }

  var expected: [LocalizedText] { [] }

  var suggestions: [String] {
    switch self {
    case .notAKey(_, let keys): keys
    case .overlappingPeriods: ["the previous period"]
    default: []
    }
  }

  private func text(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }
}
