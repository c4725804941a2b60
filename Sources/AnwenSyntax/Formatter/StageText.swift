/// How the stages are said that take rows or columns away, or bring in others.
extension QueryText {
  func text(of top: TopSyntax, _ conditions: ConditionText) -> String {
    // 前3名 is one word; the name of a parameter stands for itself.
    let count = self.text(of: top.count)
    let isName = isSource && top.count.parameter != nil
    var text = word(.top) + count
    if language == .chinese, !isName { text = "前\(count)名" }
    if !top.keys.isEmpty {
      text += " " + word(.by) + self.text(of: top.keys, areDescending: true, conditions)
    }
    if !top.groups.isEmpty { text += " " + word(.per) + list(top.groups, conditions) }
    return top.keepsTies ? text + " " + Keyword.withTies.spelling(in: language) : text
  }

  func text(ofDistinct columns: [ExpressionSyntax], _ conditions: ConditionText) -> String {
    let head = Keyword.distinct.spelling(in: language)
    return columns.isEmpty ? head : head + " " + word(.by) + list(columns, conditions)
  }

  func text(of renamings: [RenamingSyntax], _ conditions: ConditionText) -> String {
    word(.rename)
      + renamings.map { renaming in
        conditions.text(of: .name(renaming.name)) + " " + word(.alias)
          + newName(renaming.alias.name)
      }.joined(separator: itemComma)
  }

  func text(ofDropped names: [NameSyntax], _ conditions: ConditionText) -> String {
    word(.drop) + list(names.map { .name($0) }, conditions)
  }

  func text(ofExpanded name: NameSyntax, _ conditions: ConditionText) -> String {
    word(.expand) + conditions.text(of: .name(name))
  }

  func text(of join: JoinSyntax, _ conditions: inout ConditionText) -> String {
    let other = join.query
    var text = word(join.kind.keyword)
    if case .clause(let clause) = other.source, other.stages.isEmpty {
      text += self.text(of: clause, isNested: true)
    } else {
      text += other.stages.isEmpty ? self.text(of: other.source) : "(" + self.text(of: other) + ")"
    }
    if let alias = join.alias { text += " " + word(.alias) + newName(alias.name) }
    var pairs = conditions
    pairs.remember(join, saying: stages(of: other).columns)
    text += " " + word(.on) + pairs.text(of: join.condition)
    if join.kind.keepsOtherRows { conditions = pairs }
    return text
  }

  func text(of operation: SetOperation, _ query: QuerySyntax) -> String {
    let keyword: Keyword =
      switch operation {
      case .union: .union
      case .except: .except
      case .intersect: .intersect
      }
    return word(keyword) + "(" + text(of: query) + ")"
  }

  func text(of assertion: AssertionSyntax, _ conditions: ConditionText) -> String {
    let rule = word(.assert) + conditions.text(of: assertion.condition)
    return assertion.message.map { rule + " " + conditions.quoted($0) } ?? rule
  }

  /// Sort keys, with the direction where it is not the usual one.
  func text(
    of keys: [SortKeySyntax], areDescending: Bool, _ conditions: ConditionText
  ) -> String {
    keys.map { key in
      let text = conditions.text(of: key.expression)
      if key.isDescending == areDescending { return text }
      let direction: Keyword = key.isDescending ? .descending : .ascending
      return text + " " + direction.spelling(in: language)
    }.joined(separator: itemComma)
  }

  private func list(_ expressions: [ExpressionSyntax], _ conditions: ConditionText) -> String {
    expressions.map(conditions.text(of:)).joined(separator: itemComma)
  }
}
