package import AnwenBinder
package import AnwenData
@_exported public import AnwenDiagnostics
import AnwenEngine
package import AnwenSyntax
@_exported public import AnwenTypes

/// A data set that can be asked questions.
///
/// ```swift
/// let session = try Session(folder: "Examples/dizhuang-2024")
/// print(try session.ask("tasks due this quarter").text(as: .table))
/// ```
///
/// A session keeps the tables that it has read. It is used from one thread at a time; sessions
/// share nothing, so each thread can have its own.
public final class Session {
  package let catalog: Catalog
  package let vocabulary: Vocabulary
  /// The language of messages, or nil where each statement decides.
  package let language: Language?
  package let resolver: PeriodResolver
  var data: DataSet
  /// What statements have named for those that follow; a prompt keeps it from one to the next.
  package var names = ScriptNames()
  /// What each question may use from now on.
  public var limits = Limits()

  /// What a question may use.
  public struct Limits: Sendable {
    /// More rows in an answer are an error.
    public var maxRows: Int?
    /// The bytes that a running question may hold in rows; more are an error that says which part
    /// of it needs them.
    public var maxMemory: Int?
    package var disabledPasses: Set<String> = []
    /// Rows that an operator handles at a time, at least 1; no result depends on it.
    package var batchSize = Engine.defaultBatchSize
    /// Asked now and then, while rows are worked on, whether to stop.
    public var interruption: @Sendable () -> StopReason? = { nil }

    /// No limits.
    public init() {}
  }

  /// Why a running question stops.
  public enum StopReason: Hashable, Sendable {
    /// Whoever asked does not want the answer any more.
    case cancelled
    /// The question took longer than it may.
    case timedOut
  }

  /// Opens the data set of a folder that holds a `model.anw` beside its tables.
  ///
  /// - Parameters:
  ///   - folder: the folder's path.
  ///   - today: the day that “today” means; else the model's `as of`, else the clock's.
  ///   - language: of messages; else that of each query.
  public convenience init(
    folder: String, today: CalendarDate? = nil, language: Language? = nil
  ) throws(SessionError) {
    try self.init(source: FolderSource(folder: folder), today: today, language: language)
  }

  /// Opens a data set whose model and tables are in memory.
  ///
  /// - Parameters:
  ///   - model: the text that would stand in `model.anw`.
  ///   - tables: the tables, by the file names that the model gives them.
  ///   - today: the day that “today” means; else the model's `as of`, else the clock's.
  ///   - language: of messages; else that of each query.
  public convenience init(
    model: String, tables: [String: InputTable], today: CalendarDate? = nil,
    language: Language? = nil
  ) throws(SessionError) {
    var files = tables.mapValues(\.content)
    files["model.anw"] = .text(model)
    try self.init(source: MemorySource(files), today: today, language: language)
  }

  /// - Parameters:
  ///   - openingLanguage: of messages about the model and the names in the data, before there is a
  ///     question whose language could count.
  ///   - isChecked: whether the bodies of the model are known to be right, as those of the
  ///     built-in plan are by a test; the check costs as much as a question.
  ///   - isLenient: whether bad rows are left out and told, and are no errors.
  package init(
    source: any DataSource, today: CalendarDate?, language: Language?,
    openingLanguage: Language = .english, isChecked: Bool = false, isLenient: Bool = false
  ) throws(SessionError) {
    self.language = language
    let language = language ?? openingLanguage
    let catalog = try Session.loadCatalog(from: source, language: language)
    var data = DataSet(source: source, definitions: catalog.tableDefinitions, isLenient: isLenient)
    vocabulary = catalog.vocabulary(
      values: try Session.nameWords(of: catalog, in: &data, language: language))
    self.catalog = catalog
    self.data = data
    resolver = PeriodResolver(
      today: today ?? catalog.asOf ?? LocalDay.today(), calendar: catalog.calendar)
    if !isChecked { try checkBodies(language: language) }
  }

  private func checkBodies(language: Language) throws(SessionError) {
    let check = ModelCheck(catalog: catalog, vocabulary: vocabulary, resolver: resolver)
    let diagnostics = check.diagnostics()
    guard diagnostics.isEmpty else {
      throw SessionError(
        diagnostics, in: catalog.text.source, language: language, status: .unreadableData)
    }
  }

  /// What is wrong with the rows that were left out since this was last asked.
  package func takeRejectedRows() -> [DataError] { data.takeRejectedRows() }

  /// The day that “today” means in this session.
  public var today: CalendarDate { resolver.today }

  private static func loadCatalog(
    from source: any DataSource, language: Language
  ) throws(SessionError) -> Catalog {
    let text: SourceText
    do throws(DataError) {
      text = try source.text(of: "model.anw")
    } catch {
      throw SessionError(error, language: language)
    }
    let (catalog, diagnostics) = Catalog.read(text, warnsOfWords: false)
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw SessionError(
        errors, in: text, language: language, status: .unreadableData)
    }
    return catalog
  }
}
