import AnwenColumns
import AnwenPlan
import AnwenTypes

/// The number of characters, as a reader counts them, of a text.
struct TextLength: ValueEvaluator {
  let operand: any ValueEvaluator
  private let cache = DictionaryCache<[Int64]>()

  init(operand: any ValueEvaluator) { self.operand = operand }

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let (codes, dictionary) = column.codes
    let lengths = cache.result(for: dictionary) { dictionary in
      dictionary.texts.map { Int64($0.string.count) }
    }
    let presence = column.presence
    return Column(
      type: .int,
      storage: .ints(codes.indices.map { presence?[$0] ?? true ? lengths[Int(codes[$0])] : 0 }),
      validity: column.validity, rowCount: input.count)
  }
}

/// A text in lower or upper case, or without white space at its ends.
struct TextTransformation: ValueEvaluator {
  private let function: ScalarFunction
  private let operand: any ValueEvaluator
  private let cache = DictionaryCache<Transformed>()

  /// The different transformed texts, and the code of each old text's.
  private struct Transformed {
    let dictionary: TextDictionary
    let codes: [UInt32]
  }

  init(function: ScalarFunction, operand: any ValueEvaluator) {
    self.function = function
    self.operand = operand
  }

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let (codes, dictionary) = column.codes
    let transformed = cache.result(for: dictionary, transform)
    let presence = column.presence
    return Column(
      type: .text,
      storage: .codes(
        codes.indices.map { presence?[$0] ?? true ? transformed.codes[Int(codes[$0])] : 0 },
        transformed.dictionary),
      validity: column.validity, rowCount: input.count)
  }

  private func transform(_ dictionary: TextDictionary) -> Transformed {
    var texts: [TextValue] = []
    var codeOfText: [TextValue: UInt32] = [:]
    let codes = dictionary.texts.map { old in
      let text = TextValue(transform(old.string))
      if let code = codeOfText[text] { return code }
      let code = UInt32(texts.count)
      codeOfText[text] = code
      texts.append(text)
      return code
    }
    return Transformed(dictionary: TextDictionary(texts), codes: codes)
  }

  private func transform(_ text: String) -> String {
    switch function {
    case .lower: return text.lowercased()
    case .upper: return text.uppercased()
    default:
      let start = text.drop { $0.isWhitespace }
      guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
      return String(start[...last])
    }
  }
}

/// Whether a text holds what a literal one says; answered once for each text of the dictionary.
struct LiteralTextSearch: ValueEvaluator {
  private let operand: any ValueEvaluator
  private let finds: (TextValue) -> Bool
  private let cache = DictionaryCache<[Bool]>()

  /// - Parameter finds: whether it is found in a text.
  init(operand: any ValueEvaluator, finds: @escaping (TextValue) -> Bool) {
    self.operand = operand
    self.finds = finds
  }

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let column = try operand.evaluate(input)
    let (codes, dictionary) = column.codes
    let found = cache.result(for: dictionary) { dictionary in
      dictionary.texts.map(finds)
    }
    let presence = column.presence
    return Column(
      type: .bool,
      storage: .bools(codes.indices.map { presence?[$0] ?? true && found[Int(codes[$0])] }),
      validity: column.validity, rowCount: input.count)
  }
}

/// Whether a text contains, or begins or ends with, that of another column.
struct TextSearch: ValueEvaluator {
  let function: ScalarFunction
  let operand: any ValueEvaluator
  let sought: any ValueEvaluator

  func evaluate(_ input: SelectedRows) throws(EngineError) -> Column {
    let (column, soughtColumn) = (try operand.evaluate(input), try sought.evaluate(input))
    let (texts, patterns) = (column.texts, soughtColumn.texts)
    let found = texts.indices.map { function.finds(TextPattern(patterns[$0]), in: texts[$0]) }
    return Column(
      type: .bool, storage: .bools(found),
      presence: Column.commonPresence(column, soughtColumn), rowCount: input.count)
  }
}

extension ScalarFunction {
  /// Whether `contains`, `startsWith` or `endsWith` is true of a text.
  func finds(_ pattern: TextPattern, in text: TextValue) -> Bool {
    switch self {
    case .startsWith: pattern.begins(text)
    case .endsWith: pattern.ends(text)
    default: pattern.occurs(in: text)
    }
  }
}

extension Column {
  /// The codes and the dictionary of a column of texts.
  ///
  /// - Precondition: the column holds texts.
  fileprivate var codes: (codes: [UInt32], dictionary: TextDictionary) {
    guard case .codes(let codes, let dictionary) = storage else {
      preconditionFailure("a column of texts")
    }
    return (codes, dictionary)
  }
}
