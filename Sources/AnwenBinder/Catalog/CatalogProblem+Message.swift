package import AnwenDiagnostics

extension CatalogProblem {
  package var message: LocalizedText {
    switch self {
    case .modelWithoutEntity, .repeatedLine, .invalidDate, .unknownEncoding, .tooManyValues:
      wholeMessage
    case .notAMonth, .unknownSeason, .notDaysOfTheYear, .semestersOverlap: calendarMessage
    case .duplicateName, .reverseClash, .unknownColumn: nameMessage
    case .missingFile, .unsafeFile, .emptyEntity, .unknownType, .decimalScale,
      .referenceWithoutKey, .unsuitableKey, .mustBeStored, .mainDateIsNoDate, .lifeIsNoDate,
      .reverseOfPlainColumn, .namesWithoutKey:
      columnMessage
    case .displayOfOther(let column):
      Self.text(
        "'\(column)' holds no numbers, so that 'format' says nothing of it",
        "“\(column)”不是数字列，不能写“格式”")
    case .displayDecimals(let count):
      Self.text(
        "'\(count)' is no number of digits behind the point; write 0 to 18",
        "“\(count)”不是小数位数，应写 0 至 18")
    case .unknownSlot, .unsuitableSlot, .repeatedSlot, .wordingWithoutWords, .slotsDiffer,
      .duplicateWording:
      phraseMessage
    case .conditionEqualsValue, .keywordAndWord, .endsLikeCount, .sequenceOfWords: warningMessage
    }
  }

  private static func text(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  private var wholeMessage: LocalizedText {
    switch self {
    case .repeatedLine(let word):
      Self.text("'\(word)' stands here a second time", "“\(word)”重复出现")
    case .invalidDate(let date):
      Self.text("'\(date)' is no day; write 2024-11-15", "“\(date)”不是有效日期，应写作 2024-11-15")
    case .unknownEncoding(let name):
      Self.text("no encoding is named '\(name)'", "没有名为“\(name)”的编码")
    case .tooManyValues(let name, let count):
      Self.text(
        "'\(name)' has \(count) values; an enumeration has at most 255",
        "“\(name)”有 \(count) 个值，枚举最多 255 个值")
    default: Self.text("the model declares no entity", "模型没有声明任何实体")
    }
  }

  private var calendarMessage: LocalizedText {
    switch self {
    case .notAMonth:
      Self.text(
        "a fiscal year begins with a month of every year: April", "财年从每年的某个月开始，应写作 4月")
    case .unknownSeason(let name):
      Self.text(
        "'\(name)' is no season: spring 春季, summer 夏季, autumn 秋季, winter 冬季",
        "“\(name)”不是季节名，应为春季、夏季、秋季或冬季")
    case .notDaysOfTheYear:
      Self.text(
        "a semester is from one day of every year to another: February 20 to July 5",
        "学期是每年的一段日子，应写作 2月20日到7月5日")
    case .semestersOverlap:
      Self.text(
        "this semester begins before the one above ends; semesters stand in the order of the year",
        "本学期在上一学期结束之前就开始了；学期应按一年中的先后排列")
    default: wholeMessage
    }
  }

  private var nameMessage: LocalizedText {
    switch self {
    case .duplicateName(let name, let kind):
      Self.text(
        "'\(name)' is already a name of \(kind.label.english)",
        "“\(name)”已是\(kind.label.chinese)的名称")
    case .reverseClash(let name, let entity, let kind):
      Self.text(
        "'\(name)' is already \(kind.label.english) of \(entity)",
        "“\(name)”已是 \(entity) 的\(kind.label.chinese)")
    case .unknownColumn(let name, let entity, _):
      Self.text("\(entity) has no column '\(name)'", "\(entity) 没有“\(name)”列")
    default: wholeMessage
    }
  }

  private var columnMessage: LocalizedText {
    switch self {
    case .missingFile(let entity):
      Self.text("\(entity) names no file", "\(entity) 没有指明文件")
    case .unsafeFile(let file):
      Self.text(
        "'\(file)' is not the name of a file in the model's folder",
        "“\(file)”不是模型所在目录中的文件")
    case .emptyEntity(let entity):
      Self.text("\(entity) has no columns", "\(entity) 没有任何列")
    case .unknownType(let name, _):
      Self.text(
        "'\(name)' is no type, entity or enumeration", "“\(name)”不是类型、实体或枚举")
    case .decimalScale:
      Self.text(
        "a decimal, and nothing else, says its digits behind the point, 0 to 18: decimal(2)",
        "小数（且仅小数）须注明小数位数 0 至 18，例如 decimal(2)")
    case .referenceWithoutKey(let entity):
      Self.text("\(entity) has no key to refer to", "\(entity) 没有可供引用的主键")
    case .unsuitableKey(let column):
      Self.text("a key is an int or a text; '\(column)' is not", "主键须为整数或文本，“\(column)”不是")
    case .mustBeStored(let column):
      Self.text("'\(column)' must be stored, not derived", "“\(column)”必须是存储列，不能是计算列")
    case .lifeIsNoDate(let column):
      Self.text(
        "a row exists from one day to another; '\(column)' is not a date",
        "存续的起止须为日期，“\(column)”不是日期列")
    case .mainDateIsNoDate(let column):
      Self.text("the main date '\(column)' is not a date", "主日期“\(column)”不是日期列")
    case .reverseOfPlainColumn(let column):
      Self.text(
        "'\(column)' refers to no entity, so that nothing can be its reverse",
        "“\(column)”不引用任何实体，不能有反向关系")
    case .namesWithoutKey(let column):
      Self.text(
        "'\(column)' names rows, so that its entity needs a key", "“\(column)”为行命名，所属实体须有主键")
    default: wholeMessage
    }
  }

  private var phraseMessage: LocalizedText {
    switch self {
    case .unknownSlot(let name, _):
      Self.text(
        "the slot '\(name)' is no column or type of a slot", "槽位“\(name)”不是列，也不是槽位类型")
    case .unsuitableSlot(let name):
      Self.text(
        "values of '\(name)' cannot stand in a phrase", "“\(name)”的值不能放入短语")
    case .repeatedSlot(let name):
      Self.text("the slot '\(name)' stands here twice", "槽位“\(name)”重复出现")
    case .slotsDiffer(let names):
      Self.text(
        "each wording of this phrase needs the same slots: \(names.joined(separator: ", "))",
        "此短语的各种说法须有相同的槽位：\(names.joined(separator: "、"))")
    case .duplicateWording:
      Self.text("this wording is already one of the entity's", "此说法在该实体中已有")
    default: Self.text("a wording needs words beside its slots", "说法除槽位外须有文字")
    }
  }

  private var warningMessage: LocalizedText {
    switch self {
    case .conditionEqualsValue(let name):
      Self.text(
        "the condition '\(name)' has the name of a value", "条件“\(name)”与某个枚举值同名")
    case .keywordAndWord(let name, let keyword, let word):
      Self.text(
        "'\(name)' also reads as '\(keyword)' and '\(word)'",
        "“\(name)”也可读作“\(keyword)”加“\(word)”")
    case .endsLikeCount(let name, let entity):
      Self.text(
        "'\(name)' hides the count of '\(entity)'", "“\(name)”会遮住“\(entity)”的计数")
    case .sequenceOfWords(let name, let parts):
      Self.text(
        "'\(name)' equals a sequence of other words: \(parts.joined(separator: " + "))",
        "“\(name)”恰是其他词的连写：\(parts.joined(separator: " + "))")
    default: wholeMessage
    }
  }
}
