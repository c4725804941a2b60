import AnwenData
import AnwenDiagnostics
import AnwenTypes

/// The draft as the text of a model.
extension ModelDraft {
  package var text: String {
    var lines = [
      comment(
        "A first model of the tables here, guessed from what they hold. Change what is wrong,",
        "根据表中数据猜测的第一版模型。请改正猜错之处，"),
      comment(
        "and write Chinese names and synonyms behind the names: entity boat 船 / 船只.",
        "并在名称后补上其他说法：entity boat 船 / 船只。"), "",
    ]
    for (file, reason) in leftOut {
      lines.append(
        comment("left out: \(file): \(reason.english)", "未列入：\(file)：\(reason.chinese)"))
    }
    lines.append("data \(Self.quoted(title))")
    if encoding == .gb18030 { lines.append("encoding gb18030") }
    if let day = latestDay {
      lines.append(
        comment(
          "as of \(day)  (the latest day found; else the clock says what today is)",
          "as of \(day)  （数据中最晚的日期；不写则以系统时钟为今天）"))
    }
    if !enumerations.isEmpty {
      lines += [
        "",
        comment(
          "Few different values, each met often. Their order counts, the smallest first.",
          "取值少且反复出现。值按从小到大排列，请按需要调整顺序。"),
      ]
    }
    for enumeration in enumerations {
      lines.append("enumeration \(enumeration.name): \(enumeration.values.joined(separator: ", "))")
    }
    for table in tables { lines += [""] + self.lines(of: table) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var latestDay: String? {
    tables.flatMap(\.columns).filter { $0.type == .date }.flatMap(\.profile.values).map(\.string)
      .max { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func lines(of table: Table) -> [String] {
    let count = table.profile.rowCount
    var lines = [
      "entity \(table.name)  \(comment("\(count) rows", "\(count) 行"))",
      "  file \(Self.quoted(table.profile.file))",
    ]
    if let key = table.key {
      lines.append(
        "  key \(table.columns[key].name)  "
          + comment("never empty, and none stands twice", "没有空值，也不重复"))
    } else {
      lines.append(
        "  " + comment("no column could be the key of a row", "没有一列可以作为主键"))
    }
    if let label = table.label { lines.append("  label \(table.columns[label].name)") }
    if let date = table.mainDate {
      lines.append(
        "  main date \(table.columns[date].name)  "
          + comment("the first date; a bare period is about it", "第一个日期列；单说一段时间时指它"))
    }
    lines += table.columns.map { "  " + line(of: $0) }
    for header in unnamed[table.name] ?? [] {
      lines.append(
        "  "
          + comment(
            "not named: the column \(Self.quoted(Self.onOneLine(header)))",
            "未列入的列：\(Self.quoted(Self.onOneLine(header)))"))
    }
    return lines
  }

  private func line(of column: Column) -> String {
    var line = "column \(column.name): \(Self.type(column.type))"
    if column.profile.header != column.name {
      line += " from \(Self.quoted(column.profile.header))"
    }
    if let reverse = column.reverse { line += ", reverse \(reverse)" }
    return reason(of: column).map { line + "  " + $0 } ?? line
  }

  private static func type(_ guess: ColumnGuess) -> String {
    switch guess {
    case .bool: "bool"
    case .int: "int"
    case .decimal(let scale): "decimal(\(scale))"
    case .float: "float"
    case .date: "date"
    case .text: "text"
    case .names: "names"
    case .listOfText: "list of text"
    case .enumeration(let name): name
    case .reference(let entity): entity
    case .references(let entity): "list of \(entity)"
    }
  }

  /// Why a column was taken for what it is, where that is not plain.
  private func reason(of column: Column) -> String? {
    switch column.type {
    case .names: comment("each value is a word of the questions", "每个值都可直接用在问题里")
    case .reference(let entity), .references(let entity):
      comment("each value is a key of \(entity)", "每个值都是 \(entity) 的主键")
    case .text where column.profile.valueCount == 0:
      comment("every cell is empty", "所有单元格都是空的")
    case .text where column.profile.kinds.contains(.otherDate):
      comment(
        "days in another form; only 2024-06-30 is read as a date",
        "像日期，但只有 2024-06-30 这样的写法能读作日期")
    case .text where column.profile.kinds.contains(.code):
      comment("codes: a number would lose its zeros", "编码：读作数字会丢掉前面的零")
    case .bool, .int, .decimal, .float, .date, .text, .listOfText, .enumeration: nil
    }
  }

  private func comment(_ english: String, _ chinese: String) -> String {
    "# " + Self.onOneLine(language == .english ? english : chinese)
  }

  /// A text that can stand in a comment.
  private static func onOneLine(_ text: String) -> String { VisibleText.of(text) }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
