import AnwenSyntax
import AnwenTestSupport

/// The productions of the grammar file with their parameters filled in from a model.
///
/// Productions are made as they are met from `statement` on, one for each set of arguments.
struct ModelGrammar: Sendable {
  struct Symbol: Sendable {
    /// The production's name in the file.
    let name: String
    let arguments: [String]
    var node: GrammarNode
  }

  /// The values of the parameters in one production.
  typealias Bindings = [String: String]

  private(set) var symbols: [Symbol] = []
  private(set) var start = 0
  let vocabulary: Vocabulary
  /// What a script has named before.
  let given: GivenNames
  let productions: [String: GrammarProduction]
  /// The same, as it is recognised.
  private(set) var table = GrammarTable([])
  private var places: [String: Int] = [:]

  init(
    _ productions: [GrammarProduction], vocabulary: Vocabulary, names: ScriptNames = ScriptNames()
  ) throws(GrammarProblem) {
    given = GivenNames(names, vocabulary: vocabulary)
    self.vocabulary = vocabulary
    var named: [String: GrammarProduction] = [:]
    for production in productions {
      guard named.updateValue(production, forKey: production.name) == nil else {
        throw GrammarProblem(description: "\(production.name) has two productions")
      }
    }
    self.productions = named
    start = try place(of: "statement", [])
    table = GrammarTable(symbols)
  }

  /// The grammar of queries for a model.
  static func queries(
    of vocabulary: Vocabulary, names: ScriptNames = ScriptNames()
  ) throws -> ModelGrammar {
    let productions = try GrammarReader.read(packageFile("Grammar/anwen.ebnf"))
    return try ModelGrammar(productions, vocabulary: vocabulary, names: names)
  }

  /// The place of a production for some arguments, if `statement` leads to it.
  func symbol(_ name: String, _ arguments: [String]) -> Int? {
    places[Self.key(name, arguments)]
  }

  private static func key(_ name: String, _ arguments: [String]) -> String {
    ([name] + arguments).joined(separator: "\n")
  }

  /// The place of a production for some arguments; it is made where it is new.
  private mutating func place(
    of name: String, _ arguments: [String]
  ) throws(GrammarProblem) -> Int {
    let key = Self.key(name, arguments)
    if let known = places[key] { return known }
    guard let production = productions[name], production.parameters.count == arguments.count
    else { throw GrammarProblem(description: "\(name) of \(arguments) has no production") }
    let place = symbols.count
    places[key] = place
    symbols.append(Symbol(name: name, arguments: arguments, node: .never))
    let bindings = Bindings(uniqueKeysWithValues: zip(production.parameters, arguments))
    symbols[place].node = try node(production.form, bindings)
    return place
  }

  // MARK: Parameters

  /// The form for each value of the parameters that stand only in it.
  private mutating func node(
    _ form: GrammarForm, _ bindings: Bindings
  ) throws(GrammarProblem) -> GrammarNode {
    // Each alternative has its own parameters.
    if case .choice(let forms) = form {
      var nodes: [GrammarNode] = []
      for form in forms { nodes.append(try node(form, bindings)) }
      return Self.choice(nodes)
    }
    var candidates = [bindings]
    for parameter in Self.parameters(of: form) where bindings[parameter] == nil {
      candidates = candidates.flatMap { bindings in
        values(of: parameter).map { bindings.merging([parameter: $0]) { $1 } }
      }
    }
    var nodes: [GrammarNode] = []
    for candidate in candidates { nodes.append(try boundNode(form, candidate)) }
    return Self.choice(nodes)
  }

  private static func parameters(of form: GrammarForm) -> [String] {
    var found: [String] = []
    for leaf in form.leaves {
      let words =
        switch leaf {
        case .reference(_, let arguments): arguments.flatMap { $0.split(separator: " ") }
        case .requirement(let words): words.map { Substring($0) }
        default: [Substring]()
        }
      for word in words where isParameter(word) && !found.contains(String(word)) {
        found.append(String(word))
      }
    }
    return found
  }

  private static func isParameter(_ word: Substring) -> Bool {
    ["E", "F", "G", "R", "T", "S", "P", "Q"].contains(word)
  }

  private func values(of parameter: String) -> [String] {
    switch parameter {
    case "E", "F", "G": vocabulary.entities.map(\.name)
    case "T": typeNames
    // The scopes that can be grouped.
    case "R": vocabulary.entities.map(\.name) + ["made", "periods"]
    default: []
    }
  }

  private static func choice(_ nodes: [GrammarNode]) -> GrammarNode {
    let nodes = nodes.filter { !$0.isNever }
    return nodes.count == 1 ? nodes[0] : .choice(nodes)
  }

  // MARK: Forms with all parameters bound

  private mutating func boundNode(
    _ form: GrammarForm, _ bindings: Bindings
  ) throws(GrammarProblem) -> GrammarNode {
    switch form {
    case .terminal(let text): return .word(GrammarWord(text))
    case .reference(let name, let arguments):
      return try reference(name, arguments.map { Self.bound($0, bindings) })
    case .requirement(let words): return try holds(words, bindings) ? .nothing : .never
    case .glued(let form): return .glued(try node(form, bindings))
    case .choice: return try node(form, bindings)
    case .part(let number, let form):
      let inner = try boundNode(form, bindings)
      return inner.isNever ? .never : .part(number, inner)
    case .optional(let form):
      let inner = try node(form, bindings)
      return inner.isNever ? .nothing : .optional(inner)
    case .repeated(let form):
      let inner = try node(form, bindings)
      return inner.isNever ? .nothing : .repeated(inner)
    case .sequence(let forms):
      var nodes: [GrammarNode] = []
      for form in forms {
        let inner = try boundNode(form, bindings)
        // What never holds also ends the making of what stands behind it.
        if inner.isNever { return .never }
        nodes.append(inner)
      }
      return .sequence(nodes)
    }
  }

