import Glibc

/// The calls of the C library that take a path.
///
/// A path with a NUL would be cut there; the callers refuse it.
enum SystemCall {
  /// Returns a descriptor, or −1; a new file gets `mode` less the user's mask.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    // SAFETY: the string lives, NUL-terminated, as long as the call.
    unsafe Glibc.open(path, flags | O_CLOEXEC, mode)
  }

  /// Gives a file a second name; returns 0, or −1.
  static func link(_ path: String, _ newPath: String) -> Int32 {
    // SAFETY: the strings live, NUL-terminated, as long as the call.
    unsafe Glibc.link(path, newPath)
  }

  /// Gives a file another name, which another file may lose; returns 0, or −1.
  static func rename(_ path: String, _ newPath: String) -> Int32 {
    // SAFETY: the strings live, NUL-terminated, as long as the call.
    unsafe Glibc.rename(path, newPath)
  }

  /// Takes a name from a file, if it has it.
  static func unlink(_ path: String) {
    // SAFETY: the string lives, NUL-terminated, as long as the call.
    unsafe _ = Glibc.unlink(path)
  }
}
