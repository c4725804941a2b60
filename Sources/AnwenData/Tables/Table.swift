package import AnwenColumns

/// A table in memory, in key order, or in the order of its file where it has no key.
package struct Table: Sendable {
  package let definition: TableDefinition
  /// In the order of the definition.
  package let columns: [Column]
  package let rowCount: Int

  /// - Precondition: one column of `rowCount` rows for each of the definition.
  package init(definition: TableDefinition, columns: [Column], rowCount: Int) {
    precondition(definition.columns.count == columns.count, "one column for each definition")
    precondition(columns.allSatisfy { $0.rowCount == rowCount }, "columns differ in length")
    self.definition = definition
    self.columns = columns
    self.rowCount = rowCount
  }

  /// The column of a physical name, or nil if the definition has none.
  package subscript(name: String) -> Column? {
    definition.columns.firstIndex { $0.name == name }.map { columns[$0] }
  }
}
