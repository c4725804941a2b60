import AnwenColumns

/// One step of a running plan: it pulls batches from its inputs and gives batches on.
protocol PhysicalOperator {
  /// The next rows, or nil after the last. No batch is empty.
  mutating func next() throws(EngineError) -> Batch?
}
