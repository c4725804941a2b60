import AnwenSyntax

/// The classes of words that a model holds.
extension ModelGrammar {
  /// The words of a class, or nil where the name is no such class.
  func modelWords(_ name: String, _ arguments: [String]) -> [String]? {
    let entity = arguments.first.flatMap(self.entity)
    switch name {
    case "ENTITY": return entity?.spellings.map(\.text) ?? []
    case "RELATION":
      let columns = entity?.columns.filter { $0.target == arguments[1] } ?? []
      let relations = entity?.relations.filter { $0.target == arguments[1] } ?? []
      return (columns.map(\.words) + relations.map(\.words)).flatMap(\.spellings).map(\.text)
    case "COLUMN":
      let spellings = (entity?.columns ?? []).flatMap(\.spellings).map(\.text)
      return spellings + spellings.map { "`\($0)`" }
    case "REFERENCE":
      let spellings = (entity?.columns ?? []).filter { $0.target == arguments[1] }
        .flatMap(\.spellings).map(\.text)
      return spellings + spellings.map { "`\($0)`" }
    case "ITEM":
      return (entity?.columns ?? []).filter { $0.target == nil }.flatMap(\.spellings).map(\.text)
    case "CONDITION": return (entity?.conditions ?? []).flatMap(\.spellings).map(\.text)
    case "MEASURE": return (entity?.measures ?? []).flatMap(\.spellings).map(\.text)
    case "QUERY": return given.queries.filter { $0.entity == arguments[0] }.map(\.name)
    case "ROWS": return given.queries.filter { $0.entity == nil }.map(\.name)
    case "PARAMETER":
      return switch arguments[0] {
      case "number": given.numbers
      case "text": given.texts
      default: given.plain
      }
    case "DEFINED": return given.plainDefinitions
    case "DEFINED_WITH": return given.definitions
    case "TYPE":
      return (vocabulary.entities.map(\.words) + vocabulary.enumerations).filter {
        $0.name == arguments[0] || "enumeration " + $0.name == arguments[0]
      }.flatMap(\.spellings).map(\.text)
    case "FUNCTION": return vocabulary.functions.flatMap(\.spellings)
    case "CONSTANT": return vocabulary.constants.flatMap(\.spellings).map(\.text)
    case "VALUE":
      let parameters = given.values.filter { typeName($0.type) == arguments[0] }.map(\.name)
      return vocabulary.values.filter { typeName($0.type) == arguments[0] }.map(\.spelling)
        + parameters
    default: return nil
    }
  }

  /// How many relations, lists and references lead from one entity to another.
  func linkCount(from entity: String, to target: String) -> Int {
    let words = self.entity(entity)
    return (words?.columns.count { $0.target == target } ?? 0)
      + (words?.relations.count { $0.target == target } ?? 0)
  }

  func entity(_ name: String) -> EntityWords? {
    vocabulary.entities.first { $0.name == name }
  }

  /// The types whose values have names.
  var typeNames: [String] {
    var names: [String] = []
    for value in vocabulary.values where !names.contains(typeName(value.type)) {
      names.append(typeName(value.type))
    }
    return names
  }

  func typeName(_ type: ValueType) -> String {
    switch type {
    case .entity(let name): name
    case .enumeration(let name): "enumeration " + name
    }
  }
}
