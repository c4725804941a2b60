/// The tables of a data source; each is read when it is first asked for.
///
/// A value: a copy shares the tables that are loaded already, and two sessions never share state.
package struct DataSet: Sendable {
  package let source: any DataSource
  package let definitions: [TableDefinition]
  private var tables: [String: Table] = [:]

  /// - Precondition: table names differ.
  package init(source: any DataSource, definitions: [TableDefinition]) {
    precondition(
      Set(definitions.map(\.name)).count == definitions.count, "two tables have one name")
    self.source = source
    self.definitions = definitions
  }

  /// Reads those of the named tables that are not loaded yet, in the order of `names`.
  ///
  /// Names that no definition bears are passed over. On an error the tables before it stay.
  package mutating func load(_ names: some Sequence<String>) throws(DataError) {
    for name in names where tables[name] == nil {
      guard let definition = definitions.first(where: { $0.name == name }) else { continue }
      tables[name] = try Table(reading: definition, from: source)
    }
  }

  /// A table that has been loaded, or nil.
  package subscript(name: String) -> Table? { tables[name] }
}
