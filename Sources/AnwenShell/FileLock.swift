import Glibc

/// A lock on a file that other sessions replace by renaming, held for as long as one save takes.
///
/// It is advice: whoever cannot get it in a tenth of a second goes on without, so that a stopped
/// process blocks no other.
struct FileLock {
  private let descriptor: CInt

  private static let attemptCount = 50
  private static let pauseMilliseconds: CInt = 2

  /// Locks the file, which is created with mode 0600 where it does not exist.
  init?(path: String) {
    for _ in 0..<Self.attemptCount {
      let descriptor = SystemCalls.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { return nil }
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      // Another session may have put a new file under the name just before.
      if isLocked, let locked = SystemCalls.status(of: descriptor),
        let named = SystemCalls.status(of: path), locked.number == named.number,
        locked.device == named.device
      {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
      SystemCalls.wait(for: [], timeoutMilliseconds: Self.pauseMilliseconds)
    }
    return nil
  }

  /// Lets the next session have the file.
  func release() {
    close(descriptor)
  }
}
