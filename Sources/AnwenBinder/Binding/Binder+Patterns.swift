import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Regular expressions.
extension Binder {
  /// Whether a regular expression stands behind `matches`; reports what is wrong with it where it
  /// stands in the quotes.
  mutating func isPattern(_ pattern: BoundExpression, _ syntax: ExpressionSyntax) -> Bool {
    guard case .literal(.text(let text), _) = pattern else {
      report(.patternNotLiteral, at: syntax.place)
      return false
    }
    do throws(PatternProblem) {
      _ = try RegularExpression(text.string)
      return true
    } catch {
      report(error as any Problem, at: place(of: error.places, in: syntax))
      return false
    }
  }

  /// Some characters of a text in quotes; all of it where it is no such text itself.
  private func place(of scalars: Range<Int>, in syntax: ExpressionSyntax) -> SyntaxRange {
    guard case .text(_, let place) = syntax else { return syntax.place }
    let written = Array((isInModel ? catalog.text : text).source.slice(place.range).unicodeScalars)
    guard let quote = written.first else { return place }
    // Inside straight quotes two of them stand for one.
    let isDoubled = { (index: Int) in
      (quote == "\"" || quote == "\u{ff02}") && written[index] == quote
        && written[index + 1] == quote
    }
    var ends = [place.range.start + UTF8.width(quote)]
    var index = 1
    while index < written.count - 1, ends.count <= scalars.upperBound {
      let width = UTF8.width(written[index])
      let isPair = isDoubled(index)
      ends.append(ends[ends.count - 1] + (isPair ? 2 * width : width))
      index += isPair ? 2 : 1
    }
    guard scalars.upperBound < ends.count else { return place }
    return SyntaxRange(SourceRange(ends[scalars.lowerBound], ends[scalars.upperBound]))
  }
}
