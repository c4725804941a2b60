/// How scripts and questions run.
struct ScriptSettings {
  /// Values of parameters, by their names.
  var arguments: [String: String] = [:]
  /// Whether scripts may touch no file.
  var isSafe = false
  /// Whether a statement that fails does not end the run.
  var keepsGoing = false
  /// Whether each answer says how its question was read.
  var hasFootnotes = false
  /// Whether nothing is said beside answers and errors.
  var isQuiet = false
}
