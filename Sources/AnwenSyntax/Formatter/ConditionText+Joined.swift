/// Rows that a join has brought in.
struct JoinedText {
  let name: String
  /// The name in the language.
  let text: String
  let columns: ConditionText
}

extension ConditionText {
  /// From here on rows stand beside these.
  mutating func remember(_ join: JoinSyntax, saying columns: ConditionText) {
    joined.append(JoinedText(name: join.name, text: name(of: join), columns: columns))
  }

  func hasJoined(_ name: String) -> Bool { joined.contains { $0.name == name } }

  private func name(of join: JoinSyntax) -> String {
    guard let entity = join.namingEntity.flatMap({ query.vocabulary.entityIndex($0) }) else {
      return query.newName(join.name)
    }
    return query.vocabulary.entities[entity].words.text(in: language)
  }
}
