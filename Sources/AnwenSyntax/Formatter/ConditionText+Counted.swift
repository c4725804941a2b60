extension ConditionText {
  /// How many related rows are meant, and which: `at least 1 inspections`, 至少1个检查.
  func countedText(_ quantity: ExistenceSyntax.Quantity, _ count: AggregateSyntax) -> String {
    let rows = count.relation.map { relatedText($0) } ?? ""
    return counted(quantity) + (query.language == .english ? " " : "") + rows
  }

  /// `at least 3`, 至少有3个; `more than n` where it is one more than a parameter.
  func counted(_ quantity: ExistenceSyntax.Quantity, _ verb: String = "") -> String {
    let (keyword, count): (Keyword, CountSyntax) =
      switch quantity {
      case .some, .only: (.atLeast, CountSyntax(1))
      case .none: (.atMost, CountSyntax(0))
      case .atLeast(let count): (count.offset == 0 ? .atLeast : .moreThan, count)
      case .atMost(let count): (count.offset == 0 ? .atMost : .fewerThan, count)
      case .exactly(let count): (.exactly, count)
      }
    let isName = query.isSource && count.parameter != nil
    let shown = isName ? query.text(of: count) : String(count.value)
    // What a restatement counts is a number, with what was added to it.
    let word = isName ? keyword : quantity.keyword
    let head = word.spelling(in: query.language)
    guard query.language == .chinese else { return head + " " + shown }
    return head + verb + (isName ? " " + shown + " " : shown + "个")
  }
}

extension ExistenceSyntax.Quantity {
  /// The word that compares with the number itself.
  fileprivate var keyword: Keyword {
    switch self {
    case .some, .only, .atLeast: .atLeast
    case .none, .atMost: .atMost
    case .exactly: .exactly
    }
  }
}
