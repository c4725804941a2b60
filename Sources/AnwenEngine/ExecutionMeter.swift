import AnwenColumns

/// Counts the rows that each operator of a run hands on, and the time that it takes itself.
///
/// A node's place is where it stands in the plan's text: first the node, then its inputs in order.
package final class ExecutionMeter {
  package struct Reading: Sendable {
    package var rowCount = 0
    package var time = Duration.zero
  }

  package private(set) var readings: [Reading] = []
  /// When the operators that are at work were entered, the outermost first.
  private var open: [(place: Int, since: ContinuousClock.Instant)] = []

  package init() {}

  /// Gives the next node of the plan its place.
  func addNode() -> Int {
    readings.append(Reading())
    return readings.count - 1
  }

  /// The work of one operator; what its inputs do meanwhile is theirs.
  func measure<Result>(
    _ place: Int, _ work: () throws(EngineError) -> Result
  ) throws(EngineError) -> Result {
    let now = ContinuousClock.now
    if let outer = open.last { readings[outer.place].time += now - outer.since }
    open.append((place, now))
    defer {
      let end = ContinuousClock.now
      if let own = open.popLast() { readings[own.place].time += end - own.since }
      if !open.isEmpty { open[open.count - 1].since = end }
    }
    return try work()
  }

  func count(_ rows: Int, at place: Int) { readings[place].rowCount += rows }
}

/// An operator whose rows and time are counted.
struct MeteredOperator: PhysicalOperator {
  private var inner: any PhysicalOperator
  private let meter: ExecutionMeter
  private let place: Int

  init(_ inner: any PhysicalOperator, _ meter: ExecutionMeter, place: Int) {
    self.inner = inner
    self.meter = meter
    self.place = place
  }

  mutating func next() throws(EngineError) -> Batch? {
    var inner = inner
    let batch = try meter.measure(place) { () throws(EngineError) in try inner.next() }
    self.inner = inner
    if let batch { meter.count(batch.rowCount, at: place) }
    return batch
  }
}
