import Anwen
import AnwenData
import AnwenDiagnostics
import AnwenOutput

/// Where answers go: standard output as they come, a file when all are there, or the file that a
/// query names.
struct AnswerSink {
  private let settings: OutputSettings
  /// Whether nothing is said beside the answers.
  private let isQuiet: Bool
  /// Whether each answer says how its question was read.
  private let hasFootnotes: Bool
  private let cellLimit: Int?
  private var pending: [UInt8] = []
  private var count = 0

  init(settings: OutputSettings, isQuiet: Bool, hasFootnotes: Bool, cellLimit: Int?) {
    self.settings = settings
    self.isQuiet = isQuiet
    self.hasFootnotes = hasFootnotes
    self.cellLimit = cellLimit
  }

  /// A title or note by itself, which machine formats have no place for.
  mutating func write(_ text: String, isTitle: Bool) throws {
    guard settings.format.isHuman else { return }
    var bytes = separator
    settings.format.write(text, isTitle: isTitle, to: &bytes)
    try put(bytes)
  }

  /// A check that holds says nothing.
  mutating func write(
    _ answer: Answer, to query: Session.PreparedQuery, title: String?, notes: [String],
    in session: Session
  ) throws {
    if answer.isCheck { return }
    let footnotes = hasFootnotes ? [session.sentence(of: query)] : []
    if let path = query.destination, let format = OutputFormat(fileName: path) {
      var bytes: [UInt8] = []
      answer.write(
        as: format, isRaw: settings.isRaw, title: title, notes: notes + footnotes, to: &bytes)
      try AtomicFileWriter.write(bytes.span, to: path, overwriting: settings.replacesFile)
      sayWritten(path, answer)
      sayRemarks(on: answer, as: format)
      return
    }
    var bytes = separator
    answer.write(
      as: settings.format, isRaw: settings.isRaw, cellLimit: cellLimit, title: title,
      notes: notes + footnotes, to: &bytes)
    sayRemarks(on: answer, as: settings.format)
    try put(bytes)
  }

  func finish() throws {
    guard let path = settings.file else { return }
    try AtomicFileWriter.write(pending.span, to: path, overwriting: settings.replacesFile)
  }

  /// Results are set apart where the format does not tell one from the next.
  private var separator: [UInt8] { count > 0 ? Array(settings.format.separator.utf8) : [] }

  private mutating func put(_ bytes: [UInt8]) throws {
    count += 1
    if settings.file == nil {
      try StandardOutput.write(bytes)
    } else {
      pending += bytes
    }
  }

  /// Machine formats have no place for what stands below a table.
  private func sayRemarks(on answer: Answer, as format: OutputFormat) {
    guard !format.isHuman, !isQuiet else { return }
    if let remark = answer.remark { StandardError.write(VisibleText.of(remark) + "\n") }
    if answer.isSample { StandardError.write(Answer.sampleMark[answer.language] + "\n") }
  }

  private func sayWritten(_ path: String, _ answer: Answer) {
    guard !isQuiet else { return }
    let name = VisibleText.of(path)
    let message = LocalizedText(
      english: "\(name): \(answer.count == 1 ? "1 row" : "\(answer.count) rows")",
      chinese: "已写入 \(name)（\(answer.count) 行）")
    StandardError.write(message[answer.language] + "\n")
  }
}