  private static func bound(_ argument: String, _ bindings: Bindings) -> String {
    argument.split(separator: " ").map { bindings[String($0)] ?? String($0) }
      .joined(separator: " ")
  }

  private mutating func reference(
    _ name: String, _ arguments: [String]
  ) throws(GrammarProblem) -> GrammarNode {
    if let lexical = LexicalClass(rawValue: name) { return .lexical(lexical) }
    if let words = modelWords(name, arguments) {
      return Self.choice(words.map { .word(GrammarWord($0, ignoresCase: name != "VALUE")) })
    }
    if name == "WORDING" { return try wordings(of: arguments[0], isWaiting: arguments[1]) }
    return .symbol(try place(of: name, arguments))
  }

  private func holds(_ words: [String], _ bindings: Bindings) throws(GrammarProblem) -> Bool {
    let bound = words.map { bindings[$0] ?? $0 }
    switch (words.count, bound.dropFirst().first) {
    case (7, "relation"):
      let count = linkCount(from: bound[3], to: bound[6])
      return words[0] == "one" ? count == 1 : count > 0
    case (3, "is"): return Self.isA(bound[0], bound[2])
    case (4, "is") where words[2] == "not": return !Self.isA(bound[0], bound[3])
    case (4, "is") where words[2] == "grouped": return bound[0] == bound[3] + " grouped"
    case (5, "is") where words[3] == "or":
      return Self.isA(bound[0], bound[2]) || Self.isA(bound[0], bound[4])
    case (6, "is") where words[3] == "scope":
      return bound[0] == bound[5] || bound[0] == bound[5] + " grouped"
    case (5, "refers"):
      return entity(bound[0])?.columns.count { $0.target == bound[3] } == 1
    case (3, "reaches"): return linkCount(from: bound[0], to: bound[2]) > 0
    case (4, "leads"):
      // A row of the second is reached from rows of the first, back over a reference.
      return entity(bound[3])?.relations.contains { $0.target == bound[0] } == true
    case (4, "has"): return vocabulary.entityIndex(bound[0]).flatMap(vocabulary.life) != nil
    case (5, "has") where words[4] == "date":
      return (entity(bound[0])?.mainDate != nil) == (words[2] == "a")
    case (7, "has") where words[3] == "column":
      return entity(bound[0])?.columns.contains { column in
        column.valueType.map(typeName) == bound[6]
      } == true
    default: throw GrammarProblem(description: "? \(words.joined(separator: " ")) ? is unknown")
    }
  }

  /// Whether a value is the other one; a scope has two qualities, as in `made grouped`.
  private static func isA(_ value: String, _ quality: String) -> Bool {
    value == quality || value.split(separator: " ").contains(Substring(quality))
  }

  // MARK: Phrases

  /// The alternatives that the model's phrases add.
  private mutating func wordings(
    of entity: String, isWaiting: String
  ) throws(GrammarProblem) -> GrammarNode {
    var nodes: [GrammarNode] = []
    for phrase in self.entity(entity)?.phrases ?? [] {
      guard isWaiting == "waiting" else {
        nodes.append(try wording(phrase, of: entity, without: nil))
        continue
      }
      guard phrase.language == .chinese else { continue }
      for (index, element) in phrase.elements.enumerated() {
        guard case .slot(let slot) = element, slot.type == .period else { continue }
        nodes.append(try wording(phrase, of: entity, without: index))
      }
    }
    return Self.choice(nodes)
  }

  private mutating func wording(
    _ phrase: PhrasePattern, of entity: String, without missing: Int?
  ) throws(GrammarProblem) -> GrammarNode {
    var nodes: [GrammarNode] = []
    let takesPeriod = phrase.elements.contains {
      if case .slot(let slot) = $0 { slot.type == .period } else { false }
    }
    let mayBeDated = !takesPeriod && self.entity(entity)?.mainDate != nil
    for (index, element) in phrase.elements.enumerated() where index != missing {
      switch element {
      case .literal(let words):
        if index > 0, phrase.language == .chinese {
          if mayBeDated {
            let each = try reference("Each", [])
            nodes.append(
              .optional(
                .choice([.lexical(.periods), .sequence([each, .lexical(.expectedPeriods)])])))
          }
          nodes.append(
            .optional(.choice([try reference("Both", []), try reference("Each", [])])))
          nodes.append(
            .optional(.choice([try reference("Not", []), try reference("Without", [])])))
        }
        nodes.append(.word(GrammarWord(words)))
      case .slot(let slot):
        switch slot.type {
        case .values(let type): nodes.append(try reference("values", [typeName(type)]))
        case .period:
          nodes.append(.optional(.choice(["在", "于"].map { .word(GrammarWord($0)) })))
          let each = try reference("Each", [])
          nodes.append(
            .choice([
              .lexical(.expectedPeriods), .sequence([each, .lexical(.expectedPeriods)]),
            ]))
        case .number: nodes.append(try reference("number", []))
        case .text:
          nodes.append(.choice([.lexical(.text), try reference("PARAMETER", ["text"])]))
        }
      }
    }
    return .sequence(nodes)
  }
}
