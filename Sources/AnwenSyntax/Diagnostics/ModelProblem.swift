package import AnwenDiagnostics

/// What is wrong with the text of a model, before its names have a meaning.
package enum ModelProblem: Problem, Hashable {
  /// A line at the margin begins with no word of a declaration.
  ///
  /// Example: `entty task 任务`
  case unknownDeclaration(String)

  /// An indented line below an entity begins with no word of a detail.
  ///
  /// Example: `colunm name 名称: text`
  case unknownDetail(String)

  /// The first line of a model is indented.
  case detailWithoutDeclaration

  /// No name stands where one is needed; a name begins with a letter.
  ///
  /// Example: `entity 3tasks`
  case expectedName(after: String)

  /// A name is followed by a second English word.
  ///
  /// Example: `entity work task 任务`
  case nameOfSeveralWords(String)

  /// A sign is missing.
  ///
  /// Example: `column name 名称 text`
  case expectedSymbol(String, after: String)

  /// A text in quotes is missing.
  ///
  /// Example: `file departments.csv`
  case expectedText(after: String)

  /// Nothing stands behind the colon of a column.
  case expectedType(after: String)

  /// Nothing stands behind `=`.
  ///
  /// Example: `condition overdue 逾期 =`
  case expectedBody(after: String)

  /// No period stands where the calendar needs one.
  ///
  /// Example: `fiscal year: fourth`
  case expectedPeriod(after: String)

  /// A line goes on where it should end.
  ///
  /// Example: `sample yes`
  case unexpectedText(String)

  /// A brace in a wording has no partner.
  ///
  /// Example: `phrase "owned by {leaders" = leaders has {leaders}`
  case unpairedBrace(String)

  /// The braces of a slot hold no name.
  ///
  /// Example: `phrase "owned by {}" = leaders has {leaders}`
  case slotWithoutName

  /// No way in which numbers can look stands behind `format`.
  ///
  /// Example: `column price: int, format money`
  case unknownDisplay(String)

  package var code: String {
    switch self {
    case .unknownDeclaration: "E0501"
    case .unknownDetail: "E0502"
    case .detailWithoutDeclaration: "E0503"
    case .expectedName: "E0504"
    case .nameOfSeveralWords: "E0505"
    case .expectedSymbol: "E0506"
    case .expectedText: "E0507"
    case .expectedType: "E0508"
    case .expectedBody: "E0509"
    case .expectedPeriod: "E0701"
    case .unexpectedText: "E0510"
    case .unpairedBrace: "E0511"
    case .slotWithoutName: "E0512"
    case .unknownDisplay: "E1101"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .unknownDeclaration(let found):
      LocalizedText(
        english: "no declaration begins with '\(found)'", chinese: "没有以“\(found)”开头的声明")
    case .unknownDetail(let found):
      LocalizedText(
        english: "no line of an entity begins with '\(found)'",
        chinese: "实体之下没有以“\(found)”开头的行")
    case .detailWithoutDeclaration:
      LocalizedText(
        english: "this indented line belongs to no declaration", chinese: "这一缩进行不属于任何声明")
    case .expectedName(let word):
      LocalizedText(
        english: "expected a name after '\(word)'", chinese: "“\(word)”之后应有名称")
    case .nameOfSeveralWords(let name):
      LocalizedText(
        english: "a canonical name is one word; write '\(name)', or '/' before a synonym",
        chinese: "规范名称只能是一个词：可写作“\(name)”，或在同义词前加“/”")
    case .expectedSymbol(let symbol, let word):
      LocalizedText(
        english: "expected '\(symbol)' after '\(word)'", chinese: "“\(word)”之后应有“\(symbol)”")
    case .expectedText(let word):
      LocalizedText(
        english: "expected a text in quotes after '\(word)'",
        chinese: "“\(word)”之后应有带引号的文本")
    case .expectedType(let word):
      LocalizedText(
        english: "expected a type after '\(word)'", chinese: "“\(word)”之后应有类型")
    case .expectedBody(let word):
      LocalizedText(
        english: "expected an expression after '\(word)'", chinese: "“\(word)”之后应有表达式")
    case .expectedPeriod(let word):
      LocalizedText(
        english: "expected a month or days of the year after '\(word)'",
        chinese: "“\(word)”之后应有月份或起止日期")
    case .unexpectedText(let found):
      LocalizedText(
        english: "'\(found)' does not belong here", chinese: "此处不应有“\(found)”")
    case .unpairedBrace(let brace):
      LocalizedText(
        english: "the '\(brace)' in this wording has no partner",
        chinese: "此说法中的“\(brace)”没有配对")
    case .slotWithoutName:
      LocalizedText(
        english: "these braces hold no name of a slot", chinese: "花括号内缺少槽位名称")
    case .unknownDisplay(let found):
      found.isEmpty
        ? LocalizedText(
          english: "say behind 'format' how the numbers look", chinese: "“格式”之后应写明数字的显示方式")
        : LocalizedText(
          english: "'\(found)' is no way in which numbers can look", chinese: "“\(found)”不是数字的显示方式")
    }
  }

  package var expected: [LocalizedText] {
    switch self {
    case .unknownDeclaration: ModelProblem.texts(.declarations)
    case .unknownDetail: ModelProblem.texts(.details)
    case .unknownDisplay: ModelProblem.texts(ModelKeyword.displayParts)
    default: []
    }
  }

  package var suggestions: [String] {
    switch self {
    case .unknownDeclaration(let found): ModelProblem.nearest(found, .declarations)
    case .unknownDetail(let found): ModelProblem.nearest(found, .details)
    case .unknownDisplay(let found): ModelProblem.nearest(found, ModelKeyword.displayParts)
    case .nameOfSeveralWords(let name): [name]
    case .expectedSymbol(let symbol, _): [symbol]
    default: []
    }
  }

  private static func texts(_ keywords: [ModelKeyword]) -> [LocalizedText] {
    keywords.suffix(5).map { LocalizedText(english: $0.rawValue, chinese: $0.chinese) }
  }

  private static func nearest(_ found: String, _ keywords: [ModelKeyword]) -> [String] {
    NearestWords.nearest(to: found, among: keywords.flatMap { [$0.rawValue, $0.chinese] })
  }
}

extension [ModelKeyword] {
  fileprivate static var declarations: [ModelKeyword] { ModelKeyword.declarations }
  fileprivate static var details: [ModelKeyword] { ModelKeyword.details }
}
