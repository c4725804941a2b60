import CEditShim
import Glibc

/// The signals that reach the prompt, as flags that are looked at where it suits.
package enum TerminalSignals {
  /// Whether Ctrl-C was pressed, or the process was asked to end, since the last prompt.
  ///
  /// A running query polls this and stops. The next prompt clears it. Any thread may ask.
  package static var interruptRequested: Bool {
    (anwen_signals_peek() & (interrupt | terminate)) != 0
  }

  /// The signal (SIGTERM or SIGHUP) that asked the process to end, if one did.
  package static var termination: Int32? {
    let signal = anwen_signals_termination()
    return signal == 0 ? nil : signal
  }

  /// What happened to the terminal or the process.
  struct Events: OptionSet {
    let rawValue: Int32
    static let interrupt = Events(rawValue: TerminalSignals.interrupt)
    static let resize = Events(rawValue: Int32(ANWEN_SIGNAL_RESIZE))
    static let resumption = Events(rawValue: Int32(ANWEN_SIGNAL_CONTINUE))
    static let suspension = Events(rawValue: Int32(ANWEN_SIGNAL_SUSPEND))
  }

  private static let interrupt = Int32(ANWEN_SIGNAL_INTERRUPT)
  private static let terminate = Int32(ANWEN_SIGNAL_TERMINATE)

  /// Installs the handlers, once; returns the descriptor that becomes readable at a signal.
  static func install() -> Int32? {
    let descriptor = anwen_signals_install()
    return descriptor < 0 ? nil : descriptor
  }

  /// Returns what happened since this was last asked. A wish to end is never taken back.
  static func take() -> Events {
    Events(rawValue: anwen_signals_take(~terminate))
  }

  /// Stops the process, and returns when it is continued.
  static func suspend() {
    anwen_signals_catch_suspend(false)
    raise(SIGTSTP)
    anwen_signals_catch_suspend(true)
  }

  /// Stops the whole job, a script that runs the process included, as a terminal does on Ctrl-Z.
  static func suspendGroup() {
    anwen_signals_catch_suspend(false)
    kill(0, SIGTSTP)
    anwen_signals_catch_suspend(true)
  }

  /// Says whether SIGTSTP is an event of the prompt or stops the process at once.
  static func catchSuspension(_ caught: Bool) {
    anwen_signals_catch_suspend(caught)
  }
}
