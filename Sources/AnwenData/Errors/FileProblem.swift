package import AnwenDiagnostics

/// Why a file could not be read or written as a whole.
package enum FileProblem: Hashable, Sendable {
  case cannotOpen(SystemError)
  case isDirectory
  case notRegularFile
  case tooLarge(byteCount: Int, limit: Int)
  case cannotRead(SystemError)
  /// The file's size or time changed between opening and the last byte.
  case changedWhileRead
  /// The data set has no such file; `nearest` is a similar name that it has.
  case noSuchFile(nearest: String?)
  /// The name is empty, absolute, climbs out of the folder or holds a NUL.
  case unsafeName
  /// There is a file already, and it was not said that it may be replaced.
  case alreadyExists
  case cannotWrite(SystemError)

  package var code: String {
    switch self {
    case .cannotOpen: "E0401"
    case .isDirectory: "E0402"
    case .notRegularFile: "E0403"
    case .tooLarge: "E0404"
    case .cannotRead: "E0405"
    case .changedWhileRead: "E0406"
    case .noSuchFile: "E0407"
    case .unsafeName: "E0408"
    case .alreadyExists: "E0409"
    case .cannotWrite: "E0410"
    }
  }

  package var reason: LocalizedText {
    switch self {
    case .cannotOpen(let error):
      LocalizedText(
        english: "cannot be opened: \(error.message.english)",
        chinese: "无法打开：\(error.message.chinese)")
    case .isDirectory:
      LocalizedText(english: "is a folder, not a file", chinese: "这是文件夹，不是文件")
    case .notRegularFile:
      LocalizedText(english: "is not a regular file", chinese: "不是普通文件")
    case .tooLarge(let byteCount, let limit):
      LocalizedText(
        english: "the file has \(byteCount) bytes; the limit is \(limit)",
        chinese: "文件有 \(byteCount) 字节，上限是 \(limit)")
    case .cannotRead(let error):
      LocalizedText(
        english: "cannot be read: \(error.message.english)",
        chinese: "无法读取：\(error.message.chinese)")
    case .changedWhileRead:
      LocalizedText(english: "the file changed while it was read", chinese: "读取过程中文件发生了变化")
    case .noSuchFile:
      LocalizedText(english: "the data set has no such file", chinese: "数据集中没有这个文件")
    case .unsafeName:
      LocalizedText(
        english: "the name must lead to a file inside the folder", chinese: "文件名必须指向文件夹内的文件")
    case .alreadyExists:
      LocalizedText(
        english: "the file exists already; --force replaces it", chinese: "文件已存在，加 --force 才会覆盖")
    case .cannotWrite(let error):
      LocalizedText(
        english: "cannot be written: \(error.message.english)",
        chinese: "无法写入：\(error.message.chinese)")
    }
  }
}
