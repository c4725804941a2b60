extension ConditionText {
  /// How many related rows are meant, and which: `at least 1 inspections`, 至少1个检查.
  func countedText(_ quantity: ExistenceSyntax.Quantity, _ count: AggregateSyntax) -> String {
    let rows = count.relation.map { relatedText($0.name, $0.clause) } ?? ""
    let isEnglish = query.language == .english
    return switch quantity {
    case .some: isEnglish ? "at least 1 " + rows : "至少1个" + rows
    case .none: isEnglish ? "at most 0 " + rows : "至多0个" + rows
    case .atLeast(let number):
      isEnglish ? "at least \(number) " + rows : "至少\(number)个" + rows
    case .atMost(let number):
      isEnglish ? "at most \(number) " + rows : "至多\(number)个" + rows
    case .exactly(let number):
      isEnglish ? "exactly \(number) " + rows : "恰好\(number)个" + rows
    }
  }
}
