import AnwenSyntax

/// Writes a model's tree on lines, each word in angle brackets.
struct ModelDump {
  private let text: LexedText

  init(_ text: LexedText) { self.text = text }

  func dump(_ model: ModelSyntax) -> String {
    model.declarations.map(dump).joined(separator: "\n")
  }

  private func dump(_ declaration: ModelDeclaration) -> String {
    switch declaration {
    case .data(let title, let second): "data " + words([title] + (second.map { [$0] } ?? []))
    case .asOf(let date): "as of " + words([date])
    case .encoding(let name): "encoding " + words([name])
    case .fiscalYear(let month): "fiscal year " + period(month)
    case .semester(let names, let days): "semester " + words(names.words) + ": " + period(days)
    case .constant(let names, let body): "constant " + words(names.words) + dump(body)
    case .enumeration(let enumeration):
      "enumeration " + words(enumeration.names.words) + ": "
        + enumeration.cases.map { words($0.words) }.joined(separator: ", ")
    case .entity(let entity):
      (["entity " + words(entity.names.words)] + entity.details.map(dump)).joined(separator: "; ")
    }
  }

  private func period(_ syntax: PeriodListSyntax) -> String {
    "<" + PeriodPrinter(.english).print(syntax.period) + ">"
  }

  private func dump(_ detail: EntityDetail) -> String {
    switch detail {
    case .file(let word): "file " + words([word])
    case .plural(let word): "plural " + words([word])
    case .key(let word): "key " + words([word])
    case .label(let word): "label " + words([word])
    case .mainDate(let word): "main date " + words([word])
    case .life(let from, let to): "exists from " + words([from] + (to.map { [$0] } ?? []))
    case .defaults(let names): "default " + words(names)
    case .column(let column): "column " + dump(column)
    case .phrase(let phrase):
      "phrase " + phrase.wordings.map(dump).joined(separator: " ") + dump(phrase.body)
    case .condition(let names, let body): "condition " + words(names.words) + dump(body)
    case .measure(let measure):
      "measure " + words(measure.names.words) + dump(measure.display) + dump(measure.body)
    case .sample: "sample"
    }
  }

  private func dump(_ column: ColumnDeclaration) -> String {
    var parts = words(column.names.words) + ": "
    if column.type.isList { parts += "list of " }
    parts += words([column.type.name])
    if let scale = column.type.scale { parts += "(" + words([scale]) + ")" }
    if let header = column.header { parts += " from " + words([header]) }
    if let reverse = column.reverse { parts += " reverse " + words(reverse.words) }
    parts += dump(column.display)
    if let body = column.body { parts += dump(body) }
    return parts
  }

  private func dump(_ display: DisplayDeclaration?) -> String {
    let parts = (display?.parts ?? []).map { part in
      switch part {
      case .percent: " percent"
      case .thousands: " thousands"
      case .decimals(let count): " decimals " + words([count])
      case .unit(let first, let second):
        " unit " + words([first] + (second.map { [$0] } ?? []))
      }
    }
    return parts.isEmpty ? "" : " format" + parts.joined()
  }

  private func dump(_ wording: WordingSyntax) -> String {
    let elements = wording.elements.map { element in
      switch element {
      case .literal(let word): word.text
      case .slot(let name, let type): "{" + name.text + (type.map { ": " + $0.text } ?? "") + "}"
      }
    }
    return "[" + elements.joined(separator: "|") + "]"
  }

  private func dump(_ body: ModelBody) -> String {
    " = <" + text.text(body.units.lowerBound, body.units.upperBound) + ">"
  }

  private func words(_ words: [ModelWord]) -> String {
    words.map { "<" + $0.text + ">" }.joined(separator: " ")
  }
}
