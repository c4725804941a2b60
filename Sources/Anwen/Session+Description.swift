import AnwenBinder
package import AnwenDiagnostics
import AnwenSyntax
import AnwenTypes

extension Session {
  /// Whether a name is that of an entity.
  package func knows(entity name: String) -> Bool { entityIndex(named: name) != nil }

  private func entityIndex(named name: String) -> Int? {
    let folded = name.lowercased()
    return catalog.entities.indices.first { index in
      catalog.entities[index].words.spellings.contains { $0.text.lowercased() == folded }
    }
  }

  /// What can be asked, of everything or of one entity.
  ///
  /// - Parameter command: what is to be written before an entity's name to see more of it.
  package func description(
    of name: String?, in language: Language, moreBy command: String
  ) throws(SessionError) -> String {
    let writer = CatalogDescription(catalog: catalog, vocabulary: vocabulary, language: language)
    guard let name else { return writer.overview(today: today, moreBy: command) }
    guard let entity = entityIndex(named: name) else {
      let names = catalog.entities.flatMap { $0.words.spellings.map(\.text) }
      let problem = SyntaxProblem.unknownWord(
        name, kind: .entity, expected: [],
        candidates: NearestWords.nearest(to: name, among: names))
      let text = SourceText(name)
      throw SessionError(
        [Diagnostic(problem, at: SourceRange(0, name.utf8.count))], in: text,
        language: language, status: .invalidQuery)
    }
    return writer.description(of: entity)
  }
}

/// Writes what a catalog holds for a person who wants to ask.
struct CatalogDescription {
  let catalog: Catalog
  let vocabulary: Vocabulary
  let language: Language

  func overview(today: CalendarDate, moreBy command: String) -> String {
    var lines = ["\(catalog.title[language])", "\(word("as of", "截至")) \(today)", ""]
    let names = catalog.entities.map { $0.words.text(in: language) }
    let width = names.map { DisplayWidth.cells(of: $0) }.max() ?? 0
    for (entity, name) in zip(catalog.entities, names) {
      let columns = entity.columns.map { $0.words.text(in: language) }
      let padding = String(repeating: " ", count: width - DisplayWidth.cells(of: name) + 2)
      let mark = entity.isSample ? word(" (sample)", "（示例）") : ""
      lines.append(name + padding + columns.joined(separator: word(", ", "、")) + mark)
    }
    if let example = catalog.entities.first(where: { !$0.phrases.isEmpty })
      ?? catalog.entities.first
    {
      let name = example.words.text(in: language)
      lines += ["", word("More of one: \(command) \(name)", "查看其中一类的详情：\(command) \(name)")]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func description(of index: Int) -> String {
    let entity = catalog.entities[index]
    var lines = [names(entity.words)]
    if entity.isSample { lines.append(word("an invented sample", "虚构的示例数据")) }
    lines += ["", word("Columns", "列")]
    lines += entity.columns.map { column in
      "  " + names(column.words) + word(": ", "：") + type(column.type)
    }
    if !entity.relations.isEmpty {
      lines += ["", word("Rows that point here", "引用它的行")]
      lines += entity.relations.map { "  \(names($0.words))" }
    }
    if !entity.conditions.isEmpty {
      lines += ["", word("Conditions", "条件")]
      lines += entity.conditions.map { "  \(names($0.words))" }
    }
    if !entity.measures.isEmpty {
      lines += ["", word("Measures", "度量")]
      lines += entity.measures.map { "  \(names($0.words))" }
    }
    if !entity.phrases.isEmpty {
      lines += ["", word("Phrases", "短语")]
      lines += entity.phrases.map { phrase in
        "  " + phrase.wordings.map(wording).joined(separator: " · ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func word(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  private func names(_ words: NamedWords) -> String {
    let first = words.text(in: language)
    let others = words.spellings.map(\.text).filter { $0 != first }
    if others.isEmpty { return first }
    let list = others.joined(separator: word(", ", "、"))
    return first + word(" (\(list))", "（\(list)）")
  }

  private func wording(_ pattern: PhrasePattern) -> String {
    let parts = pattern.elements.map { element in
      switch element {
      case .literal(let literal): literal
      case .slot(let slot): "{" + slot.name + "}"
      }
    }
    return parts.joined(separator: pattern.language == .english ? " " : "")
  }

  private func type(_ type: DataType) -> String {
    switch type {
    case .bool: word("yes or no", "是或否")
    case .int: word("whole number", "整数")
    case .decimal, .float: word("number", "数字")
    case .text: word("text", "文本")
    case .date: word("date", "日期")
    case .period: word("period", "时段")
    case .reference(let reference):
      catalog.entity(reference.entity)?.words.text(in: language) ?? reference.entity
    case .enumeration(let enumeration):
      enumeration.cases.map { $0.label[language] }.joined(separator: " < ")
    case .list(let element):
      word("list of \(self.type(element))", "\(self.type(element))（可多个）")
    }
  }
}
