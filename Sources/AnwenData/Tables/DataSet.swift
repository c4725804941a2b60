import AnwenTypes

/// The tables of a data source; each is read when it is first asked for.
///
/// A value: a copy shares the tables that are loaded already, and two sessions never share state.
package struct DataSet: Sendable {
  package let source: any DataSource
  package let definitions: [TableDefinition]
  private var tables: [String: Table] = [:]
  /// Whether bad rows are left out and told, and no errors.
  private let isLenient: Bool
  private var rejected: [DataError] = []
  private var told: Set<DataError> = []

  /// - Precondition: table names differ.
  package init(
    source: any DataSource, definitions: [TableDefinition], isLenient: Bool = false
  ) {
    precondition(
      TextValue.areDifferent(definitions.map { TextValue($0.name) }), "two tables have one name")
    self.source = source
    self.definitions = definitions
    self.isLenient = isLenient
  }

  /// Reads what is not loaded yet of some tables.
  ///
  /// A table is read and checked whole, but texts that nobody asks for are not kept: they cannot
  /// be wrong, and are most of what a table holds. Names that no definition bears are passed over.
  /// On an error the tables before it stay.
  ///
  /// - Parameter requests: names of tables, each with the columns that are asked for; nil is all.
  package mutating func load(
    _ requests: [(table: String, columns: [String]?)]
  ) throws(DataError) {
    for (name, columns) in requests {
      guard let definition = definitions.first(where: { $0.name == name }) else { continue }
      let known = tables[name]?.definition.columns.map(\.name) ?? []
      let wanted = columns.map { $0 + known }
      if let wanted, tables[name] != nil, wanted.allSatisfy(known.contains) { continue }
      if wanted == nil, known.count == definition.columns.count { continue }
      var found: [DataError] = []
      let reject: ((DataError) -> Void)? = isLenient ? { found.append($0) } : nil
      tables[name] = try Table(
        reading: definition.keeping(texts: wanted), from: source, rejecting: reject)
      // A table may be read again with more columns.
      rejected += found.filter { told.insert($0).inserted }
    }
  }

  /// The rows that were left out since this was last asked.
  package mutating func takeRejectedRows() -> [DataError] {
    defer { rejected = [] }
    return rejected
  }

  /// A table that has been loaded, or nil.
  package subscript(name: String) -> Table? { tables[name] }
}

extension TableDefinition {
  /// The definition without the texts that are not among the wanted columns.
  fileprivate func keeping(texts wanted: [String]?) -> TableDefinition {
    guard let wanted else { return self }
    let kept = columns.filter { column in
      column.type != .text || key.contains(column.name) || wanted.contains(column.name)
    }
    return TableDefinition(
      name: name, fileName: fileName, encoding: encoding, columns: kept, key: key)
  }
}
