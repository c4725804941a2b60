import Anwen
import AnwenSyntax

/// What a script shows, in order.
///
/// A title belongs to the result behind it, a note to the result before it; what has no such result
/// stands by itself.
struct Report {
  enum Block {
    case answer(Session.PreparedQuery, title: String?, notes: [String])
    case text(String, isTitle: Bool)
    case failed(SessionError)
  }

  private(set) var blocks: [Block] = []

  init(_ statements: [ReadStatement]) {
    var title: String?
    for statement in statements {
      switch statement.kind {
      case .title(let text):
        if let title { blocks.append(.text(title, isTitle: true)) }
        title = text.text
      case .note(let text):
        if title == nil, case .answer(let query, let title, let notes) = blocks.last {
          blocks[blocks.count - 1] = .answer(query, title: title, notes: notes + [text.text])
          continue
        }
        if let title { blocks.append(.text(title, isTitle: true)) }
        title = nil
        blocks.append(.text(text.text, isTitle: false))
      case .query(let query):
        blocks.append(.answer(query, title: title, notes: []))
        title = nil
      case .failed(let error): blocks.append(.failed(error))
      case .parameter, .namedQuery, .definition, .include: break
      }
    }
    if let title { blocks.append(.text(title, isTitle: true)) }
  }
}
