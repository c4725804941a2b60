package import AnwenDiagnostics

/// Says a query in one of the languages.
package struct QueryText {
  /// What the text is for.
  package enum Style: Hashable, Sendable {
    /// For people, who are to see how the query was understood: it names what is said of what.
    case restatement
    /// To be read again: gives a query of the same meaning.
    case source
    /// The same, with a noun before all that is said of it, also in Chinese.
    case nounFirst
    /// The same, with brackets around all that could be attached otherwise.
    case cautiousSource
  }

  let language: Language
  let vocabulary: Vocabulary
  let style: Style
  /// How a period is said.
  let period: (PeriodSyntax) -> String
  /// The rows outside of those at hand, the nearest first.
  var outerRows: [ConditionText] = []

  package init(
    language: Language, vocabulary: Vocabulary, style: Style,
    period: @escaping (PeriodSyntax) -> String
  ) {
    self.language = language
    self.vocabulary = vocabulary
    self.style = style
    self.period = period
  }

  /// A text that can be read again.
  package init(source language: Language, vocabulary: Vocabulary, style: Style = .source) {
    self.init(language: language, vocabulary: vocabulary, style: style) {
      PeriodPrinter(language).print($0)
    }
  }

  /// Whether the text is to be read again.
  var isSource: Bool { style != .restatement }

  package func text(of query: QuerySyntax) -> String {
    parts(of: query).joined(separator: isSource ? " | " : language == .english ? "; " : "；")
  }

  /// The source, then each stage.
  package func parts(of query: QuerySyntax) -> [String] {
    [source(of: query)].filter { !$0.isEmpty } + stages(of: query).texts
  }

  /// The source, with the day as of which it is asked.
  private func source(of query: QuerySyntax) -> String {
    let source = text(of: query.source)
    guard let asOf = query.asOf else { return source }
    let day = word(.asOf) + period(asOf.period)
    if source.isEmpty { return day }
    return language == .english ? source + " " + day : day + "，" + source
  }

  func text(of source: SourceSyntax) -> String {
    switch source {
    case .clause(let clause): text(of: clause)
    case .periods(let source): text(of: source)
    case .oneRow: ""
    case .named(let name): newName(name.name)
    }
  }

  /// Periods beside a noun or in a slot.
  func text(of periods: PeriodListSyntax) -> String {
    (periods.isEach ? word(.each) : "") + span(periods)
  }

  /// A parameter is shown by its name where it is to be read again, else by what it stands for.
  private func span(_ periods: PeriodListSyntax) -> String {
    guard isSource, let parameter = periods.parameter else { return period(periods.period) }
    return newName(parameter.name)
  }

  /// A number of rows; a parameter by its name.
  func text(of count: CountSyntax) -> String {
    guard isSource, let parameter = count.parameter else { return String(count.value) }
    return newName(parameter.name)
  }

  private func text(of source: PeriodSourceSyntax) -> String {
    let period = span(source.periods)
    let unit = source.unit
    return language == .english
      ? "\(unit == .half ? "halves" : unit.english + "s") of \(period)"
      : "\(period)各\(unit.chinese)"
  }

  /// A noun with all that is said of it.
  package func text(
    of clause: ClauseSyntax, named name: String? = nil, isNested: Bool = false
  ) -> String {
    let entity = vocabulary.entityIndex(clause.entity)
    let words = entity.map { vocabulary.entities[$0].words }
    let noun =
      clause.base.map { newName($0.name) } ?? name ?? words?.text(in: language) ?? clause.entity
    if isSource {
      let printer = ClauseText(self, entity: entity, isNested: isNested)
      return printer.text(of: clause.modifiers, noun: noun)
    }
    let keys = clause.modifiers.compactMap { if case .key(let key, _) = $0 { key } else { nil } }
    let conditions = clause.modifiers.filter { if case .key = $0 { false } else { true } }
    let modifiers = conditions.map { condition in
      let text = ConditionText(self, entity: entity).text(of: condition)
      let isOpen = language == .english && conditions.count > 1 && condition.saysOneOfRows
      return isOpen ? "(" + text + ")" : text
    }
    switch language {
    case .english:
      let row = ([noun] + keys).joined(separator: " ")
      return modifiers.isEmpty ? row : row + " " + modifiers.joined(separator: " and ")
    case .chinese:
      return modifiers.map { $0 + "的" }.joined() + noun + keys.joined()
    }
  }

  /// Each stage, and how the columns are said behind the last one.
  func stages(of query: QuerySyntax) -> (texts: [String], columns: ConditionText) {
    let entity = query.source.entity.flatMap { vocabulary.entityIndex($0) }
    let isOfPeriods = if case .periods = query.source { true } else { false }
    var conditions = ConditionText(self, entity: entity, isOfPeriods: isOfPeriods)
    let texts = query.stages.map { stage in
      defer { conditions.remember(stage.kind) }
      return switch stage.kind {
      case .filter(let condition): word(.where) + conditions.text(of: condition)
      case .select(let items): word(.select) + list(items, conditions)
      case .derive(let items): word(.derive) + list(items, conditions)
      case .summarize(let aggregates, let keys):
        word(.summarize) + list(aggregates, conditions)
          + (keys.isEmpty ? "" : " " + word(.by) + list(keys, conditions))
      case .sort(let keys):
        word(.sort) + text(of: keys, areDescending: false, conditions)
      case .take(let count): word(.take) + text(of: count)
      case .total(let keys): totalText(keys, conditions)
      case .skip(let count): word(.skip) + text(of: count)
      case .distinct(let columns): text(ofDistinct: columns, conditions)
      case .top(let top): text(of: top, conditions)
      case .rename(let renamings): text(of: renamings, conditions)
      case .drop(let names): text(ofDropped: names, conditions)
      case .expand(let name): text(ofExpanded: name, conditions)
      case .join(let join): text(of: join, &conditions)
      case .combine(let operation, let query): text(of: operation, query)
      case .assertion(let assertion): text(of: assertion, conditions)
      case .write(let file): word(.write) + quoted(file.text)
      case .pivot(let pivot): pivotText(pivot, conditions)
      case .compare(let compare): compareText(compare, conditions)
      case .fill(let fill): fillText(fill, conditions)
      case .require(let require): requireText(require, conditions)
      }
    }
    return (texts, conditions)
  }

  var comma: String { language == .english ? ", " : "、" }

  /// Between the items of a stage.
  var itemComma: String { isSource ? ", " : comma }

  func word(_ keyword: Keyword) -> String { keyword.spelling(in: language) + " " }

  private func list(_ items: [ItemSyntax], _ conditions: ConditionText) -> String {
    items.map { item in
      let text = conditions.text(of: item.expression)
      return item.alias.map { text + " " + word(.alias) + newName($0.name) } ?? text
    }.joined(separator: itemComma)
  }

  /// An expression over the rows of an entity, or over none.
  package func text(of expression: ExpressionSyntax, entity: String?) -> String {
    ConditionText(self, entity: entity.flatMap { vocabulary.entityIndex($0) })
      .text(of: expression)
  }

  /// The value of a parameter.
  package func text(ofArgument argument: ExpressionSyntax) -> String {
    // A year stands alone here, since nothing but a period may.
    if case .period(let periods) = argument { return period(periods.period) }
    return text(of: argument, entity: nil)
  }

  package func quoted(_ text: String) -> String { "\"" + text.escaping("\"") + "\"" }

  /// A name that the query gives; in backticks where it is no plain word.
  package func newName(_ name: String) -> String {
    let units = WidthFolding.units(of: name, lowercased: false)
    let isPlain =
      !units.isEmpty && units.allSatisfy(UnitClass.isWord) && !UnitClass.isDigit(units[0])
    return isPlain || !isSource ? name : "`" + name.escaping("`") + "`"
  }
}

extension StageSyntax.Kind {
  /// The items that are named by their expressions from here on.
  var unnamedItems: [ExpressionSyntax] {
    let items: [ItemSyntax] =
      switch self {
      case .select(let items): items
      case .summarize(let aggregates, let keys): keys + aggregates
      case .filter, .derive, .sort, .take, .skip, .distinct, .top, .rename, .drop, .expand, .join,
        .combine, .assertion, .total, .pivot, .compare, .fill, .require, .write:
        []
      }
    return items.filter { $0.alias == nil }.map(\.expression)
  }
}

extension String {
  /// The text with a sign doubled wherever it stands.
  func escaping(_ sign: Character) -> String {
    var escaped = ""
    for character in self {
      if character == sign { escaped.append(character) }
      escaped.append(character)
    }
    return escaped
  }
}
