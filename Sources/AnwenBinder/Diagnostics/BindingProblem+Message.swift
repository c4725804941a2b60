package import AnwenDiagnostics
import AnwenFunctions
import AnwenSyntax
import AnwenTypes

extension BindingProblem {
  package var message: LocalizedText {
    switch self {
    case .unknownName(let name, _):
      text("there is no column named “\(name)” here", "这里没有名为“\(name)”的列")
    case .unknownValue(let value, let type, _, _):
      text("“\(value)” is no value of \(type.english)", "“\(value)”不是\(type.chinese)的取值")
    case .ambiguous:
      text("this can be read in two ways; say which is meant", "这里有两种读法，请写明是哪一种")
    case .ambiguousColumn(let value, let columns):
      text(
        "“\(value)” may be about several columns: \(columns.joined(separator: ", ")); name one",
        "“\(value)”可能指几个列：\(columns.joined(separator: "、"))，请写明是哪一列")
    case .ambiguousValue(let name, let keys):
      text(
        "“\(name)” names several rows: \(keys.prefix(5).joined(separator: ", ")); "
          + "write the key instead",
        "有多行都叫“\(name)”：\(keys.prefix(5).joined(separator: "、"))，请改用主键")
    case .duplicateName(let name):
      text(
        "two columns are named “\(name)”; give one another name with `as`",
        "有两列都叫“\(name)”，请用“作为”给其中一列另取名称")
    case .plainAndOfList:
      text(
        "“and” between names is not clear here: write `or` for any of them, "
          + "`both … and …` for all of them",
        "名称之间的“和”在这里有歧义：任一即可请用“或”，同时都要请用“共同”")
    case .periodListUnderNegation(let lines):
      negatedPeriods(lines)
    case .typeMismatch(let operation, let left, let right, _):
      mismatch(of: operation, left, right)
    case .notOfType(let word, let type):
      text("“\(word)” is not \(type.english)", "“\(word)”不是\(type.chinese)")
    case .onlyOfAll(let rows):
      text(
        "it is not said of what kind every \(rows.english) is to be, as in `with only … where …`",
        "没有说明“\(rows.chinese)”都应是怎样的；请写在“\(rows.chinese)”前面")
    case .comparedWithMissing(let word, let isNegated):
      isNegated
        ? text(
          "“\(word)” is no value; write `is not missing` in place of the comparison",
          "“\(word)”不是一个值；请把比较改成“不缺失”")
        : text(
          "“\(word)” is no value; write `is missing` in place of the comparison",
          "“\(word)”不是一个值；请把比较改成“缺失”")
    case .wrongDefinition(let declared, let found):
      text(
        "the column is declared as \(declared.english), and this is \(found.english)",
        "这一列声明为\(declared.chinese)，而这里是\(found.chinese)")
    case .notACondition(let type):
      text(
        "a condition is needed here, and this is \(type.english)",
        "这里需要一个条件，而这是\(type.chinese)")
    case .dateEqualsPeriod:
      text(
        "a day cannot be compared with a period like that; write `in`, `before` or `after`",
        "日期不能这样与一段时间比较，请用“在”“早于”或“晚于”")
    case .listCompared:
      text("this is a list; write `has`", "这是一个列表，请用“含”")
    case .columnInList(let list):
      text(
        "a list is asked for a value that is the same for every row, and not for a column; give each "
          + "element a row of its own first: `expand \(list)`",
        "列表只能问有没有某个具体的值，不能与列相比；请先让每个元素各成一行：“展开 \(list)”")
    case .patternNotLiteral:
      text(
        "a pattern is a text in quotes, the same for every row",
        "“匹配”后面要写带引号的模式，不能写列")
    case .severalPeriods:
      text("one period is needed here", "这里只能用一段时间")
    case .numberOutOfRange(let number):
      text("the number \(number) is too large", "数字 \(number) 太大")
    case .relationInGroup:
      text(
        "an aggregate over a relation cannot stand in `summarize`; derive it first",
        "“统计”里不能直接汇总关联的行，请先用“计算”")
    case .notAnAggregate(let name):
      text(
        "“\(name)” is neither an aggregate nor a key: put it behind `by`",
        "“\(name)”既不是汇总也不是分组，请把它放到“按”后面")
    case .measureOfOneRow(let name):
      text(
        "“\(name)” is measured over many rows, and here is one; write `summarize \(name)`",
        "“\(name)”要对多行计算，而这里只有一行，请写“统计 \(name)”")
    case .notAMeasure:
      text(
        "a measure is computed of aggregates, such as rate(…), count or sum(…)",
        "度量应由汇总构成，例如 占比(…)、计数、求和(…)")
    case .cyclicDefinition(let name):
      text("the definition of “\(name)” needs itself", "“\(name)”的定义引用了自己")
    case .argumentCount(let function, let expected, let found):
      argumentCount(of: function, expected, found)
    case .keyMismatch(let key):
      text("“\(key)” cannot be a key here", "“\(key)”不能作为这里的主键")
    case .noKey(let entity):
      text(
        "“\(entity)” has no key, so nothing can be related to it",
        "“\(entity)”没有主键，不能关联")
    }
  }

