import AnwenTestSupport

/// The built tool.
let anwenPath = builtProduct("anwen")

/// Runs the tool with some arguments.
func anwen(
  _ arguments: String..., input: String = "", environment: [String: String] = [:],
  folder: String? = nil
) throws -> ProgramRun {
  try ProgramRun(
    [anwenPath] + arguments, input: Array(input.utf8), environment: environment, folder: folder)
}

/// Runs a line of the shell in which `anwen` is the tool.
func shell(_ line: String, environment: [String: String] = [:]) throws -> ProgramRun {
  try ProgramRun(
    line: "anwen() { \(shellQuoted(anwenPath)) \"$@\"; }; \(line)", environment: environment)
}

extension ProgramRun {
  /// Whether it failed as a tool should: one diagnostic with a code on standard error, and nothing
  /// on standard output that could be taken for an answer.
  var isCleanFailure: Bool {
    let headings = errorLines.filter { $0.contains("error E") || $0.contains("错误 E") }
    return status != 0 && output.isEmpty && headings.count == 1
  }
}
