package import AnwenDiagnostics
package import AnwenFunctions

/// Why a plan gave no result.
package enum EngineError: Error, Problem {
  /// A result that does not fit its type; `detail` spells the operands, if they are known.
  ///
  /// Example: `tasks | derive n = 9223372036854775807 + number`
  case overflow(OverflowingOperation, detail: String?)
  /// A value that a conversion cannot read.
  ///
  /// Example: `tasks | derive n = int(title)`
  case unreadable(String, as: FunctionError.Wanted)
  /// The result has more rows than may be given.
  case tooManyRows(limit: Int)
  /// The user interrupted the query.
  case cancelled
  /// The query took longer than it may.
  case timedOut
  /// What a step of the query holds would take more bytes than the query may.
  case tooMuchMemory(limit: Int, MemoryHolder)
  /// A column, or the lists in one, would have more elements than can be counted.
  case columnTooLong
  /// A table could not be read.
  case source(any Problem)

  package var code: String {
    switch self {
    case .overflow: "E0310"
    case .unreadable: "E0311"
    case .tooManyRows: "E0601"
    case .cancelled: "E0602"
    case .timedOut: "E0603"
    case .columnTooLong: "E0604"
    case .tooMuchMemory: "E0608"
    case .source(let problem): problem.code
    }
  }

  package var message: LocalizedText {
    switch self {
    case .overflow(let operation, let detail):
      LocalizedText(
        english: "\(operation.name.english) overflows" + (detail.map { ": \($0)" } ?? ""),
        chinese: "\(operation.name.chinese)溢出" + (detail.map { "：\($0)" } ?? ""))
    case .unreadable(let value, let wanted):
      LocalizedText(
        english: "“\(value)” is not \(wanted.words.english)",
        chinese: "“\(value)”不是\(wanted.words.chinese)")
    case .tooManyRows(let limit):
      LocalizedText(
        english: "the result has more than \(limit) rows", chinese: "结果超过 \(limit) 行")
    case .cancelled: LocalizedText(english: "interrupted", chinese: "已中断")
    case .timedOut: LocalizedText(english: "the time limit was reached", chinese: "已达到时间上限")
    case .columnTooLong:
      LocalizedText(
        english: "a step of the query has more than 2147483647 rows or list elements",
        chinese: "查询的某一步超过 2147483647 行或列表元素")
    case .tooMuchMemory(let limit, let holder):
      LocalizedText(
        english: "\(holder.name.english) needs more memory than the limit of"
          + " \(Self.size(limit)): keep fewer rows or columns before it, or raise the limit",
        chinese: "\(holder.name.chinese)所需内存超过上限 \(Self.size(limit))："
          + "请先筛选、少列几列，或提高上限")
    case .source(let problem): problem.message
    }
  }

  init(_ error: FunctionError) {
    self =
      switch error {
      case .overflow(let operation, let detail): .overflow(operation, detail: detail)
      case .unreadable(let value, let wanted): .unreadable(value, as: wanted)
      case .columnTooLong: .columnTooLong
      }
  }

  /// How a query says what did not succeed; empty where that is not one operation.
  package var operations: [String] {
    switch self {
    case .overflow(let operation, _): operation.spellings
    case .unreadable(_, .wholeNumber): ["int"]
    case .unreadable(_, .number): ["decimal", "float"]
    case .unreadable(_, .date): ["date"]
    case .tooManyRows, .cancelled, .timedOut, .tooMuchMemory, .columnTooLong, .source: []
    }
  }

  /// A number of bytes in the largest unit that leaves a whole number.
  private static func size(_ byteCount: Int) -> String {
    let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")]
    let unit = units.first { byteCount >= $0.0 && byteCount.isMultiple(of: $0.0) }
    return unit.map { "\(byteCount / $0.0) \($0.1)" } ?? "\(byteCount) B"
  }

  package var expected: [LocalizedText] {
    if case .source(let problem) = self { problem.expected } else { [] }
  }

  package var suggestions: [String] {
    if case .source(let problem) = self { problem.suggestions } else { [] }
  }
}
