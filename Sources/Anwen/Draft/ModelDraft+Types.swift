import AnwenData
import AnwenSyntax
import AnwenTypes

/// Types and keys.
extension ModelDraft {
  /// What the cells allow, before other tables are looked at.
  static func plainType(of column: ColumnProfile) -> ColumnGuess {
    guard column.valueCount > 0 else { return .text }
    let kinds = column.kinds
    if kinds.contains(.bool) { return .bool }
    if kinds.contains(.int) { return .int }
    if kinds.contains(.decimal) { return .decimal(scale: column.scale) }
    if kinds.contains(.float) { return .float }
    if kinds.contains(.date) { return .date }
    // A few texts that happen to hold a `;` make no list.
    if kinds.contains(.list), column.separatedCount * 5 >= column.valueCount {
      return .listOfText
    }
    return .text
  }

  /// Headers under which a key stands, in the order of their likelihood.
  private static let keyNames = [
    "id", "no", "index", "number", "key", "code", "编号", "序号", "代码", "编码", "工号", "证号", "身份证号",
  ]

  /// A column in which no cell is empty and none stands twice: one that is named for it, else the
  /// first.
  mutating func guessKey(of index: Int) {
    takeCodesForTexts(of: index)
    let table = tables[index]
    let fitting = table.columns.indices.filter { place in
      let column = table.columns[place]
      return column.profile.isUnique && column.profile.longest <= 40
        && (column.type == .int || column.type == .text)
    }
    let ownNames = [table.name + "_id", table.name + "_no", table.name + "编号", table.name + "号"]
    let ordered = (Self.keyNames + ownNames).compactMap { name in
      fitting.first { table.columns[$0].name == name }
    }
    let named = ordered.first { table.columns[$0].type == .int } ?? ordered.first
    // A number that happens to differ in each row is no key where its name does not say so.
    let firstText = fitting.first { $0 == 0 || table.columns[$0].type == .text }
    tables[index].key = named ?? firstText
    let dates = table.columns.indices.filter { table.columns[$0].type == .date }
    tables[index].mainDate = dates.first
  }

  /// Decimals that tell rows apart are texts: 1.1 and 1.10 are two measures and one number.
  private mutating func takeCodesForTexts(of index: Int) {
    for (place, column) in tables[index].columns.enumerated() {
      guard case .decimal = column.type, column.profile.isUnique,
        Self.keyNames.contains(column.name)
      else { continue }
      tables[index].columns[place].type = .text
    }
  }

  private static let labelNames = ["name", "title", "label", "姓名", "名称", "标题", "名字"]

  /// Names and enumerations, among the texts that refer to nothing.
  mutating func guessTexts(of index: Int) {
    for place in tables[index].columns.indices where tables[index].columns[place].type == .text {
      let column = tables[index].columns[place]
      let isKey = place == tables[index].key
      if tables[index].key != nil, isNaming(column, in: tables[index], isKey: isKey) {
        tables[index].columns[place].type = .names
        if tables[index].label == nil || !isKey { tables[index].label = place }
      } else if place != tables[index].key, let name = enumeration(for: column, of: tables[index]) {
        tables[index].columns[place].type = .enumeration(name)
      }
    }
    // A thing with a name has days, but is not something that happened on one of them.
    if tables[index].label != nil { tables[index].mainDate = nil }
  }

  /// Whether each value names its row, so that it may stand in a question as a word.
  private func isNaming(_ column: Column, in table: Table, isKey: Bool) -> Bool {
    let names = Self.labelNames.flatMap { [$0, table.name + $0, table.name + "_" + $0] }
    return column.profile.isUnique && column.profile.longest <= 40
      && column.profile.values.count <= 20_000 && (names.contains(column.name) || isKey)
      && column.profile.values.allSatisfy { $0.string.contains(where: \.isLetter) }
  }

  /// The name of the enumeration for a text with few different values, each of them met often.
  private mutating func enumeration(for column: Column, of table: Table) -> String? {
    let values = column.profile.values.map(\.string)
    guard (2...12).contains(values.count), column.profile.longest <= 16,
      column.profile.valueCount >= values.count * 3, values.allSatisfy(Self.canNameValue),
      Set(values.map { $0.lowercased() }).count == values.count
    else { return nil }
    if let known = enumerations.first(where: { $0.values.sorted() == values.sorted() }) {
      return known.name
    }
    let name = uniqueTypeName(column.name)
    enumerations.append(EnumerationGuess(name: name, values: values))
    return name
  }

  /// Whether a value can be a word: it begins with a letter, and no keyword is spelled so.
  private static func canNameValue(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first, first.properties.isAlphabetic,
      identifier(value) == value.lowercased()
    else { return false }
    return !Keyword.allCases.contains { $0.spellings.contains(value.lowercased()) }
  }
}
