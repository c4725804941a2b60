import AnwenShell
import AnwenTestSupport
import Testing

@Suite("History file")
struct HistoryFileTests {
  private let folder = TemporaryFolder()

  private var file: HistoryFile { HistoryFile(path: folder.path + "/a/b/history") }

  /// The statements that are in the file now.
  private func entries() throws -> [String] { try file.load().entries }

  /// Writes a file as no session would.
  private func write(_ text: String, _ name: String) {
    runCommand(["sh", "-c", "printf '%s' \(shellQuoted(text)) > \(shellQuoted(name))"])
  }

  @Test func missingFileIsEmptyAndIsMadeForItsOwnerAlone() throws {
    #expect(try entries() == [])
    try file.save(adding: ["任务\n| 取 3", "二"])
    #expect(try entries() == ["任务\n| 取 3", "二"])
    let modes = runCommand(
      ["stat", "-c", "%a", folder.path + "/a", folder.path + "/a/b", file.path])
    #expect(modes.output == "700\n700\n600\n")
    #expect(runCommand(["ls", "-A", folder.path + "/a/b"]).output == "history\n")
  }

  @Test func sessionsAddToEachOther() throws {
    try file.save(adding: ["共"])
    // Two sessions that both began with 共.
    try file.save(adding: ["甲"])
    try file.save(adding: ["乙"])
    try file.save(adding: ["共"])
    #expect(try entries() == ["甲", "乙", "共"])
  }

  @Test func manySavesAtOnceLoseNothing() async throws {
    try file.save(adding: ["始"])
    let path = file.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { try HistoryFile(path: path).save(adding: ["第\(number)条"]) }
      }
      try await group.waitForAll()
    }
    #expect(Set(try entries()) == Set(["始"] + (0..<8).map { "第\($0)条" }))
  }

  @Test func damagedFileIsSetAside() throws {
    try file.save(adding: ["好"])
    write("好\n坏\\q\n", file.path)
    let (read, damage) = try file.load()
    #expect(read == ["好"])
    let aside = file.path + ".damaged"
    #expect(damage == .broken(path: file.path, lineCount: 1, setAsideAs: aside))
    try file.save(adding: ["新"])
    #expect(try entries() == ["好", "新"])
    #expect(runCommand(["cat", aside]).output == "好\n坏\\q\n")
  }

  @Test func linkStaysALink() throws {
    let link = HistoryFile(path: folder.path + "/link")
    try file.save(adding: ["一"])
    runCommand(["ln", "-s", file.path, link.path])
    try link.save(adding: ["二"])
    #expect(try entries() == ["一", "二"])
    #expect(runCommand(["test", "-L", link.path]).status == 0)
  }

  @Test func whatIsNoFileIsLeftAlone() {
    let problem = HistoryProblem.notAFile(path: folder.path)
    #expect(throws: problem) { try HistoryFile(path: folder.path).load() }
    #expect(throws: problem) { try HistoryFile(path: folder.path).save(adding: ["一"]) }
    #expect(throws: HistoryProblem.notAFile(path: "/dev/zero")) {
      try HistoryFile(path: "/dev/zero").save(adding: ["一"])
    }
    #expect(runCommand(["test", "-c", "/dev/zero"]).status == 0)
  }

  @Test func folderThatCannotBeMadeIsAProblem() {
    #expect(throws: HistoryProblem.self) {
      try HistoryFile(path: "/proc/none/history").save(adding: ["一"])
    }
  }
}
