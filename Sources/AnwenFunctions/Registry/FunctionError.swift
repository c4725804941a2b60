/// Why a function has no result in a row.
package enum FunctionError: Error {
  /// A result that does not fit its type; `detail` spells the operands.
  case overflow(OverflowingOperation, detail: String)
  /// A column would have more list elements than can be counted.
  case columnTooLong
}
