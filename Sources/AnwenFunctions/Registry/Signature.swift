package import AnwenTypes

/// What a function takes and gives.
package struct Signature: Sendable {
  /// What an argument may be.
  package enum Parameter: Hashable, Sendable {
    case text, int, number, date, period, list
    /// Anything but a list.
    case single
    case any

    package func takes(_ type: DataType) -> Bool {
      switch self {
      case .text: type == .text
      case .int: type == .int
      case .number: type.isNumeric
      case .date: type == .date
      case .period: type == .period
      case .list: type.isList
      case .single: !type.isList
      case .any: true
      }
    }
  }

  package enum Result: Sendable {
    case always(DataType)
    /// The type of the first argument.
    case first
    /// By the arguments; nil where they do not go together.
    case of(@Sendable ([FunctionArgument]) -> DataType?)
    /// What the binder says, which must fit the arguments.
    case chosen(@Sendable ([DataType], DataType) -> Bool)
  }

  /// One for each argument; the last stands for all that follow.
  package let parameters: [Parameter]
  /// How many arguments there may be.
  package let counts: ClosedRange<Int>
  /// Whether the arguments are brought to one type.
  package let isAlike: Bool
  private let result: Result

  init(
    _ parameters: [Parameter], optional: Int = 0, gives result: Result
  ) {
    self.init(parameters, counts: parameters.count - optional...parameters.count, gives: result)
  }

  init(_ parameters: [Parameter], counts: ClosedRange<Int>, gives result: Result) {
    self.parameters = parameters
    self.counts = counts
    isAlike = false
    self.result = result
  }

  /// Any number of values that are brought to one type, which is that of the result.
  init(alike parameter: Parameter, atLeast count: Int) {
    parameters = [parameter]
    counts = count...Signature.mostArguments
    isAlike = true
    result = .first
  }

  /// As many as the parser reads in a list.
  static let mostArguments = 1_000

  package func parameter(_ index: Int) -> Parameter {
    parameters[min(index, parameters.count - 1)]
  }

  /// The first argument that is not taken.
  package func firstMisfit(_ arguments: [DataType]) -> Int? {
    arguments.indices.first { !parameter($0).takes(arguments[$0]) }
  }

  /// Whether a call of the arguments may have a type.
  package func takes(_ arguments: [FunctionArgument], giving type: DataType) -> Bool {
    guard case .chosen(let fits) = result else { return resultType(arguments) == type }
    let types = arguments.map(\.type)
    return counts.contains(types.count) && firstMisfit(types) == nil && fits(types, type)
  }

  /// The type of the result, or nil where the arguments do not fit, or others say it.
  package func resultType(_ arguments: [FunctionArgument]) -> DataType? {
    let types = arguments.map(\.type)
    guard counts.contains(arguments.count), firstMisfit(types) == nil,
      !isAlike || types.allSatisfy({ $0 == types[0] })
    else { return nil }
    return switch result {
    case .always(let type): type
    case .first: types[0]
    case .of(let type): type(arguments)
    case .chosen: nil
    }
  }
}

/// An argument of a call, before any row is at hand.
package struct FunctionArgument: Sendable {
  package let type: DataType
  /// Its value, where it is the same in every row.
  package let literal: Value?

  package init(type: DataType, literal: Value?) {
    self.type = type
    self.literal = literal
  }
}

/// One call of a function in a plan.
package struct FunctionCall: Sendable {
  package let arguments: [FunctionArgument]
  package let type: DataType

  package init(arguments: [FunctionArgument], type: DataType) {
    self.arguments = arguments
    self.type = type
  }
}
