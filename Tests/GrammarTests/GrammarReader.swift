/// A grammar that is not written in its own notation.
struct GrammarProblem: Error, CustomStringConvertible {
  let description: String
}

/// Reads the productions of a grammar file.
struct GrammarReader {
  private var tokens: ArraySlice<String>
  private var partCount = 0
  /// The parts of the present production.
  private var parts: [(number: Int, text: String)] = []

  private init(_ tokens: [String]) { self.tokens = tokens[...] }

  /// The productions in the order of the file.
  static func read(_ text: String) throws(GrammarProblem) -> [GrammarProduction] {
    var reader = GrammarReader(tokens(of: text))
    var productions: [GrammarProduction] = []
    while !reader.tokens.isEmpty { productions.append(try reader.readProduction()) }
    return productions
  }

  private mutating func readProduction() throws(GrammarProblem) -> GrammarProduction {
    parts = []
    let name = try readName()
    let parameters = try readArguments()
    try take("=")
    let form = try readChoice()
    try take(".")
    return GrammarProduction(name: name, parameters: parameters, form: form, parts: parts)
  }

  private mutating func readName() throws(GrammarProblem) -> String {
    guard let name = tokens.popFirst(), name.first.map(Self.isNamePart) == true else {
      throw GrammarProblem(description: "a name is missing before \(tokens.prefix(5))")
    }
    return name
  }

  /// `<E, S grouped>`, or nothing.
  private mutating func readArguments() throws(GrammarProblem) -> [String] {
    guard tokens.first == "<" else { return [] }
    tokens.removeFirst()
    var arguments = [""]
    while let token = tokens.popFirst(), token != ">" {
      if token == "," {
        arguments.append("")
      } else {
        arguments[arguments.count - 1] += (arguments.last == "" ? "" : " ") + token
      }
    }
    return arguments
  }

  private mutating func take(_ token: String) throws(GrammarProblem) {
    guard tokens.popFirst() == token else {
      throw GrammarProblem(description: "\(token) is missing before \(tokens.prefix(5))")
    }
  }

  private mutating func readChoice() throws(GrammarProblem) -> GrammarForm {
    let start = tokens
    let first = try readSequence()
    guard tokens.first == "|" else { return first }
    var forms = [part(first, from: start)]
    while tokens.first == "|" {
      tokens.removeFirst()
      let start = tokens
      let form = try readSequence()
      forms.append(part(form, from: start))
    }
    return .choice(forms)
  }

  /// Numbers a form that was read since `start`.
  private mutating func part(_ form: GrammarForm, from start: ArraySlice<String>) -> GrammarForm {
    let text = start.prefix(start.count - tokens.count).joined(separator: " ")
    parts.append((partCount, text))
    partCount += 1
    return .part(partCount - 1, form)
  }

  private mutating func readSequence() throws(GrammarProblem) -> GrammarForm {
    var forms: [GrammarForm] = []
    while let token = tokens.first, !["|", ")", "]", "}", "."].contains(token) {
      forms.append(try readItem())
    }
    guard !forms.isEmpty else {
      throw GrammarProblem(description: "an alternative is empty before \(tokens.prefix(5))")
    }
    return forms.count == 1 ? forms[0] : .sequence(forms)
  }

  private mutating func readItem() throws(GrammarProblem) -> GrammarForm {
    guard let token = tokens.popFirst() else {
      throw GrammarProblem(description: "the grammar ends inside a production")
    }
    switch token {
    case "^": return .glued(try readItem())
    case "(": return try readBracket(")")
    case "[": return .optional(try readPart("]"))
    case "{": return .repeated(try readPart("}"))
    case "?":
      let words = Array(tokens.prefix { $0 != "?" })
      tokens.removeFirst(words.count)
      try take("?")
      return .requirement(words)
    default:
      if token.hasPrefix("\"") { return .terminal(String(token.dropFirst().dropLast())) }
      guard token.first.map(Self.isNamePart) == true else {
        throw GrammarProblem(description: "\(token) stands before \(tokens.prefix(5))")
      }
      return .reference(token, try readArguments())
    }
  }

  private mutating func readPart(_ closing: String) throws(GrammarProblem) -> GrammarForm {
    let start = tokens
    let form = part(try readChoice(), from: start)
    try take(closing)
    return form
  }

  private mutating func readBracket(_ closing: String) throws(GrammarProblem) -> GrammarForm {
    let form = try readChoice()
    try take(closing)
    return form
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }

  /// Names, texts with their quotes, and signs; comments are left out.
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
      } else if isNamePart(first) {
        let name = rest.prefix(while: isNamePart)
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
