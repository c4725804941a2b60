import AnwenDiagnostics
import AnwenSyntax
import AnwenTypes

/// Headings of figures that differ in nothing but the rows which they are about.
extension Binder {
  /// The columns of items; where two would have one heading, each says what is said of its rows:
  /// 计数(未销号的隐患) beside 计数(隐患).
  func toldApart(_ fields: [Field], of items: [ItemSyntax], in scope: RowScope) -> [Field] {
    var counts: [LocalizedText: Int] = [:]
    for field in fields { counts[field.label, default: 0] += 1 }
    return zip(fields, items).map { field, item in
      guard counts[field.label, default: 0] > 1, item.alias == nil,
        let label = wholeLabel(of: item.expression, field.label, entity: scope.rows?.entity)
      else { return field }
      return field.with(label: label)
    }
  }

  /// The heading of a figure with its rows; nil where nothing is said of them.
  private func wholeLabel(
    of expression: ExpressionSyntax, _ label: LocalizedText, entity: Int?
  ) -> LocalizedText? {
    let (related, filter, function, argument):
      (RelatedSyntax?, ExpressionSyntax?, Keyword?, ExpressionSyntax?) =
        switch expression {
        case .aggregate(let node): (node.relation, node.filter, node.function, node.argument)
        case .measure(let node): (node.relation, node.filter, nil, nil)
        default: (nil, nil, nil, nil)
        }
    if function == .sum, let figure = argument, figure.isRelatedFigure {
      return wholeLabel(of: figure, label, entity: entity)
    }
    let isCount = function == .count && argument == nil
    let name =
      isCount
      ? LocalizedText(english: Keyword.count.rawValue, chinese: Keyword.count.chinese) : label
    func text(in language: Language) -> String? {
      let printer = QueryText(source: language, vocabulary: vocabulary)
      let rows =
        related.flatMap { $0.clause.modifiers.isEmpty ? nil : printer.text(of: $0.clause) }
        ?? filter.map { printer.text(of: $0, entity: entity.map { catalog.entities[$0].name }) }
      guard let rows else { return nil }
      // 最大(发现日期) has brackets already.
      return argument == nil
        ? "\(name[language])(\(rows))"
        : "\(name[language].dropLast())\(language == .english ? ", " : "，")\(rows))"
    }
    guard let english = text(in: .english), let chinese = text(in: .chinese) else { return nil }
    return LocalizedText(english: english, chinese: chinese)
  }
}
