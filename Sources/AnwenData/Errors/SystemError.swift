package import AnwenDiagnostics
import Glibc

/// What an operating-system call failed with.
package struct SystemError: Hashable, Sendable {
  /// The value of `errno`.
  let errorNumber: Int32

  package init(_ errorNumber: Int32) { self.errorNumber = errorNumber }
}

extension SystemError {
  /// The reason in words; those of `strerror` exist in one language only.
  package var message: LocalizedText {
    switch errorNumber {
    case ENOENT: LocalizedText(english: "no such file or folder", chinese: "没有这个文件或文件夹")
    case EACCES, EPERM: LocalizedText(english: "permission denied", chinese: "没有权限")
    case ENOTDIR:
      LocalizedText(english: "a part of the path is not a folder", chinese: "路径中有一段不是文件夹")
    case EISDIR: LocalizedText(english: "is a folder", chinese: "这是文件夹")
    case ENAMETOOLONG: LocalizedText(english: "the name is too long", chinese: "名称太长")
    case ELOOP: LocalizedText(english: "too many symbolic links", chinese: "符号链接层数太多")
    case EMFILE, ENFILE: LocalizedText(english: "too many open files", chinese: "打开的文件太多")
    case ENOSPC: LocalizedText(english: "the disk is full", chinese: "磁盘已满")
    case EDQUOT: LocalizedText(english: "the disk quota is used up", chinese: "磁盘配额已用完")
    case EFBIG: LocalizedText(english: "the file is too large", chinese: "文件太大")
    case EROFS: LocalizedText(english: "the disk is read-only", chinese: "磁盘只读")
    case EIO: LocalizedText(english: "input or output error", chinese: "读写出错")
    case EXDEV: LocalizedText(english: "is on another disk", chinese: "不在同一磁盘")
    case ENOMEM: LocalizedText(english: "out of memory", chinese: "内存不足")
    case EINVAL: LocalizedText(english: "not supported here", chinese: "此处不支持")
    default:
      LocalizedText(
        english: "system error \(errorNumber)", chinese: "系统错误 \(errorNumber)")
    }
  }
}
