/// A regular expression: whether it matches somewhere in a text, in time proportional to the
/// product of the text's length and the expression's size, whatever the two look like.
///
/// It looks at Unicode scalars, so that a Chinese character is one, and a letter with a combining
/// accent two; it normalises neither the expression nor the text.
///
///     alternatives = sequence { "|" sequence } .
///     sequence     = { item [ "*" | "+" | "?" | "{" n [ "," [ m ] ] "}" ] } .
///     item         = "(" [ "?:" ] alternatives ")" | "[" [ "^" ] member { member } "]"
///                  | "." | "^" | "$" | escape | any other character .
///     member       = character [ "-" character ] | escape .
///     escape       = "\" ( "d" | "D" | "w" | "W" | "s" | "S" | "t" | "n" | "r" | punctuation ) .
package struct RegularExpression: Hashable, Sendable {
  package let program: PatternProgram

  package init(_ text: String) throws(PatternProblem) {
    program = PatternProgram(try PatternParser.parse(text))
  }

  /// Whether some part of a text, which may be empty, fulfils it.
  package func occurs(in text: String) -> Bool {
    var run = PatternRun(program)
    return run.finds(in: text)
  }
}
