/// A grammar as it is written in `Grammar/`, from which sentences are made.
struct GrammarSentences {
  private indirect enum Form {
    case terminal(String)
    case rule(String)
    case sequence([Form])
    case choice([Form])
    case optional(Form)
    case repeated(Form)
  }

  private var rules: [String: Form] = [:]
  private var tokens: ArraySlice<String> = []
  /// A linear congruential generator: the same seed makes the same sentences.
  private var state: UInt64

  init(grammar: String, seed: UInt64) {
    state = seed
    tokens = Self.tokens(of: grammar)[...]
    while let name = tokens.popFirst() {
      _ = tokens.popFirst()
      rules[name] = parseChoice()
      _ = tokens.popFirst()
    }
  }

  var names: Set<String> { Set(rules.keys) }

  /// The rules that stand on a right side and have no definition.
  var undefined: Set<String> {
    func used(_ form: Form) -> [String] {
      switch form {
      case .terminal: []
      case .rule(let name): [name]
      case .sequence(let forms), .choice(let forms): forms.flatMap(used)
      case .optional(let form), .repeated(let form): used(form)
      }
    }
    return Set(rules.values.flatMap(used)).subtracting(rules.keys)
  }

  /// A sentence of a rule. `marked` gives another text for the rules that need one.
  mutating func sentence(of rule: String, marked: [String: String]) -> String {
    make(.rule(rule), marked)
  }

  private mutating func make(_ form: Form, _ marked: [String: String]) -> String {
    switch form {
    case .terminal(let text): text
    case .rule(let name): marked[name] ?? rules[name].map { make($0, marked) } ?? ""
    case .sequence(let forms): forms.reduce(into: "") { $0 += make($1, marked) }
    case .choice(let forms): make(forms[random(forms.count)], marked)
    case .optional(let form): random(3) == 0 ? make(form, marked) : ""
    case .repeated(let form):
      (0..<random(3)).reduce(into: "") { text, _ in text += make(form, marked) }
    }
  }

  /// A number below `limit`.
  mutating func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  // MARK: Reading the grammar

  private mutating func parseChoice() -> Form {
    var forms = [parseSequence()]
    while tokens.first == "|" {
      tokens.removeFirst()
      forms.append(parseSequence())
    }
    return forms.count == 1 ? forms[0] : .choice(forms)
  }

  private mutating func parseSequence() -> Form {
    var forms: [Form] = []
    while let token = tokens.first, !["|", ")", "]", "}", "."].contains(token) {
      tokens.removeFirst()
      switch token {
      case "(": forms.append(parseChoice())
      case "[": forms.append(.optional(parseChoice()))
      case "{": forms.append(.repeated(parseChoice()))
      default:
        forms.append(
          token.hasPrefix("\"") ? .terminal(String(token.dropFirst().dropLast())) : .rule(token))
      }
      if ["(", "[", "{"].contains(token) { _ = tokens.popFirst() }
    }
    return .sequence(forms)
  }

  private static func tokens(of grammar: String) -> [String] {
    var tokens: [String] = []
    var rest = Substring(grammar)
    while let first = rest.first {
      if rest.hasPrefix("(*") {
        while !rest.isEmpty, !rest.hasPrefix("*)") { rest.removeFirst() }
        rest = rest.dropFirst(2)
      } else if first == "\"" {
        let text = rest.dropFirst().prefix { $0 != "\"" }
        tokens.append("\"\(text)\"")
        rest = rest.dropFirst(text.count + 2)
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0 == "_" }
        tokens.append(String(name))
        rest = rest.dropFirst(name.count)
      } else {
        if !first.isWhitespace { tokens.append(String(first)) }
        rest.removeFirst()
      }
    }
    return tokens
  }
}
