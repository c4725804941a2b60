package import AnwenColumns
import AnwenTypes

/// Computes a call over whole columns, so that types are looked at once per batch.
package protocol FunctionKernel {
  /// A column of `rowCount` results, of the call's type, from one column for each argument.
  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column
}

/// How the kernel of a call is made; one for each shape of function stands here.
package struct KernelMaker: Sendable {
  let make: @Sendable (FunctionCall) -> any FunctionKernel

  init(_ make: @escaping @Sendable (FunctionCall) -> any FunctionKernel) { self.make = make }
}

extension ScalarFunction.Implementation {
  /// A text from each text: computed once for each in a dictionary.
  static func texts(_ compute: @escaping @Sendable (String) -> String) -> Self {
    .kernel(KernelMaker { _ in TextsKernel(compute: compute) })
  }

  /// An int from each text: computed once for each in a dictionary.
  static func intOfText(_ compute: @escaping @Sendable (String) -> Int) -> Self {
    .kernel(KernelMaker { _ in IntOfTextKernel(compute: compute) })
  }

  /// An int from each date.
  static func intOfDate(_ compute: @escaping @Sendable (CalendarDate) -> Int) -> Self {
    .kernel(
      KernelMaker { _ in
        WholeColumnKernel { arguments, _ in
          let days = arguments[0].days
          let ints = days.map { Int64(compute(CalendarDate(daysSinceEpoch: $0))) }
          return arguments[0].replacingStorage(.ints(ints), type: .int)
        }
      })
  }

  /// A period from each date.
  static func periodOfDate(_ compute: @escaping @Sendable (CalendarDate) -> Period) -> Self {
    .kernel(
      KernelMaker { _ in
        WholeColumnKernel { arguments, _ in
          let days = arguments[0].days
          let periods = days.map { compute(CalendarDate(daysSinceEpoch: $0)) }
          return arguments[0].replacingStorage(.periods(periods), type: .period)
        }
      })
  }

  /// A column from the arguments' columns.
  static func columns(
    _ compute: @escaping @Sendable ([Column], FunctionCall) throws(FunctionError) -> Column
  ) -> Self {
    .kernel(
      KernelMaker { call in
        WholeColumnKernel { (arguments, _) throws(FunctionError) in try compute(arguments, call) }
      })
  }
}

/// Columns at once, without a memory.
struct WholeColumnKernel: FunctionKernel {
  let compute: ([Column], Int) throws(FunctionError) -> Column

  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    try compute(arguments, rowCount)
  }
}
