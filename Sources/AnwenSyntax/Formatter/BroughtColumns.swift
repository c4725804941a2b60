/// The columns that a source or a stage brings along without a name in the query, by their names.
///
/// They have names in both languages as long as no name of the query takes one of these.
struct BroughtColumns {
  /// The Chinese name by the canonical one.
  private(set) var chinese: [String: String] = [:]
  /// The names that the query gave to days of the week.
  private(set) var weekdays: Set<String> = []

  /// Those of a source whose rows are the units of a period.
  static var ofPeriods: BroughtColumns {
    var columns = BroughtColumns()
    columns.add(PeriodSourceColumn.allCases.map { ($0.rawValue, $0.chinese) })
    return columns
  }

  private mutating func add(_ names: [(String, String)]) {
    chinese.merge(names, uniquingKeysWith: { $1 })
  }

  /// Those behind a stage.
  mutating func remember(_ stage: StageSyntax.Kind) {
    switch stage {
    case .require(let require):
      add(
        require.isSummary
          ? StandingWords.all.map { ($0.name, $0.chinese) }
          : RequiredColumn.allCases.map { ($0.rawValue, $0.chinese) })
    case .select(let items), .derive(let items): remember(items)
    case .summarize(let figures, let keys): remember(keys + figures)
    case .rename(let renamings): for renaming in renamings { forget(renaming.alias.name) }
    case .filter, .sort, .take, .total, .skip, .distinct, .top, .drop, .expand, .join, .combine,
      .assertion, .write, .pivot, .compare, .fill:
      break
    }
  }

  private mutating func remember(_ items: [ItemSyntax]) {
    for item in items {
      guard let name = item.alias?.name else { continue }
      forget(name)
      guard case .call(let call) = item.expression, call.function == "weekday" else { continue }
      weekdays.insert(name)
    }
  }

  private mutating func forget(_ name: String) {
    weekdays.remove(name)
    chinese = chinese.filter { $0.key != name && $0.value != name }
  }
}
