package import AnwenTypes

/// A function of one row's values: all that the language knows of it.
///
/// A function stands in the list of one family, a file in `Functions/`; the parser, the binder, the
/// plan, the engine and the reference take what they need from here. Two with one id are the same.
package struct ScalarFunction: Sendable {
  /// What a query calls it, and how the reference tells of it.
  package struct Words: Sendable {
    package let name: String
    package let chinese: String
    /// A clause about the result, in English, as the rest of the reference.
    package let help: String
    /// Calls and what they give, which a test runs in both languages.
    package let examples: [(call: String, result: String)]
  }

  package enum Implementation: Sendable {
    /// Columns of arguments become a column of results.
    case kernel(KernelMaker)
    /// An expression of its own, since an argument is looked at only in rows that need it.
    case expression
  }

  /// Its name in plans.
  package let id: String
  /// Nil where only other wordings of the language stand for it.
  package let words: Words?
  package let signature: Signature
  package let implementation: Implementation
  private let failure: @Sendable (_ arguments: [DataType], _ result: DataType) -> Bool

  /// A function that a query calls by name.
  ///
  /// - Parameter mayFail: Whether a row can make it fail, by the types of the arguments and of the
  ///   result.
  init(
    _ name: String, _ chinese: String, help: String, examples: [(String, String)],
    _ signature: Signature,
    mayFail: @escaping @Sendable ([DataType], DataType) -> Bool = { _, _ in false },
    _ implementation: Implementation
  ) {
    id = name
    words = Words(
      name: name, chinese: chinese, help: help,
      examples: examples.map { (call: $0.0, result: $0.1) })
    self.signature = signature
    self.implementation = implementation
    failure = mayFail
  }

  /// A function that no query calls by name.
  init(
    id: String, _ signature: Signature,
    mayFail: @escaping @Sendable ([DataType], DataType) -> Bool = { _, _ in false },
    _ implementation: Implementation
  ) {
    self.id = id
    words = nil
    self.signature = signature
    self.implementation = implementation
    failure = mayFail
  }

  /// Whether a row can make it fail, because a result does not fit its type or a value cannot be
  /// read.
  package func mayFail(_ arguments: [DataType], _ result: DataType) -> Bool {
    failure(arguments, result)
  }

  /// What computes one call; it may remember what it did for a dictionary, and so belongs to one
  /// operator.
  ///
  /// - Precondition: the function is no expression of its own.
  package func kernel(for call: FunctionCall) -> any FunctionKernel {
    guard case .kernel(let maker) = implementation else {
      preconditionFailure("\(id) is an expression")
    }
    return maker.make(call)
  }
}

extension ScalarFunction: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension ScalarFunction {
  /// Functions that belong together in the reference.
  package struct Family: Sendable {
    package let title: String
    package let functions: [ScalarFunction]
  }

  /// All functions that a query can call, in the order of the reference.
  package static let families: [Family] = [
    Family(title: "Text", functions: textFunctions),
    Family(title: "Numbers", functions: numberFunctions),
    Family(title: "Dates and periods", functions: dateFunctions),
    Family(title: "Values of any type", functions: valueFunctions),
    Family(title: "Conversions", functions: conversions),
  ]

  package static let all = families.flatMap(\.functions)

  /// The function of an English name.
  package static func named(_ name: String) -> ScalarFunction? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
