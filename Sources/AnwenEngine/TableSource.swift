package import AnwenColumns
package import AnwenDiagnostics

/// Gives the engine the rows of tables.
package protocol TableSource: Sendable {
  /// The rows of a table, in key order, with the named columns in that order.
  ///
  /// Both names are those of a plan's scan; the batches may be of any size. Where no column is
  /// named, the batches have only their numbers of rows.
  func batches(ofTable table: String, columns: [String]) throws(TableSourceError) -> [Batch]
}

/// Why a table's rows cannot be given.
package struct TableSourceError: Error {
  package let problem: any Problem

  package init(_ problem: any Problem) { self.problem = problem }
}
