package import AnwenTypes

/// The rows of a result, batch by batch, under their schema.
package struct ResultTable: Sendable {
  package let schema: Schema
  /// None is empty; the columns of each have the types of the schema's fields.
  package let batches: [Batch]

  package init(schema: Schema, batches: [Batch]) {
    self.schema = schema
    self.batches = batches
  }

  package var rowCount: Int { batches.reduce(0) { $0 + $1.rowCount } }
}
