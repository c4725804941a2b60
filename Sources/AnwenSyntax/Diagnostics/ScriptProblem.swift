package import AnwenDiagnostics

/// What is wrong with a statement that gives a name, or with a script as a whole.
package enum ScriptProblem: Problem, Hashable {
  /// A parameter of a type that is none.
  ///
  /// Example: `param who: leadr`
  case unknownType(String, candidates: [String])

  /// A value that a parameter does not take.
  ///
  /// Example: `param limit: int = many`
  case wrongArgument(String, String, type: LocalizedText, candidates: [String])

  /// A parameter without a value.
  ///
  /// Example: `param limit: int`
  case missingArgument(String)

  /// A value for a parameter that the script does not have.
  case unknownParameter(String, candidates: [String])

  /// A name that is given twice.
  ///
  /// Example: `let late = hazards overdue; let late = tasks overdue`
  case nameTaken(String)

  /// A name that is a word of the language, or that of an entity where a query is to have it.
  ///
  /// Example: `let tasks = tasks overdue`
  case reservedName(String)

  /// A statement where one question is needed.
  case noQuestion(String)

  /// A definition that got the wrong number of arguments.
  ///
  /// Example: `define twice(x) = x * 2; tasks where twice(number, 3) > 1`
  case argumentCount(String, expected: Int, found: Int)

  /// A mistake in the body of a definition, found where it is used.
  ///
  /// Example: `define days = closed_on - found_on; tasks where days > 3`
  case inDefinition(String, LocalizedText)

  /// An argument that belongs to one row, used among the rows of another entity.
  ///
  /// Example: `define later(d) = count(hazards where due_on > d); points where later(number) > 1`
  case argumentOfOtherRows(String)

  /// A script that includes itself; the files on the way.
  case includeCycle([String])

  /// A file that includes another, and so on, too often.
  case includeTooDeep(limit: Int)

  /// A file outside the folder of the script.
  case outsideRoot(String)

  /// A file that a safe run may not touch.
  case notSafe(String)

  /// A file to be written whose name does not say in which format.
  ///
  /// Example: `tasks | write "tasks.docx"`
  case unknownExtension(String, known: [String])

  /// Rows that go to a file inside another query.
  ///
  /// Example: `let mine = tasks | write "tasks.csv"`
  case innerWrite

  /// Queries that stand for one another too often.
  case tooManyExpansions(limit: Int)
}

extension ScriptProblem {
  package var code: String {
    switch self {
    case .unknownType: "E1301"
    case .wrongArgument: "E1302"
    case .missingArgument: "E1303"
    case .unknownParameter: "E1304"
    case .nameTaken: "E1305"
    case .reservedName: "E1306"
    case .noQuestion: "E1307"
    case .argumentCount: "E1308"
    case .inDefinition: "E1309"
    case .argumentOfOtherRows: "E1310"
    case .includeCycle: "E1311"
    case .includeTooDeep: "E1312"
    case .outsideRoot: "E1313"
    case .notSafe: "E1314"
    case .tooManyExpansions: "E1315"
    case .unknownExtension: "E1316"
    case .innerWrite: "E1317"
    }
  }

  package var message: LocalizedText {
    switch self {
    case .unknownType(let name, _):
      LocalizedText(english: "“\(name)” is no type", chinese: "没有名为“\(name)”的类型")
    case .wrongArgument(let name, let written, let type, _):
      LocalizedText(
        english: "the parameter “\(name)” takes a value of type \(type.english), not “\(written)”",
        chinese: "参数“\(name)”的类型是\(type.chinese)，不能取“\(written)”")
    case .missingArgument(let name):
      LocalizedText(
        english: "the parameter “\(name)” has no value; give one with -p \(name)=…",
        chinese: "参数“\(name)”没有值，请用 -p \(name)=… 给出")
    case .unknownParameter(let name, _):
      LocalizedText(
        english: "the script has no parameter “\(name)”", chinese: "脚本没有参数“\(name)”")
    case .nameTaken(let name):
      LocalizedText(
        english: "the script has something called “\(name)” already",
        chinese: "脚本中已经有“\(name)”这个名称")
    case .reservedName(let name):
      LocalizedText(
        english: "“\(name)” is a word already; choose another name",
        chinese: "“\(name)”已是现有的词，请换一个名称")
    case .noQuestion(let word):
      LocalizedText(
        english: "“\(word)” stands in scripts; here a question is needed",
        chinese: "“\(word)”用于脚本，这里需要一个查询")
    case .argumentCount(let name, let expected, let found):
      LocalizedText(
        english: "“\(name)” takes \(expected) values, and here are \(found)",
        chinese: "“\(name)”需要 \(expected) 个值，这里有 \(found) 个")
    case .inDefinition(let name, let inner):
      LocalizedText(
        english: "in the definition of “\(name)”: \(inner.english)",
        chinese: "“\(name)”的定义中：\(inner.chinese)")
    case .argumentOfOtherRows(let name):
      LocalizedText(
        english:
          "the value of “\(name)” belongs to the outer row and cannot be used among the rows "
          + "of another entity",
        chinese: "“\(name)”的值属于外层的行，不能用在另一类对象的行中")
    case .includeCycle, .includeTooDeep, .outsideRoot, .notSafe, .tooManyExpansions,
      .unknownExtension, .innerWrite:
      fileMessage
    }
  }

  private var fileMessage: LocalizedText {
    switch self {
    case .includeCycle(let files):
      LocalizedText(
        english: "the script includes itself: \(files.joined(separator: " → "))",
        chinese: "脚本引入了自己：\(files.joined(separator: " → "))")
    case .includeTooDeep(let limit):
      LocalizedText(
        english: "more than \(limit) files include one another", chinese: "文件层层引入超过 \(limit) 层")
    case .outsideRoot(let path):
      LocalizedText(
        english: "“\(path)” lies outside the folder of the script",
        chinese: "“\(path)”不在脚本所在的文件夹内")
    case .notSafe(let path):
      LocalizedText(
        english: "--safe allows no file, and so not “\(path)”",
        chinese: "--safe 不允许使用文件，因此不能用“\(path)”")
    case .unknownExtension(let path, let known):
      LocalizedText(
        english: "the name “\(path)” does not say the format; it ends in one of "
          + known.joined(separator: ", "),
        chinese: "“\(path)”看不出格式，扩展名可以是 \(known.joined(separator: "、"))")
    case .innerWrite:
      LocalizedText(
        english: "only the rows of a statement of its own can be written to a file",
        chinese: "只有单独的查询语句才能把结果写入文件")
    case .tooManyExpansions(let limit):
      LocalizedText(
        english: "the names here stand for more than \(limit) queries and definitions",
        chinese: "这里的名称展开后超过 \(limit) 个查询和定义")
    default: LocalizedText(english: "", chinese: "")
    }
  }

  package var expected: [LocalizedText] {
    switch self {
    case .unknownType:
      ["text 文本", "int 整数", "date 日期", "period 时段", "…"].map {
        LocalizedText(english: $0, chinese: $0)
      }
    default: []
    }
  }

  package var suggestions: [String] {
    switch self {
    case .unknownType(_, let candidates), .wrongArgument(_, _, _, let candidates),
      .unknownParameter(_, let candidates):
      candidates
    default: []
    }
  }
}
