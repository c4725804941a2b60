import AnwenColumns
package import AnwenDiagnostics

/// What of a query holds rows, as the error about too much memory names it.
package enum MemoryHolder: Hashable, Sendable {
  case sorting, grouping, joining, windows, result

  package var name: LocalizedText {
    switch self {
    case .sorting: LocalizedText(english: "sorting", chinese: "排序")
    case .grouping: LocalizedText(english: "grouping", chinese: "分组统计")
    case .joining: LocalizedText(english: "joining", chinese: "关联")
    case .windows: LocalizedText(english: "comparing rows with each other", chinese: "行间计算")
    case .result: LocalizedText(english: "the result", chinese: "查询结果")
    }
  }
}

/// How much memory the operators of one run hold, against what they may.
///
/// It counts the buffers that grow with the number of rows, once per batch, and the texts of each
/// dictionary once; what a single batch needs on its way is not counted. Without a limit it counts
/// nothing. Used by one run, from one thread.
final class MemoryAccount {
  private let limit: Int?
  private var heldByteCount = 0
  /// Held, so that no other takes the place of one that was counted.
  private var dictionaries: [ObjectIdentifier: TextDictionary] = [:]

  /// - Parameter limit: bytes; nil for none.
  init(limit: Int?) { self.limit = limit }

  var isLimited: Bool { limit != nil }

  /// Adds what an operator holds from now on.
  ///
  /// - Returns: the bytes added, for ``release(_:)``.
  @discardableResult
  func hold(_ batch: Batch, for holder: MemoryHolder) throws(EngineError) -> Int {
    if limit == nil { return 0 }
    var bytes = 0
    for column in batch.columns { bytes += byteCount(of: column) }
    try hold(bytes, for: holder)
    return bytes
  }

  /// Adds bytes, fewer than none where an operator has come to hold less.
  func hold(_ byteCount: Int, for holder: MemoryHolder) throws(EngineError) {
    guard let limit else { return }
    heldByteCount += byteCount
    if heldByteCount > limit { throw .tooMuchMemory(limit: limit, holder) }
  }

  func release(_ byteCount: Int) { heldByteCount -= byteCount }

  private func byteCount(of column: Column) -> Int {
    if let dictionary = column.dictionary {
      let id = ObjectIdentifier(dictionary)
      if dictionaries.updateValue(dictionary, forKey: id) == nil {
        heldByteCount += dictionary.byteCount
      }
    }
    return column.byteCount
  }
}

/// What one operator holds, where it is known only in all and changes from batch to batch.
struct HeldMemory {
  private let holder: MemoryHolder
  private var byteCount = 0

  init(for holder: MemoryHolder) { self.holder = holder }

  mutating func update(
    _ newByteCount: @autoclosure () -> Int, in memory: MemoryAccount
  ) throws(EngineError) {
    guard memory.isLimited else { return }
    let newByteCount = newByteCount()
    try memory.hold(newByteCount - byteCount, for: holder)
    byteCount = newByteCount
  }
}
