package import AnwenTypes

/// A table that a program hands over as values; it takes the place of a file.
package struct ValueTable: Sendable {
  /// What would stand in the first row of the file.
  package let headers: [String]
  package let rows: [[Value]]
  /// Whether `dueBasis` may be the header of the column `due_basis`.
  package let headersArePropertyNames: Bool

  package init(headers: [String], rows: [[Value]], headersArePropertyNames: Bool = false) {
    self.headers = headers
    self.rows = rows
    self.headersArePropertyNames = headersArePropertyNames
  }
}
