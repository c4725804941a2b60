import AnwenColumns
import AnwenTypes

/// An int from each text of the dictionary.
struct IntOfTextKernel: FunctionKernel {
  let compute: @Sendable (String) -> Int
  private let cache = DictionaryCache<[Int64]>()

  init(compute: @escaping @Sendable (String) -> Int) { self.compute = compute }

  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    let (codes, dictionary) = arguments[0].codes
    let ints = cache.result(for: dictionary) { dictionary in
      dictionary.texts.map { Int64(compute($0.string)) }
    }
    let presence = arguments[0].presence
    return Column(
      type: .int,
      storage: .ints(codes.indices.map { presence?[$0] ?? true ? ints[Int(codes[$0])] : 0 }),
      validity: arguments[0].validity, rowCount: rowCount)
  }
}

/// A text from each text of the dictionary.
struct TextsKernel: FunctionKernel {
  private let compute: @Sendable (String) -> String
  private let cache = DictionaryCache<Transformed>()

  /// The different results, and the code of each old text's.
  private struct Transformed {
    let dictionary: TextDictionary
    let codes: [UInt32]
  }

  init(compute: @escaping @Sendable (String) -> String) { self.compute = compute }

  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    let (codes, dictionary) = arguments[0].codes
    let transformed = cache.result(for: dictionary, transform)
    let presence = arguments[0].presence
    return Column(
      type: .text,
      storage: .codes(
        codes.indices.map { presence?[$0] ?? true ? transformed.codes[Int(codes[$0])] : 0 },
        transformed.dictionary),
      validity: arguments[0].validity, rowCount: rowCount)
  }

  private func transform(_ dictionary: TextDictionary) -> Transformed {
    var texts: [TextValue] = []
    var codeOfText: [TextValue: UInt32] = [:]
    let codes = dictionary.texts.map { old in
      let text = TextValue(compute(old.string))
      if let code = codeOfText[text] { return code }
      let code = UInt32(texts.count)
      codeOfText[text] = code
      texts.append(text)
      return code
    }
    return Transformed(dictionary: TextDictionary(texts), codes: codes)
  }
}

/// Whether a text holds what a literal one says; answered once for each text of the dictionary.
struct LiteralSearchKernel: FunctionKernel {
  private let finds: (TextValue) -> Bool
  private let cache = DictionaryCache<[Bool]>()

  /// - Parameter finds: whether it is found in a text.
  init(finds: @escaping (TextValue) -> Bool) { self.finds = finds }

  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    let (codes, dictionary) = arguments[0].codes
    let found = cache.result(for: dictionary) { $0.texts.map(finds) }
    let presence = arguments[0].presence
    return Column(
      type: .bool,
      storage: .bools(codes.indices.map { presence?[$0] ?? true && found[Int(codes[$0])] }),
      validity: arguments[0].validity, rowCount: rowCount)
  }
}

/// Whether a text holds that of another column in some way.
struct TextSearchKernel: FunctionKernel {
  let finds: @Sendable (TextPattern, TextValue) -> Bool

  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    let (texts, patterns) = (arguments[0].texts, arguments[1].texts)
    return Column(
      type: .bool,
      storage: .bools(texts.indices.map { finds(TextPattern(patterns[$0]), texts[$0]) }),
      presence: Column.commonPresence(arguments[0], arguments[1]), rowCount: rowCount)
  }
}
