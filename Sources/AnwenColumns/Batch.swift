/// Some rows of a table or of a result, column by column.
package struct Batch: Sendable {
  package let columns: [Column]
  package let rowCount: Int

  package init(columns: [Column], rowCount: Int) {
    precondition(columns.allSatisfy { $0.rowCount == rowCount }, "columns differ in length")
    self.columns = columns
    self.rowCount = rowCount
  }
}
