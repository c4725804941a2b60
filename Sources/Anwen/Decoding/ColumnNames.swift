import AnwenData
import AnwenTypes

/// Finds the column that a coding key means.
struct ColumnNames {
  let schema: Schema
  private var places: [String: Int] = [:]

  init(_ schema: Schema) {
    self.schema = schema
    for (place, field) in schema.fields.enumerated() { places[field.name] = place }
    // A column of exactly that name goes before one whose name only becomes it.
    for (place, field) in schema.fields.enumerated() {
      let name = PropertyName.of(column: field.name)
      if places[name] == nil { places[name] = place }
    }
  }

  func place(of key: any CodingKey) -> Int? { places[key.stringValue] }
}

/// Where in an answer a value stands.
struct AnswerPlace {
  /// From 0.
  let row: Int
  var column: String?
  /// The place in a list, from 0.
  var element: Int?

  /// The path of the place: a row, a column, an element.
  var codingPath: [any CodingKey] {
    var path: [any CodingKey] = [PathStep(row)]
    if let column { path.append(PathStep(column)) }
    if let element { path.append(PathStep(element)) }
    return path
  }

  /// An error's context; the description begins with the place, in a person's counting.
  func context(_ description: String) -> DecodingError.Context {
    var place = "row \(row + 1)"
    if let column { place += ", column '\(column)'" }
    if let element { place += ", element \(element + 1)" }
    return DecodingError.Context(
      codingPath: codingPath, debugDescription: "\(place): \(description)")
  }
}

/// A step of a coding path.
struct PathStep: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ name: String) {
    stringValue = name
    intValue = nil
  }

  init(_ index: Int) {
    stringValue = "Index \(index)"
    intValue = index
  }

  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { self.init(intValue) }
}
