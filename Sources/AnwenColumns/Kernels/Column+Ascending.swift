extension Column {
  /// Whether each value stands behind that of the row before, in a column without missing values.
  package var isStrictlyAscending: Bool {
    switch storage {
    case .ints(let values): Self.ascend(values.indices) { values[$0] < values[$1] }
    case .days(let values): Self.ascend(values.indices) { values[$0] < values[$1] }
    case .ranks(let values): Self.ascend(values.indices) { values[$0] < values[$1] }
    case .codes(let codes, let dictionary):
      Self.ascend(codes.indices) {
        dictionary.texts[Int(codes[$0])] < dictionary.texts[Int(codes[$1])]
      }
    case .bools, .decimals, .floats, .periods, .lists:
      ascends(by: orderCodes())
    }
  }

  private func ascends(by codes: [Int64]) -> Bool {
    Self.ascend(codes.indices) { codes[$0] < codes[$1] }
  }

  private static func ascend(_ rows: Range<Int>, _ precedes: (Int, Int) -> Bool) -> Bool {
    rows.dropFirst().allSatisfy { precedes($0 - 1, $0) }
  }
}
