import AnwenDiagnostics
import AnwenSyntax

extension CatalogBuilder {
  /// Gives other entities the relations that the references of an entity declare.
  mutating func buildRelations(from source: Int) {
    for (place, (declaration, column)) in drafts[source].columns.enumerated() {
      guard let reverse = declaration.reverse else { continue }
      guard let target = column.target.flatMap({ entityIndices[$0] }) else {
        report(.reverseOfPlainColumn(column.name), at: reverse.canonical.place)
        continue
      }
      takeNames(reverse, of: target)
      let words = relationWords(reverse, from: source, to: target)
      drafts[target].relations.append(Relation(words: words, source: source, column: place))
    }
  }

  private mutating func takeNames(_ names: ModelNames, of target: Int) {
    for word in names.words {
      guard let taken = drafts[target].names.insert(word.text, as: .relation) else { continue }
      let problem = CatalogProblem.reverseClash(
        word.text, entity: drafts[target].name, kind: taken)
      report(problem, at: word.place)
    }
  }

  /// The declared names, and the singular of the English ones where that is no other name.
  private mutating func relationWords(
    _ names: ModelNames, from source: Int, to target: Int
  ) -> NamedWords {
    var spellings: [Spelling] = []
    let entity = drafts[source]
    let plural = entity.pluralWord
    for word in names.words {
      spellings.append(Spelling(word: word.text))
      let singular =
        word.text == plural ? entity.name : EnglishNumber.singular(of: word.text)
      if let singular, drafts[target].names.insert(singular, as: .relation) == nil {
        spellings.append(Spelling(word: singular))
      }
    }
    return NamedWords(name: names.canonical.text, spellings: spellings)
  }
}

extension EntityDraft {
  /// The declared or regular plural of the canonical name.
  fileprivate var pluralWord: String? {
    plural?.text ?? EnglishNumber.plural(of: name)
  }
}
