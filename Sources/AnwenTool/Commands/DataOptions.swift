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

  @Flag(help: "Leave out rows of the data that cannot be read, and tell each.")
  var lenient = false

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

  /// - Parameter question: what will be asked, whose script is a guess at the language of
  ///   messages about the data itself.
  func open(for question: String = "") throws(SessionError) -> Session {
    try DataSettings(
      folder: data, today: today, language: language, isLenient: lenient
    ).open(for: question)
  }
}

/// Which data is asked, and as of when; by default the built-in plan as of its own day.
struct DataSettings {
  var folder: String?
  var today: CalendarDate?
  /// Nil where each statement decides.
  var language: Language?

  /// Whether rows that cannot be read are left out.
  var isLenient = false

  func open(for question: String) throws(SessionError) -> Session {
    let opening = Self.language(of: question)
    guard let folder else {
      return try Session(
        source: BuiltInSource(), today: today, language: language, openingLanguage: opening,
        isChecked: true)
    }
    return try Session(
      source: FolderSource(folder: folder), today: today, language: language,
      openingLanguage: opening, isLenient: isLenient)
  }

  /// Chinese where the first letter is none of the Latin ones.
  private static func language(of question: String) -> Language {
    let letter = question.unicodeScalars.first { $0.properties.isAlphabetic }
    return letter.map { $0.value >= 0x2e80 } == true ? .chinese : .english
  }
}
