package import AnwenDiagnostics

/// What is wrong with a text before names have a meaning.
package enum SyntaxProblem: Problem, Hashable {
  /// What an unknown word would have to be.
  package enum WordKind: Hashable, Sendable {
    case word
    case entity
    case value(of: LocalizedText)
  }

  /// A quoted text has no closing quote on its line.
  ///
  /// Example: `tasks where title contains "消防`
  case unclosedQuote(String)

  /// A control character stands in the text.
  case controlCharacter(UInt32)

  /// The text ends where something must follow.
  ///
  /// Example: `tasks owned by`
  case incomplete(after: String, expected: [LocalizedText])

  /// Known words do not combine here.
  ///
  /// Example: `tasks overdue leaders`
  case misplaced(String, after: String, expected: [LocalizedText])

  /// A symbol stands where none can.
  ///
  /// Example: `tasks | ) take 3`
  case unexpected(String, expected: [LocalizedText], candidates: [String])

  /// A run of more than 500 characters without a space.
  case overlongRun

  /// A word that neither the language nor the model knows.
  ///
  /// Example: `tasks ownd by 武长庚`
  case unknownWord(
    String, kind: WordKind, expected: [LocalizedText], candidates: [String])

  /// A text that names nothing to ask about.
  ///
  /// Example: `应急部门`
  case noNoun(expected: [LocalizedText])

  /// A period beside a noun that has no main date.
  ///
  /// Example: `leaders this month`
  case noMainDate(of: LocalizedText)

  /// `without` before `all`, which may mean none or not every one; the words as they were written.
  ///
  /// Example: `points without all hazards closed`
  case deniedAll(String)

  /// The number of rows at the end of each month, of an entity whose rows exist for ever.
  ///
  /// Example: `inspections this year by month, at month end`
  case noLife(of: LocalizedText)

  /// The same without the months.
  ///
  /// Example: `hazards by month, at month end`
  case stockWithoutPeriod

  /// The same of rows of which something is said that holds today.
  ///
  /// Example: `hazards overdue this year by month, at month end`
  case stockOfToday(String)

  /// What looks at other rows stands where only the row at hand counts.
  ///
  /// Example: `points | where rank by risk <= 3`
  case misplacedWindow(String)

  /// A text that was to be one period, and is none from here on.
  ///
  /// Example: `anwen period 'this blue'`
  case noPeriod(String)

  /// Braces that hold no slot of the phrase whose body they stand in, or stand in no such body.
  ///
  /// Example: `tasks where number = {n}`
  case unknownSlot(String, slots: [String])

  /// A text nested deeper than what is read.
  case tooDeep

  /// A list or chain with more parts than what is read.
  case tooLong(limit: Int)

  /// A text of more bytes than what is read.
  case textTooLarge(limit: Int)
}

