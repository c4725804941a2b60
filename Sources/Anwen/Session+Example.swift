import AnwenBinder
package import AnwenDiagnostics
import AnwenSyntax

extension Session {
  /// A question that this data set answers, in both languages, for someone who has seen nothing of
  /// it yet: what a phrase says of a period, else the rows of the first entity.
  package var exampleQuestion: LocalizedText {
    LocalizedText(english: example(in: .english), chinese: example(in: .chinese))
  }

  private func example(in language: Language) -> String {
    for entity in catalog.entities {
      for phrase in entity.phrases.flatMap(\.wordings) where phrase.language == language {
        guard let text = question(phrase, of: entity), isAnswerable(text) else { continue }
        return text
      }
    }
    return catalog.entities.first?.words.text(in: language) ?? ""
  }

  /// A phrase about this quarter with its noun, or nil where it has other slots.
  private func question(_ phrase: PhrasePattern, of entity: Entity) -> String? {
    var parts: [String] = []
    var slotCount = 0
    for element in phrase.elements {
      switch element {
      case .literal(let literal): parts.append(literal)
      case .slot(let slot):
        guard slot.type == .period else { return nil }
        slotCount += 1
        parts.append(phrase.language == .english ? "this quarter" : "本季度")
      }
    }
    guard slotCount == 1 else { return nil }
    let noun = entity.words.text(in: phrase.language)
    return switch phrase.language {
    case .english: ([noun] + parts).joined(separator: " ")
    case .chinese: parts.joined() + "的" + noun
    }
  }

  private func isAnswerable(_ question: String) -> Bool {
    do {
      _ = try prepare(SourceText(question))
      return true
    } catch {
      return false
    }
  }
}
