import CEditShim
import Glibc

/// The terminal on descriptors 0 and 1.
package enum Terminal {
  /// The columns and rows of a window.
  package struct Size: Hashable, Sendable {
    package let columns: Int
    package let rows: Int

    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Whether both standard input and standard output are terminals.
  ///
  /// Asking touches nothing: a program that reads a script never meets the line editor.
  package static var isInteractive: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// The window's size; 80 by 24 where it is not known.
  package static var size: Size {
    let size = anwen_terminal_size()
    return Size(columns: Int(size.columns), rows: Int(size.rows))
  }

  /// Writes a text whole; what a vanished terminal does not take is dropped.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = SystemCalls.write(STDOUT_FILENO, bytes, from: written)
      if count > 0 {
        written += count
      } else if errno == EAGAIN {
        SystemCalls.wait(for: [(STDOUT_FILENO, POLLOUT)], timeoutMilliseconds: -1)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// What reading from the terminal brought.
  enum Input {
    case bytes(ArraySlice<UInt8>)
    case nothing
    case end
  }

  /// Waits until there is input, `wakeDescriptor` is readable, or the time is over; reads the input.
  ///
  /// - Parameter timeoutMilliseconds: -1 waits for ever.
  static func read(wakeDescriptor: CInt, timeoutMilliseconds: CInt) -> Input {
    let ready = SystemCalls.wait(
      for: [(STDIN_FILENO, POLLIN), (wakeDescriptor, POLLIN)],
      timeoutMilliseconds: timeoutMilliseconds)
    guard ready[0] else { return .nothing }
    guard let bytes = SystemCalls.read(STDIN_FILENO) else {
      return errno == EINTR || errno == EAGAIN ? .nothing : .end
    }
    return bytes.isEmpty ? .end : .bytes(bytes)
  }
}
