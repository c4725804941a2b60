import Anwen
import AnwenTestSupport

/// The library of `Tests/Fixtures`, as of 2024-05-20.
func library(language: Language? = nil, today: CalendarDate? = nil) throws -> Session {
  try Session(
    folder: packagePath("Tests/Fixtures/library"), today: today, language: language)
}

/// A day, for expectations; a test that misspells one fails elsewhere.
func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }

/// A model with one column of each kind, and one row whose values are all there.
enum Shelf {
  static let model = """
    as of 2024-05-20

    enumeration state 状态: as_new 全新, worn 旧

    entity box 箱
      file "boxes"
      key code
      label name
      column code 代号: text
      column name 名称: text

    entity item 物品
      file "items"
      key number
      column number 编号: int
      column title 名称: text
      column weight 重量: float
      column price 价格: decimal(2)
      column is_sold 已售: bool
      column came_on 入库日期: date
      column state 状态: state
      column box 箱: box, reverse items 物品
      column tags 标签: list of text
      column other_boxes 其他箱: list of box, reverse other_items 其他物品
    """

  static let boxes = InputTable(csv: "code,name\nA,红箱\nB,blue\n")

  static let columns = [
    "number", "title", "weight", "price", "is_sold", "came_on", "state", "box", "tags",
    "other_boxes",
  ]

  static let row: [Value] = [
    .int(7), .text("灯"), .float(1.5), .decimal(DecimalNumber(unscaled: 1250, scale: 2)),
    .bool(true), .date(day("2024-02-29")), .text("worn"), .text("B"),
    .list([.text("a;b"), .text("红")]), .list([.text("A"), .text("B")]),
  ]

  /// The row, with one value replaced.
  static func row(_ column: String, _ value: Value) -> [Value] {
    zip(columns, row).map { $0 == column ? value : $1 }
  }

  static func session(_ rows: [[Value]]) throws -> Session {
    try session(InputTable(columns: columns, rows: rows))
  }

  static func session(_ items: InputTable) throws -> Session {
    try Session(model: model, tables: ["boxes": boxes, "items": items])
  }

  static let everything = "items | select " + columns.joined(separator: ", ")
}
