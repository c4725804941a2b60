/// When the rows of an entity exist, and what its words say about that.
package struct LifeWords: Hashable, Sendable {
  /// The columns with the first day and with the last one.
  package let from: String?
  package let to: String?
  /// The conditions that say today that a row exists no more.
  package let ended: Set<String>
  /// The conditions that say today that it still exists.
  package let lasting: Set<String>
  /// The conditions that look at today, and at the row alone: `overdue`.
  package let ofToday: Set<String>
  /// The conditions, phrases and columns that say the same on every day.
  package let steadyConditions: Set<String>
  package let steadyPhrases: Set<Int>
  package let steadyColumns: Set<String>

  package init(
    from: String?, to: String?, ended: Set<String>, lasting: Set<String>,
    ofToday: Set<String>, steadyConditions: Set<String>, steadyPhrases: Set<Int>,
    steadyColumns: Set<String>
  ) {
    self.from = from
    self.to = to
    self.ended = ended
    self.lasting = lasting
    self.ofToday = ofToday
    self.steadyConditions = steadyConditions
    self.steadyPhrases = steadyPhrases
    self.steadyColumns = steadyColumns
  }

  /// Whether a condition says no more than that the row exists.
  func says(_ condition: ExpressionSyntax) -> Bool {
    switch condition {
    case .condition(let name, _): lasting.contains(name)
    case .not(.condition(let name, _), _): ended.contains(name)
    default: false
    }
  }

  /// Whether it is a condition that looks at today.
  func isOfToday(_ condition: ExpressionSyntax) -> Bool {
    switch condition {
    case .condition(let name, _): ofToday.contains(name)
    case .not(let operand, _): isOfToday(operand)
    default: false
    }
  }

  /// Whether it says the same on every day.
  func isSteady(_ condition: ExpressionSyntax) -> Bool {
    switch condition {
    case .number, .text, .bool, .values, .bareValues, .key, .mainDate, .period: true
    case .name(let name): name.path.count == 1 && steadyColumns.contains(name.path[0])
    case .condition(let name, _): steadyConditions.contains(name)
    case .phrase(let phrase): steadyPhrases.contains(phrase.id)
    case .not(let operand, _), .isMissing(let operand, _): isSteady(operand)
    case .and(let operands), .or(let operands): operands.allSatisfy(isSteady)
    case .comparison(let node): isSteady(node.left) && isSteady(node.right)
    case .membership(let node):
      if case .oneOf(let members) = node.kind {
        isSteady(node.subject) && members.allSatisfy(isSteady)
      } else {
        false
      }
    default: false
    }
  }
}
