import AnwenColumns

/// Carries out `LogicalPlan.Union`: hands on the batches of the first input, then the second's.
struct UnionOperator: PhysicalOperator {
  private var first: any PhysicalOperator
  private var second: any PhysicalOperator
  private var isFirstDone = false

  init(first: any PhysicalOperator, second: any PhysicalOperator) {
    self.first = first
    self.second = second
  }

  mutating func next() throws(EngineError) -> Batch? {
    if !isFirstDone {
      if let batch = try first.next() { return batch }
      isFirstDone = true
    }
    return try second.next()
  }
}
