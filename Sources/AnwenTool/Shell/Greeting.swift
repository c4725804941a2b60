import Anwen
import AnwenDiagnostics

/// What stands above the first prompt: which data, as of when, and one thing to type.
struct Greeting {
  let session: Session

  /// Two lines in the session's language; three in both where each statement decides.
  var text: String {
    let title = session.catalog.title
    let example = session.exampleQuestion
    return switch session.language {
    case .chinese:
      """
      \(shown(title.chinese))，截至 \(session.today)
      试试：\(shown(example.chinese))（Tab 补全，help 帮助，Ctrl-D 退出）

      """
    case .english:
      """
      \(shown(title.english)), as of \(session.today)
      Try: \(shown(example.english)) (Tab completes, help helps, Ctrl-D leaves)

      """
    case nil:
      """
      \(shown(title.chinese)) · \(shown(title.english)) · \(session.today)
      试试 / Try:  \(shown(example.chinese))  ·  \(shown(example.english))
      Tab 补全 completes · help 帮助 · Ctrl-D 退出 leaves

      """
    }
  }

  /// The model's texts may come from anywhere.
  private func shown(_ text: String) -> String { VisibleText.of(text) }
}
