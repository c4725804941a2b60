import AnwenData
import Glibc
import Testing

@Suite("Files")
struct FileTests {
  /// Runs `body` with the path of a new folder, which is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/anwen-test-XXXXXX".utf8CString)
    // SAFETY: the template is a NUL-terminated buffer that `mkdtemp` overwrites in place.
    try unsafe template.withUnsafeMutableBufferPointer { buffer in
      let start = unsafe try #require(buffer.baseAddress)
      try #require(unsafe mkdtemp(start) != nil)
    }
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
      for name in ["a.csv", "sub/b.csv", "link", "pipe"] { unsafe _ = unlink("\(folder)/\(name)") }
      unsafe _ = rmdir("\(folder)/sub")
      // Fails, and leaves a trace, if a test forgot a file.
      #expect(unsafe rmdir(folder) == 0)
    }
    try body(folder)
  }

  private func write(_ text: String, to path: String, overwriting: Bool = false) throws(DataError) {
    try AtomicFileWriter.write(text.utf8Span.span, to: path, overwriting: overwriting)
  }

  private func read(_ path: String) throws(DataError) -> String {
    String(decoding: try FileReader.read(path), as: UTF8.self)
  }

  @Test func whatIsWrittenIsRead() throws {
    try withFolder { folder in
      try write("甲,乙\n", to: "\(folder)/a.csv")
      #expect(try read("\(folder)/a.csv") == "甲,乙\n")
    }
  }

  @Test func aFileIsReplacedOnlyOnRequestAndKeepsItsMode() throws {
    try withFolder { folder in
      let path = "\(folder)/a.csv"
      try write("old", to: path)
      unsafe _ = chmod(path, 0o640)
      let error = #expect(throws: DataError.self) { try write("new", to: path) }
      #expect(error?.kind == .file(.alreadyExists))
      #expect(try read(path) == "old")
      try write("new", to: path, overwriting: true)
      #expect(try read(path) == "new")
      var status = stat()
      unsafe _ = stat(path, &status)
      #expect(status.st_mode & 0o777 == 0o640)
    }
  }

  @Test func onlyRegularFilesAreReadAndReplaced() throws {
    try withFolder { folder in
      unsafe _ = mkfifo("\(folder)/pipe", 0o600)
      unsafe _ = symlink("a.csv", "\(folder)/link")
      let cases: [(String, DataError.Kind)] = [
        (folder, .file(.isDirectory)), ("\(folder)/pipe", .file(.notRegularFile)),
        ("/dev/null", .file(.notRegularFile)),
      ]
      for (path, kind) in cases {
        let readError = #expect(throws: DataError.self) { try read(path) }
        #expect(readError?.kind == kind)
        let writeError = #expect(throws: DataError.self) {
          try write("x", to: path, overwriting: true)
        }
        #expect(writeError?.kind == kind)
      }
      let error = #expect(throws: DataError.self) {
        try write("x", to: "\(folder)/link", overwriting: true)
      }
      #expect(error?.kind == .file(.notRegularFile))
    }
  }

  @Test func aFileThatIsNotThereIsAnError() throws {
    try withFolder { folder in
      let readError = #expect(throws: DataError.self) { try read("\(folder)/a.csv") }
      #expect(readError?.kind == .file(.cannotOpen(SystemError(ENOENT))))
      #expect(readError?.reason.chinese == "无法打开：没有这个文件或文件夹")
      let writeError = #expect(throws: DataError.self) { try write("x", to: "\(folder)/none/a") }
      #expect(writeError?.kind == .file(.cannotWrite(SystemError(ENOENT))))
    }
  }

  @Test func aFileAboveTheLimitIsRefused() throws {
    try withFolder { folder in
      try write("12345", to: "\(folder)/a.csv")
      #expect(try FileReader.read("\(folder)/a.csv", byteLimit: 5).count == 5)
      let error = #expect(throws: DataError.self) {
        try FileReader.read("\(folder)/a.csv", byteLimit: 4)
      }
      #expect(error?.kind == .file(.tooLarge(byteCount: 5, limit: 4)))
    }
  }

  @Test func aNulEndsNoPath() {
    let readError = #expect(throws: DataError.self) { try read("/dev/null\0x") }
    #expect(readError?.kind == .file(.unsafeName))
    let writeError = #expect(throws: DataError.self) { try write("x", to: "/tmp\0x") }
    #expect(writeError?.kind == .file(.unsafeName))
  }

  @Test func aFolderGivesFilesInsideItOnly() throws {
    try withFolder { folder in
      unsafe _ = mkdir("\(folder)/sub", 0o700)
      try write("a\n", to: "\(folder)/a.csv")
      try write("b\n", to: "\(folder)/sub/b.csv")
      let source = FolderSource(folder: folder)
      #expect(try source.text(of: "a.csv").text == "a\n")
      #expect(try source.text(of: "sub/b.csv").text == "b\n")
      #expect(source.path(of: "a.csv") == "\(folder)/a.csv")
      for name in ["../a.csv", "sub/../a.csv", "/etc/passwd", "", "a.csv\0", "sub/"] {
        let error = #expect(throws: DataError.self) { try source.text(of: name) }
        #expect(error?.kind == .file(.unsafeName))
      }
    }
  }
}
