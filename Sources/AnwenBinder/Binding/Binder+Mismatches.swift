import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Types that do not go together, with the conversion that would help.
extension Binder {
  /// A value that does not fit, and where it stands.
  struct Misfit {
    let type: DataType
    let syntax: ExpressionSyntax
  }

  /// Two values that an operation does not combine: either could become what the other is.
  mutating func reportMismatch(
    of operation: String, _ left: Misfit, _ right: Misfit, at place: SyntaxRange
  ) {
    let offers = [
      conversion(of: left, as: right.type), conversion(of: right, as: left.type),
    ].compactMap { $0 }
    report(
      .typeMismatch(
        operation: operation, left: words(for: left.type),
        right: words(for: right.type),
        // A text is compared by its bytes, which is seldom meant.
        offers: offers.sorted { !$0.givesText && $1.givesText }.map(\.text)), at: place)
  }

  /// Two values that are not both numbers; beside a date stands a number of days.
  mutating func reportArithmetic(
    _ operation: String, _ left: Misfit, _ right: Misfit, at place: SyntaxRange
  ) {
    var offers: [String] = []
    for (misfit, other) in [(left, right), (right, left)]
    where !misfit.type.isNumeric && misfit.type != .date {
      let number = other.type.isNumeric ? other.type : .decimal(scale: 0)
      if let offer = conversion(of: misfit, as: other.type == .date ? .int : number) {
        offers.append(offer.text)
      }
    }
    report(
      .typeMismatch(
        operation: operation, left: words(for: left.type),
        right: words(for: right.type), offers: offers), at: place)
  }

  /// A value that an operation does not take, where others of a type would do.
  mutating func reportMisfit(
    of operation: String, _ misfit: Misfit, wanted: DataType?, at place: SyntaxRange
  ) {
    let words = words(for: misfit.type)
    let offer = wanted.flatMap { conversion(of: misfit, as: $0) }
    report(
      .typeMismatch(
        operation: operation, left: words, right: words, offers: offer.map { [$0.text] } ?? []),
      at: place)
  }

  /// The call that makes the one type of the other, in the language of the value's words.
  private func conversion(of misfit: Misfit, as type: DataType) -> (text: String, givesText: Bool)?
  {
    guard let words = TypeRules.explicitConversion(from: misfit.type, to: type)?.words else {
      return nil
    }
    let source = written(misfit.syntax)
    let isEnglish = source.utf8.allSatisfy { $0 < 0x80 }
    return ("\(isEnglish ? words.name : words.chinese)(\(source))", type == .text)
  }
}
