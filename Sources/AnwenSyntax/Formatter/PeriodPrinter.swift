package import AnwenDiagnostics

/// The canonical spelling of period literals in each language.
///
/// What is printed reads as the same syntax again, a bare year where a period is expected.
/// `invalid` has no spelling and prints empty.
package struct PeriodPrinter: Sendable {
  package let language: Language

  /// A printer of one language.
  package init(_ language: Language) { self.language = language }

  /// The English names of the months, January first.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The English names of the weekdays, Monday first.
  static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The spelling of a literal.
  package func print(_ syntax: PeriodSyntax) -> String {
    switch language {
    case .english: EnglishPeriods.text(syntax)
    case .chinese: ChinesePeriods.text(syntax)
    }
  }
}

extension PeriodPrinter {
  /// The spelling of a number of units.
  func print(_ duration: DurationSyntax) -> String {
    switch language {
    case .english: EnglishPeriods.counted(duration.count, duration.unit)
    case .chinese: ChinesePeriods.counted(duration.count, duration.unit)
    }
  }

  /// A number with leading zeros.
  static func iso(_ number: Int, _ width: Int = 4) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
