import Anwen
import AnwenBuiltIn
import AnwenData
import AnwenDiagnostics
import AnwenTypes
import ArgumentParser

/// Which data is asked, and as of when.
struct DataOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A folder with a model.anw beside its tables; else the built-in plan.", valueName: "folder"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The day that “today” means, such as 2024-11-15; else the day that the data are of.",
      valueName: "date"),
    transform: { text in
      guard let day = CalendarDate(text) else {
        throw ValidationError("'\(text)' is no day; write one such as 2024-11-15")
      }
      return day
    })
  var today: CalendarDate?

  @Option(help: "The language of messages and headings; auto is that of each question.")
  var lang = LanguageChoice.auto

  enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
    case zh
    case en
    case auto
  }

  /// Nil where each statement decides.
  var language: Language? {
    switch lang {
    case .zh: .chinese
    case .en: .english
    case .auto: nil
    }
  }

  func open() throws(SessionError) -> Session {
    try DataSettings(folder: data, today: today, language: language).open()
  }
}

/// Which data is asked, and as of when; by default the built-in plan as of its own day.
struct DataSettings {
  var folder: String?
  var today: CalendarDate?
  /// Nil where each statement decides.
  var language: Language?

  func open() throws(SessionError) -> Session {
    guard let folder else {
      return try Session(
        source: BuiltInSource(), today: today, language: language, isChecked: true)
    }
    return try Session(source: FolderSource(folder: folder), today: today, language: language)
  }
}
