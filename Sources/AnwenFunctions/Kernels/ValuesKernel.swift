import AnwenColumns
import AnwenTypes

extension ScalarFunction.Implementation {
  /// A value from the values of a row, missing where one of them is missing: simple, and slower than
  /// the other shapes.
  static func values(
    _ compute: @escaping @Sendable ([Value], FunctionCall) throws(FunctionError) -> Value
  ) -> Self {
    .kernel(
      KernelMaker { call in
        ValuesKernel(type: call.type, takesMissing: false) { (row) throws(FunctionError) in
          try compute(row, call)
        }
      })
  }

  /// The same, also where values are missing.
  static func anyValues(_ compute: @escaping @Sendable ([Value]) -> Value) -> Self {
    .kernel(KernelMaker { ValuesKernel(type: $0.type, takesMissing: true, compute: compute) })
  }
}

/// Row by row.
struct ValuesKernel: FunctionKernel {
  let type: DataType
  let takesMissing: Bool
  let compute: ([Value]) throws(FunctionError) -> Value

  func column(_ arguments: [Column], rowCount: Int) throws(FunctionError) -> Column {
    var builder = ColumnBuilder(type: type)
    for row in 0..<rowCount {
      let values = arguments.map { $0[row] }
      let isComputed = takesMissing || !values.contains(.missing)
      let result = isComputed ? try compute(values) : .missing
      if result == .missing {
        builder.appendMissing()
      } else if (try? builder.append(result)) == nil {
        preconditionFailure("a result of the function's type")
      }
    }
    return builder.build()
  }
}
