/// What a program has done: the streams apart, and how it ended.
package struct ProgramRun: Sendable {
  /// The exit status; 128 and more after a signal.
  package let status: Int32
  package let output: [UInt8]
  package let errorOutput: [UInt8]

  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errorOutput, as: UTF8.self) }
  package var lines: [String] { text.split(separator: "\n").map(String.init) }
  package var errorLines: [String] { errorText.split(separator: "\n").map(String.init) }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - input: its standard input; empty if nothing else is said.
  ///   - environment: variables set for it; those of the locale are else unset.
  ///   - folder: where it runs.
  package init(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    folder: String? = nil
  ) throws {
    try self.init(
      line: arguments.map(shellQuoted).joined(separator: " "), input: input,
      environment: environment, folder: folder)
  }

  /// Runs a line of the shell, for pipes and redirections.
  package init(
    line: String, input: [UInt8] = [], environment: [String: String] = [:], folder: String? = nil
  ) throws {
    let scratch = TemporaryFolder()
    try writeFile(input, to: scratch.path + "/input")
    let settings = environment.sorted { $0.key < $1.key }.map {
      shellQuoted("\($0.key)=\($0.value)")
    }
    let unset = ["LANG", "LC_ALL", "LC_CTYPE"].map { "-u \($0)" }
    let shell = (["env"] + unset + settings + ["bash", "-c", shellQuoted(line)])
      .joined(separator: " ")
    let script = """
      cd \(shellQuoted(folder ?? scratch.path)) || exit 126
      at=\(shellQuoted(scratch.path)); \(shell) <"$at/input" >"$at/output" 2>"$at/errors"
      """
    status = runCommand(["bash", "-c", script]).status
    output = try fileBytes(scratch.path + "/output")
    errorOutput = try fileBytes(scratch.path + "/errors")
  }
}
