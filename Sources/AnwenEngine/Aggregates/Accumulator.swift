import AnwenColumns
import AnwenPlan
import AnwenTypes

/// Gathers the values of one aggregate, group by group.
///
/// Rows come in the input's order. Groups are numbered from 0, and new ones may come with each call.
protocol Accumulator {
  /// Adds a row for each element of `groups`: its value, and its group, which is less than
  /// `groupCount`.
  ///
  /// - Parameter values: as many; nil where the aggregate has no argument.
  mutating func add(_ values: Column?, groups: [Int32], groupCount: Int) throws(EngineError)

  /// The memory that it holds, about.
  var byteCount: Int { get }

  /// The aggregate of each group, also of those without rows; nothing is added afterwards.
  mutating func finish(groupCount: Int) throws(EngineError) -> Column
}

extension Aggregate {
  /// An empty accumulator of the aggregate.
  func makeAccumulator() -> any Accumulator {
    switch function {
    case .count: CountAccumulator()
    case .countDistinct: DistinctAccumulator()
    case .sum, .avg:
      if argument?.type == .float {
        CollectingAccumulator(function: function, argumentType: .float, type: type)
      } else {
        SumAccumulator(isAverage: function == .avg, type: type)
      }
    case .median, .percentile, .stddev, .list:
      CollectingAccumulator(
        function: function, part: part,
        argumentType: type.isList ? type.element : argument?.type ?? type,
        type: type)
    case .min: PickingAccumulator(.least, type: type)
    case .max: PickingAccumulator(.greatest, type: type)
    case .first: PickingAccumulator(.first, type: type)
    case .last: PickingAccumulator(.last, type: type)
    case .any, .every, .rate: FlagAccumulator(function: function, type: type)
    }
  }
}

extension Array {
  /// Appends `element` until there are `count`.
  mutating func grow(to count: Int, with element: Element) {
    if count > self.count { append(contentsOf: repeatElement(element, count: count - self.count)) }
  }
}
