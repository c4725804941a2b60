/// The names that the statements of a script have given so far.
///
/// A plain value: each statement is read with the names of those before it. Names are only ever
/// added, so that a place in the list stays right; a later name hides an earlier one of the same
/// spelling.
package struct ScriptNames: Sendable {
  package enum Meaning: Sendable {
    case parameter(ParameterType, value: ExpressionSyntax)
    /// With the text in which it stands.
    case query(QuerySyntax, scope: NamedScope, LexedText)
    case definition(Definition)
  }

  /// A named expression, whose body is read anew over the rows where it is used.
  package struct Definition: Sendable {
    package let parameters: [String]
    package let text: LexedText
    package let body: Range<Int>
    /// How many of the names its body may use: those before it.
    package let nameCount: Int

    package init(parameters: [String], text: LexedText, body: Range<Int>, nameCount: Int) {
      self.parameters = parameters
      self.text = text
      self.body = body
      self.nameCount = nameCount
    }
  }

  package struct Entry: Sendable {
    package let name: String
    package let meaning: Meaning
    /// The name's units, letters in lower case.
    let units: [UInt32]
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package mutating func add(_ name: String, _ meaning: Meaning) {
    entries.append(
      Entry(
        name: name, meaning: meaning, units: WidthFolding.units(of: name, lowercased: true)))
  }

  /// The place of the last name with a spelling.
  package func index(of name: String) -> Int? {
    let units = WidthFolding.units(of: name, lowercased: true)
    return entries.lastIndex { $0.units == units }
  }

  /// The first of the names.
  package func prefix(_ count: Int) -> ScriptNames {
    var names = self
    names.entries = Array(entries.prefix(count))
    return names
  }

  /// The names that start at a unit of a text.
  func words(in text: LexedText, at position: Int) -> [(end: Int, meaning: WordMeaning)] {
    guard !entries.isEmpty, position < text.count else { return [] }
    if text.scalars[position] == UnitMark.name, let quoted = text.quotations[position] {
      return index(of: quoted).map { [(position + 1, .scriptName($0))] } ?? []
    }
    guard !UnitClass.cutsLatin(text.folded, at: position) else { return [] }
    var found: [(end: Int, meaning: WordMeaning)] = []
    for (index, entry) in entries.enumerated().reversed() {
      guard
        let end = UnitClass.end(
          of: entry.units, in: text.folded, at: position, limit: text.count),
        !UnitClass.cutsLatin(text.folded, at: end), !found.contains(where: { $0.end == end })
      else { continue }
      found.append((end, .scriptName(index)))
    }
    return found
  }
}

/// The names in scope behind a query, apart from the parser that read it.
package final class NamedScope: Sendable {
  let names: ParserScope
  /// Those in which the expressions of its definitions were read, by their numbers there.
  let inner: [Int: NamedScope]
  let rows: NamedScope?
  /// Those of the rows that joins have brought in.
  let joined: [NamedScope]

  init(
    _ names: ParserScope, inner: [Int: NamedScope], rows: NamedScope?, joined: [NamedScope]
  ) {
    self.names = names
    self.inner = inner
    self.rows = rows
    self.joined = joined
  }

  /// The entity whose rows are in scope, by its place in the vocabulary.
  package var entity: Int? { names.entity }

  /// The names that the query gave to columns.
  package var columnNames: [String] { names.definitions.compactMap(\.alias) }

  /// The names of the rows that joins have brought in.
  package var joinedNames: [String] { names.joined.map(\.name) }
}
