/// Where a user's history is kept.
package enum HistoryLocation {
  /// Returns the path of the history, or nil where none is kept.
  ///
  /// `$ANWEN_HISTORY`; else `anwen/history` in `$XDG_STATE_HOME`, if that is an absolute path; else
  /// `~/.local/state/anwen/history`. An empty `$ANWEN_HISTORY` and `/dev/null` keep no history.
  package static func path(_ environment: (String) -> String?) -> String? {
    if let chosen = environment("ANWEN_HISTORY") {
      return chosen.isEmpty || chosen == "/dev/null" ? nil : chosen
    }
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/anwen/history"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/anwen/history"
  }
}
