import AnwenBinder
import AnwenData
import AnwenSyntax
import AnwenTypes

extension Catalog {
  /// How the tables of the model's entities lie in their files.
  var tableDefinitions: [TableDefinition] { entities.map(tableDefinition) }

  private func tableDefinition(of entity: Entity) -> TableDefinition {
    var columns: [ColumnDefinition] = []
    for column in entity.columns {
      guard case .stored(let header) = column.source else { continue }
      columns.append(
        ColumnDefinition(
          name: column.name, header: header, type: column.type,
          spellings: spellings(of: column.type.element)))
    }
    return TableDefinition(
      name: entity.name, fileName: entity.file,
      encoding: encoding == .utf8 ? .utf8 : .gb18030, columns: columns,
      key: entity.key.map { [entity.columns[$0].name] } ?? [])
  }

  /// A cell may hold any name of an enumeration's value.
  private func spellings(of type: DataType) -> [CellSpelling]? {
    guard case .enumeration(let enumeration) = type,
      let cases = self.enumeration(enumeration.name)?.cases
    else { return nil }
    return cases.enumerated().flatMap { rank, words in
      words.spellings.map { CellSpelling($0.text, rank: UInt8(rank)) }
    }
  }
}
