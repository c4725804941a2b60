/// The right side of a production, as `Grammar/anwen.ebnf` writes it.
indirect enum GrammarForm: Sendable {
  /// `"b"`: the text itself.
  case terminal(String)
  /// `a<E>` or `PERIOD`: a production, keyword or class, with its arguments.
  case reference(String, [String])
  /// `? … ?`: what must hold.
  case requirement([String])
  /// `^ b`: no white space before it.
  case glued(GrammarForm)
  case sequence([GrammarForm])
  case choice([GrammarForm])
  case optional(GrammarForm)
  case repeated(GrammarForm)
  /// One of several alternatives, or what stands in brackets: a text uses it or does without.
  case part(Int, GrammarForm)

  /// The references and requirements that do not stand inside its brackets.
  var leaves: [GrammarForm] {
    switch self {
    case .reference, .requirement: [self]
    case .glued(let form), .part(_, let form): form.leaves
    case .sequence(let forms): forms.flatMap(\.leaves)
    case .terminal, .choice, .optional, .repeated: []
    }
  }
}

/// A production of the grammar.
struct GrammarProduction: Sendable {
  let name: String
  let parameters: [String]
  let form: GrammarForm
  /// The numbers and texts of its parts.
  let parts: [(number: Int, text: String)]
}