  /// A function of one argument, and an operation on two of a type, name that type once.
  private func mismatch(
    of operation: String, _ left: LocalizedText, _ right: LocalizedText
  ) -> LocalizedText {
    let name = Self.chineseName(of: operation)
    return left == right
      ? text("\(operation) does not take \(left.english)", "“\(name)”不能用于\(left.chinese)")
      : text(
        "\(operation) does not combine \(left.english) with \(right.english)",
        "“\(name)”不能用于\(left.chinese)和\(right.chinese)")
  }

  /// The lines that say either of what several periods under a negation may mean.
  private func negatedPeriods(_ lines: [LocalizedText]) -> LocalizedText {
    lines.isEmpty
      ? text(
        "under a negation several periods may mean none of them or not every one; write `each of` "
          + "before them where each is without, or say it of each, joined by `or`, where one is",
        "否定前后有几段时间，可能指每段都没有，也可能指不是每段都有；每段都没有请写“都没有”，不都有请分开写，用“或”连接")
      : text(
        "under a negation several periods may mean none of them or not every one; write the first "
          + "line below for none, the second for not every one",
        "否定前后有几段时间，可能指每段都没有，也可能指不是每段都有；每段都没有请用下面第一种写法，不都有请用第二种")
  }

  private func argumentCount(
    of function: String, _ expected: ClosedRange<Int>, _ found: Int
  ) -> LocalizedText {
    let (least, most) = (expected.lowerBound, expected.upperBound)
    let name = Self.chineseName(of: function)
    return least == most
      ? text(
        "\(function) takes \(most) argument\(most == 1 ? "" : "s"), not \(found)",
        "“\(name)”需要 \(most) 个参数，而不是 \(found) 个")
      : text(
        "\(function) takes \(least) to \(most) arguments, not \(found)",
        "“\(name)”需要 \(least) 至 \(most) 个参数，而不是 \(found) 个")
  }

  /// What an operator or function is called in Chinese; a sign is itself.
  private static func chineseName(of operation: String) -> String {
    Keyword(rawValue: operation)?.chinese
      ?? ScalarFunction.named(operation)?.words?.chinese ?? operation
  }

  private func text(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }
}

extension BindingProblem {
  /// A type in words.
  static func words(for type: DataType) -> LocalizedText {
    switch type {
    case .bool: LocalizedText(english: "a truth value", chinese: "真假值")
    case .int, .decimal, .float: LocalizedText(english: "a number", chinese: "数字")
    case .text: LocalizedText(english: "a text", chinese: "文本")
    case .date: LocalizedText(english: "a date", chinese: "日期")
    case .period: LocalizedText(english: "a period", chinese: "一段时间")
    case .reference(let reference):
      LocalizedText(english: "a \(reference.entity)", chinese: "\(reference.entity)")
    case .enumeration(let enumeration):
      LocalizedText(english: "a value of \(enumeration.name)", chinese: "\(enumeration.name)的取值")
    case .list: LocalizedText(english: "a list", chinese: "列表")
    }
  }
}
