/// How it is said what a row's place among the others gives.
extension ConditionText {
  func windowText(_ node: WindowSyntax) -> String {
    let function = node.function
    var text = name(of: function)
    if let argument = function.argument {
      let count = function.rowCount.map { query.itemComma + query.text(of: $0) } ?? ""
      text += "(" + self.text(of: argument) + count + ")"
    }
    if !node.order.isEmpty {
      let keys = query.text(of: node.order, areDescending: function.beginsWithLargest, self)
      text += " " + query.word(.by) + bracketed(keys, count: node.order.count)
    }
    if !node.groups.isEmpty {
      let groups = node.groups.map { self.text(of: $0) }.joined(separator: query.itemComma)
      text += " " + query.word(.per) + bracketed(groups, count: node.groups.count)
    }
    return text
  }

  private func name(of function: WindowSyntax.Function) -> String {
    // 累计(n) is a sum.
    if language == .chinese, case .running(.sum, _) = function { return Keyword.running.chinese }
    return function.keywords.map { $0.spelling(in: language) }
      .joined(separator: language == .english ? " " : "")
  }

  /// Several stand in brackets: behind a comma the next item begins.
  private func bracketed(_ list: String, count: Int) -> String {
    count > 1 ? "(" + list + ")" : list
  }
}
