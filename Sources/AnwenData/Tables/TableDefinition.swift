package import AnwenTypes

/// How a table lies in its file.
package struct TableDefinition: Hashable, Sendable {
  /// The physical name by which a plan scans the table.
  package let name: String
  /// The file's name inside its data source.
  package let fileName: String
  package let encoding: TextEncoding
  /// The columns to load; others in the file are skipped.
  package let columns: [ColumnDefinition]
  /// The names of the columns that make the key, the first one ordering most; may be empty.
  package let key: [String]

  /// - Precondition: column names differ, and the key names columns.
  package init(
    name: String, fileName: String, encoding: TextEncoding = .utf8,
    columns: [ColumnDefinition], key: [String] = []
  ) {
    let names = columns.map { TextValue($0.name) }
    precondition(TextValue.areDifferent(names), "two columns of a table have one name")
    precondition(key.allSatisfy { names.contains(TextValue($0)) }, "a key is made of columns")
    self.name = name
    self.fileName = fileName
    self.encoding = encoding
    self.columns = columns
    self.key = key
  }
}

/// How the bytes of a file make a text.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case gb18030
}

/// How a column lies in its table's file.
package struct ColumnDefinition: Hashable, Sendable {
  /// The physical name by which a plan scans the column.
  package let name: String
  /// What stands in the file's first row.
  package let header: String
  package let type: DataType
  /// What the cells of a bool or an enumeration may say; empty for other types.
  package let spellings: [CellSpelling]
  /// The ASCII character between the elements of a list.
  package let listSeparator: UInt8

  /// Without `spellings` a bool is `true`, `false`, 是 or 否, and an enumeration's value its name
  /// or its label in either language. A list takes the spellings of its elements.
  package init(
    name: String, header: String? = nil, type: DataType, spellings: [CellSpelling]? = nil,
    listSeparator: UInt8 = UInt8(ascii: ";")
  ) {
    self.name = name
    self.header = header ?? name
    self.type = type
    self.spellings = spellings ?? CellSpelling.standard(for: type.element)
    self.listSeparator = listSeparator
  }
}

/// A text of a cell and what it means: an enumeration's rank, or 1 for true and 0 for false.
package struct CellSpelling: Hashable, Sendable {
  package let text: TextValue
  package let rank: UInt8

  package init(_ text: String, rank: UInt8) {
    self.text = TextValue(text)
    self.rank = rank
  }

  package init(_ text: String, bool: Bool) { self.init(text, rank: bool ? 1 : 0) }

  /// What cells of a type may say where the model says nothing else.
  fileprivate static func standard(for type: DataType) -> [CellSpelling] {
    switch type {
    case .bool:
      [
        CellSpelling("true", bool: true), CellSpelling("false", bool: false),
        CellSpelling("是", bool: true), CellSpelling("否", bool: false),
      ]
    case .enumeration(let enumeration):
      enumeration.cases.enumerated().flatMap { rank, value in
        [value.name, value.label.english, value.label.chinese].map {
          CellSpelling($0, rank: UInt8(rank))
        }
      }
    case .int, .decimal, .float, .text, .date, .period, .reference, .list: []
    }
  }
}
