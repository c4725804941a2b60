import Glibc

/// Runs a program found on the path and returns its exit status and what it wrote to its output.
///
/// A program that does not exist gives the shell's status 127; its errors are dropped.
@discardableResult
package func runCommand(_ arguments: [String]) -> (status: Int32, output: String) {
  let line = arguments.map(shellQuoted).joined(separator: " ") + " 2>/dev/null"
  // SAFETY: both strings are terminated copies; the stream is used only here and closed once.
  guard let stream = unsafe popen(line, "re") else { return (-1, "") }
  var output: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 14)
  while true {
    // SAFETY: at most `piece.count` bytes are written into `piece`.
    let count = unsafe fread(&piece, 1, piece.count, stream)
    if count == 0 { break }
    output += piece[..<count]
  }
  let status = unsafe pclose(stream)
  return (status >> 8 & 0xFF, String(decoding: output, as: UTF8.self))
}

/// Returns a word as a shell takes it literally.
package func shellQuoted(_ word: String) -> String {
  let parts = word.split(separator: "'", omittingEmptySubsequences: false)
  return "'" + parts.joined(separator: "'\\''") + "'"
}

/// Returns the path of an executable that was built beside the running tests.
///
/// The test target must depend on the executable's target, so that it is built first.
package func builtProduct(_ name: String) -> String {
  let own = runCommand(["readlink", "/proc/\(getpid())/exe"]).output
  let folder = own.split(separator: "/").dropLast().joined(separator: "/")
  return "/\(folder)/\(name)"
}

/// A folder of its own for one test, removed at the end.
package final class TemporaryFolder {
  package let path: String

  package init() {
    path = String(runCommand(["mktemp", "-d"]).output.prefix { $0 != "\n" })
  }

  deinit {
    if !path.isEmpty { runCommand(["rm", "-rf", path]) }
  }
}
