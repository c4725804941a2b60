import Anwen
import AnwenDiagnostics

/// A word to the prompt itself, and no question.
enum PromptWord: Hashable {
  /// `exit`, `quit`, `退出`.
  case leave
  /// `help`, `help tasks`, `?`, `帮助 任务`, and the language in which help was asked for.
  case help(entity: String?, Language)

  /// Nil for a question. A word that the model uses for an entity is a question.
  init?(_ statement: String, session: Session) {
    let words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first?.lowercased(), words.count <= 2,
      !session.catalog.entities.contains(where: { entity in
        entity.words.spellings.contains { $0.text.lowercased() == first }
      })
    else { return nil }
    let entity = words.count == 2 ? words[1] : nil
    let isChinese = words.contains { $0.utf8.contains { $0 >= 0x80 } }
    switch first {
    case "exit", "quit", "退出": if entity != nil { return nil } else { self = .leave }
    case "help", "?", "？", "帮助": self = .help(entity: entity, isChinese ? .chinese : .english)
    default: return nil
    }
  }
}
