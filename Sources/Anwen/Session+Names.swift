import AnwenBinder
import AnwenColumns
import AnwenData
import AnwenDiagnostics
import AnwenSyntax
import AnwenTypes

extension Session {
  /// The names of rows that stand alone in a query, from the columns that the model marks.
  static func nameWords(
    of catalog: Catalog, in data: inout DataSet, language: Language
  ) throws(SessionError) -> [ValueWord] {
    let named = catalog.entities.filter { $0.hasNames }
    do throws(DataError) {
      try data.load(named.map { (table: $0.name, columns: $0.nameColumns) })
    } catch {
      throw SessionError(error, language: language)
    }
    var words: [ValueWord] = []
    for entity in named {
      guard let table = data[entity.name], let key = entity.key,
        let keys = table[entity.columns[key].name]
      else { continue }
      for column in entity.columns where column.role != .plain {
        guard let names = table[column.name] else { continue }
        for row in 0..<table.rowCount {
          guard case .text(let name) = names[row] else { continue }
          words.append(
            ValueWord(
              spelling: name.string, key: keyText(keys[row]), type: .entity(entity.name)))
        }
      }
    }
    return words
  }

  private static func keyText(_ value: Value) -> String {
    switch value {
    case .text(let text): text.string
    case .int(let number): String(number)
    default: ""
    }
  }
}

extension Entity {
  /// Whether a column holds names of its rows.
  var hasNames: Bool { columns.contains { $0.role != .plain } }

  /// The columns that hold names of its rows.
  var nameColumns: [String] { columns.filter { $0.role != .plain }.map(\.name) }
}
