import AnwenBinder
import AnwenData
import AnwenTypes

/// Columns whose values are keys of another table, or of the same.
extension ModelDraft {
  mutating func guessReferences() {
    for index in tables.indices {
      for place in tables[index].columns.indices where place != tables[index].key {
        guard let target = target(of: tables[index].columns[place], in: index) else { continue }
        let isList = !tables[index].columns[place].holdsKeys(of: tables[target])
        let name = tables[target].name
        tables[index].columns[place].type = isList ? .references(name) : .reference(name)
        tables[index].columns[place].reverse = reverse(of: place, in: index, to: target)
      }
    }
  }

  /// The table to whose rows a column refers: its name says so, or it holds texts that are keys.
  private func target(of column: Column, in index: Int) -> Int? {
    let fitting = tables.indices.filter { column.refers(to: tables[$0]) }
    if let named = fitting.first(where: { column.isNamed(for: tables[$0]) }) { return named }
    // Small numbers are keys of any table, so that only texts tell.
    return fitting.filter { target in
      target != index && column.profile.kinds.isDisjoint(with: [.int, .decimal, .date, .bool])
        && tables[target].profile.rowCount > 1
        && column.hasSeveralValues
    }.min { tables[$0].profile.rowCount < tables[$1].profile.rowCount }
  }

  /// The name of the other side: the entity's plural, else with the column that leads there.
  private mutating func reverse(of place: Int, in index: Int, to target: Int) -> String {
    let name = tables[index].name
    let plural = EnglishNumber.plural(of: name) ?? name
    let candidates = [plural, plural + "_by_" + tables[index].columns[place].name]
    let free = candidates.first { !tables[target].names.contains($0.lowercased()) }
    return Self.unique(free ?? candidates[1], in: &tables[target].names)
  }
}

extension ModelDraft.Column {
  /// Whether each value, or each element of a list, is a key of the table.
  fileprivate func refers(to table: ModelDraft.Table) -> Bool {
    guard profile.valueCount > 0, !profile.isOverfull else { return false }
    return holdsKeys(of: table) || holdsListsOfKeys(of: table)
  }

  fileprivate func holdsKeys(of table: ModelDraft.Table) -> Bool {
    guard let key = table.key.map({ table.columns[$0] }) else { return false }
    return key.isInt == isInt && type != .date && type != .bool
      && profile.values.allSatisfy(key.profile.holds)
  }

  private func holdsListsOfKeys(of table: ModelDraft.Table) -> Bool {
    guard let key = table.key.map({ table.columns[$0] }) else { return false }
    return profile.separatedCount > 0 && profile.kinds.contains(.list)
      && profile.elements.allSatisfy(key.profile.holds)
  }

  fileprivate var hasSeveralValues: Bool {
    max(profile.values.count, profile.elements.count) > 1
  }

  /// A key that other columns may refer to is an int or a text, whatever else is guessed of it.
  private var isInt: Bool { type == .int }

  /// Whether the header is the table's name, or that with `id` and the like behind it.
  fileprivate func isNamed(for table: ModelDraft.Table) -> Bool {
    var word = name
    for ending in ["_id", "_no", "_number", "_key", "_code", "编号", "工号", "号", "代码"]
    where word.hasSuffix(ending) && word != ending {
      word = String(word.dropLast(ending.count))
      break
    }
    let names = [table.name, EnglishNumber.plural(of: table.name) ?? table.name]
    return names.contains(word) || names.contains { word.hasSuffix("_" + $0) }
  }
}
