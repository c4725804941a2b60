package import AnwenDiagnostics

/// Why a history could not be read or kept; each costs a warning and nothing more.
package enum HistoryProblem: Error, Hashable, Sendable {
  /// The system refused an action on the file; the reason is the system's wording.
  case failed(path: String, reason: String)
  /// The path names a folder or a device.
  case notAFile(path: String)
  case tooLarge(path: String)
  /// Some lines are not history; they are dropped, and the file is set aside under another name.
  case broken(path: String, lineCount: Int, setAsideAs: String)

  package var message: LocalizedText {
    switch self {
    case .failed(let path, let reason):
      LocalizedText(
        english: "the history \(path) is not kept: \(reason)",
        chinese: "历史记录 \(path) 无法保存：\(reason)")
    case .notAFile(let path):
      LocalizedText(
        english: "the history is not kept: \(path) is not a regular file",
        chinese: "历史记录无法保存：\(path) 不是普通文件")
    case .tooLarge(let path):
      LocalizedText(
        english: "the history \(path) is not used: it is larger than 64 MB",
        chinese: "历史记录 \(path) 未被采用：文件超过 64 MB")
    case .broken(let path, let lineCount, let setAsideAs):
      LocalizedText(
        english: "the history \(path) is damaged; lines left out: \(lineCount); "
          + "the next statement moves it to \(setAsideAs)",
        chinese: "历史记录 \(path) 已损坏：略去 \(lineCount) 行；"
          + "下一条语句运行时，原文件改名为 \(setAsideAs)")
    }
  }
}
