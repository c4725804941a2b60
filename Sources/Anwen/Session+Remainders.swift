import AnwenBinder
import AnwenDiagnostics
import AnwenPlan
import AnwenTypes

extension Session {
  /// Says which rows the figures of an answer leave out, and how many; nil where they take in all.
  func remark(on prepared: PreparedQuery) throws(SessionError) -> String? {
    var parts: [String] = []
    for remainder in prepared.query.remainders {
      let counted = try carryOut(optimized(remainder.plan), of: prepared)
      guard case .int(let count)? = counted.first(where: { $0.rowCount > 0 })?.columns[0][0],
        count > 0
      else { continue }
      let part = LocalizedText(
        english: "\(remainder.words.english) (\(count))",
        chinese: "\(remainder.words.chinese)（\(count)）")
      parts.append(part[prepared.language])
    }
    guard !parts.isEmpty else { return nil }
    let remark = LocalizedText(
      english: "Not counted above: " + parts.joined(separator: "; "),
      chinese: "以上未计入：" + parts.joined(separator: "；"))
    return remark[prepared.language]
  }
}
