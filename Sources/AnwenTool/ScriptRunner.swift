import Anwen
import AnwenData
import AnwenDiagnostics
import AnwenOutput

/// Answers the statements of texts, one after the other.
struct ScriptRunner {
  let session: Session
  let output: OutputSettings
  /// The cells of the window that results are fitted to, at the prompt.
  var cellLimit: Int?

  /// Every text is read and bound whole before its first statement runs; the first statement that
  /// fails ends the run.
  func run(_ texts: [SourceText]) throws {
    var sink = AnswerSink(settings: output, cellLimit: cellLimit)
    for text in texts {
      let script = try session.statements(of: text)
      let prepared = try session.prepare(script)
      for query in prepared { try sink.write(try session.run(query)) }
    }
    try sink.finish()
  }

  /// A question on the command line is one statement.
  func runQuestion(_ text: SourceText) throws {
    var sink = AnswerSink(settings: output, cellLimit: cellLimit)
    try sink.write(try session.run(try session.prepare(text)))
    try sink.finish()
  }
}

/// Where answers go: standard output as they come, or a file when all are there.
struct AnswerSink {
  private let settings: OutputSettings
  private let cellLimit: Int?
  private var pending: [UInt8] = []
  private var count = 0

  init(settings: OutputSettings, cellLimit: Int?) {
    self.settings = settings
    self.cellLimit = cellLimit
  }

  /// A check that holds says nothing.
  mutating func write(_ answer: Answer) throws {
    if answer.isCheck { return }
    var bytes: [UInt8] = []
    // Results of human formats and of CSV are set apart by an empty line.
    if count > 0, settings.format != .json { bytes.append(UInt8(ascii: "\n")) }
    answer.write(
      as: settings.format, isRaw: settings.isRaw, cellLimit: cellLimit, to: &bytes)
    count += 1
    if answer.isSample, !settings.format.isHuman {
      StandardError.write(Answer.sampleMark[answer.language] + "\n")
    }
    if settings.file == nil {
      try StandardOutput.write(bytes)
    } else {
      pending += bytes
    }
  }

  func finish() throws {
    guard let path = settings.file else { return }
    try AtomicFileWriter.write(pending.span, to: path, overwriting: settings.replacesFile)
  }
}
