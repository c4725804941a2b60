import Anwen
import AnwenData
import AnwenDiagnostics
import AnwenOutput
import AnwenSyntax

/// The folder of a script: it may include files of this folder and write files to it, and no others.
///
/// Paths are relative to the file in which they stand. Neither `..` nor a link leads out of the
/// folder.
struct ScriptFolder: ScriptFiles {
  private let root: [Substring]
  private let rootPath: String
  /// Whether no file may be touched at all.
  private let isSafe: Bool

  /// - Parameter script: the path of the script; nil for what was typed, whose folder is the
  ///   working directory.
  init(of script: String?, isSafe: Bool) {
    let folder = script.map(ScriptFolder.folder) ?? "."
    root = ScriptFolder.normalized(folder)
    rootPath = folder
    self.isSafe = isSafe
  }

  func read(_ path: String, includedBy includer: String?) throws(ScriptFileError) -> SourceText {
    let file = try place(path, in: includer)
    do throws(DataError) {
      return try ScriptFile.read(file)
    } catch {
      throw .unreadable(error)
    }
  }

  func destination(
    _ path: String, writtenBy writer: String?
  ) throws(ScriptFileError) -> String {
    let file = try place(path, in: writer)
    guard OutputFormat(fileName: file) != nil else {
      let known = OutputFormat.endings.map { "." + $0.ending }
      throw .refused(.unknownExtension(path, known: known))
    }
    return file
  }

  /// The path as the system takes it.
  private func place(_ path: String, in file: String?) throws(ScriptFileError) -> String {
    if isSafe { throw .refused(.notSafe(path)) }
    guard !path.hasPrefix("/"), !path.utf8.contains(0), !path.isEmpty else {
      throw .refused(.outsideRoot(path))
    }
    let folder = file.map(ScriptFolder.folder) ?? "."
    let parts = ScriptFolder.normalized(folder + "/" + path)
    guard parts.count > root.count, Array(parts.prefix(root.count)) == root else {
      throw .refused(.outsideRoot(path))
    }
    let whole = (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    guard leadsInside(whole) else { throw .refused(.outsideRoot(path)) }
    return whole
  }

  /// Whether the links on the way lead to nothing outside; a file that is not there yet is where
  /// its folder is.
  private func leadsInside(_ path: String) -> Bool {
    guard let real = Folder.realPath(path) ?? Folder.realPath(ScriptFolder.folder(of: path)),
      let realRoot = Folder.realPath(rootPath)
    else { return true }
    return real == realRoot || real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/")
  }

  /// The folder of a file.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The steps of a path without `.` and with `..` only at its head.
  private static func normalized(_ path: String) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}