extension SyntaxProblem {
  package var code: String {
    switch self {
    case .unclosedQuote: "E0101"
    case .controlCharacter: "E0102"
    case .misplaced: "E0103"
    case .unexpected: "E0104"
    case .incomplete: "E0105"
    case .overlongRun: "E0106"
    case .noPeriod: "E0108"
    case .noNoun: "E0109"
    case .noMainDate: "E0110"
    case .deniedAll: "E0124"
    case .noLife: "E0121"
    case .stockWithoutPeriod: "E0122"
    case .stockOfToday: "E0123"
    case .misplacedWindow: "E0906"
    case .unknownWord(_, let kind, _, _):
      switch kind {
      case .word: "E0201"
      case .entity: "E0202"
      case .value: "E0203"
      }
    case .unknownSlot: "E1104"
    case .tooDeep: "E0605"
    case .tooLong: "E0606"
    case .textTooLarge: "E0607"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .unclosedQuote(let quote):
      LocalizedText(
        english: "the text that begins with \(quote) here has no closing quote",
        chinese: "这里以 \(quote) 开始的文本没有结束引号")
    case .controlCharacter(let scalar):
      LocalizedText(
        english: "a control character (U+\(SyntaxProblem.hex(scalar))) stands here",
        chinese: "这里有控制字符（U+\(SyntaxProblem.hex(scalar))）")
    case .incomplete(let word, _):
      LocalizedText(
        english: "the query ends here, and something must follow “\(word)”",
        chinese: "查询到此为止，“\(word)”后面还缺内容")
    case .misplaced(let word, let before, _):
      before.isEmpty
        ? LocalizedText(
          english: "a query does not begin with “\(word)”", chinese: "查询不能以“\(word)”开头")
        : LocalizedText(
          english: "“\(word)” does not combine with “\(before)” before it",
          chinese: "“\(word)”不能接在“\(before)”后面")
    case .unexpected(let symbol, _, _):
      LocalizedText(
        english: "“\(symbol)” cannot stand here", chinese: "这里不能出现“\(symbol)”")
    case .overlongRun:
      LocalizedText(
        english:
          "more than \(Parser.runLimit) characters without a space; put spaces between words",
        chinese: "连续 \(Parser.runLimit) 个以上的字没有空格，请在词之间加空格")
    case .unknownWord(let word, let kind, _, _): SyntaxProblem.unknown(word, kind)
    case .noNoun:
      LocalizedText(
        english: "this names nothing to ask about", chinese: "这里没有写明要查什么")
    case .noMainDate(let noun):
      LocalizedText(
        english: "a \(noun.english) has no main date that a bare period could be about",
        chinese: "“\(noun.chinese)”没有主日期，不能直接加时间")
    case .deniedAll(let words):
      LocalizedText(
        english:
          "“\(words)” may mean that there is none or that not all are so; write `without …` for none, "
          + "`not (with only …)` where one is otherwise",
        chinese: "“\(words)”可能指一个都没有，也可能指不是全都如此；前者请写“没有…”，后者请写“非(只有…)”")
    case .noLife(let noun):
      LocalizedText(
        english:
          "the model does not say when rows of \(noun.english) exist; write in it, below `entity "
          + "\(noun.english)`: `exists from … to …`, with the columns of the first and the last day",
        chinese: "模型没有说明“\(noun.chinese)”何时存在；请在模型里该对象下写“存续自 … 至 …”，给出首日和末日两列")
    case .stockWithoutPeriod:
      LocalizedText(
        english: "say of which period these are the ends: `this year`",
        chinese: "请写明是哪段时间的期末，如“今年各月末”")
    case .stockOfToday(let words):
      LocalizedText(
        english: "“\(words)” may have been otherwise at that time; say with `months of …` and "
          + "`outer.end` what is to hold then",
        chinese: "“\(words)”在当时未必如此；请用“…各月”和“外层.结束日”写明当时的条件")
    case .misplacedWindow(let word):
      LocalizedText(
        english:
          "“\(word)” looks at other rows, and stands alone in an item of `derive`: make it a "
          + "column there, and name that column here",
        chinese: "“\(word)”要看其他行，只能单独作为“计算”的一项；请先用“计算”生成一列，再在这里写列名")
    case .noPeriod(let text):
      LocalizedText(
        english: "“\(text)” is no period; try this quarter, 2024Q2, last 30 days",
        chinese: "“\(text)”不是一段时间，可以写：本季度、2024Q2、近30天")
    case .unknownSlot(let name, let slots): SyntaxProblem.unknownSlot(name, slots)
    case .tooDeep:
      LocalizedText(
        english: "this is nested too deeply; split the query into stages",
        chinese: "嵌套太深，请把查询分成几步")
    case .tooLong(let limit):
      LocalizedText(
        english: "a list or chain here has more than \(limit) parts",
        chinese: "这里的一串内容超过 \(limit) 项")
    case .textTooLarge(let limit):
      LocalizedText(
        english: "the query is longer than \(limit) bytes", chinese: "查询超过 \(limit) 字节")
    }
  }

  private static func unknown(_ word: String, _ kind: WordKind) -> LocalizedText {
    switch kind {
    case .word:
      LocalizedText(english: "the word “\(word)” is not known here", chinese: "这里不认识“\(word)”")
    case .entity:
      LocalizedText(
        english: "there is nothing called “\(word)” to ask about",
        chinese: "没有叫“\(word)”的可查对象")
    case .value(let type):
      LocalizedText(
        english: "there is no \(type.english) named “\(word)”",
        chinese: "没有名为“\(word)”的\(type.chinese)")
    }
  }

  package var expected: [LocalizedText] {
    switch self {
    case .incomplete(_, let expected), .misplaced(_, _, let expected),
      .unexpected(_, let expected, _), .unknownWord(_, _, let expected, _), .noNoun(let expected):
      expected
    case .unknownSlot(_, let slots):
      slots.map { LocalizedText(english: "{\($0)}", chinese: "{\($0)}") }
    case .unclosedQuote, .controlCharacter, .overlongRun, .tooDeep, .tooLong, .textTooLarge,
      .noPeriod, .noMainDate, .deniedAll, .noLife, .stockWithoutPeriod, .stockOfToday,
      .misplacedWindow:
      []
    }
  }

  package var suggestions: [String] {
    switch self {
    case .unknownWord(_, _, _, let candidates), .unexpected(_, _, let candidates): candidates
    case .unknownSlot(let name, let slots):
      NearestWords.nearest(to: name, among: slots).map { "{\($0)}" }
    default: []
    }
  }

  private static func unknownSlot(_ name: String, _ slots: [String]) -> LocalizedText {
    slots.isEmpty
      ? LocalizedText(
        english: "{\(name)} is a slot, which only the body of a phrase with slots can hold",
        chinese: "{\(name)} 是槽位，只能写在带槽位的短语定义里")
      : LocalizedText(
        english: "this phrase has no slot {\(name)}", chinese: "此短语没有槽位 {\(name)}")
  }

  private static func hex(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
