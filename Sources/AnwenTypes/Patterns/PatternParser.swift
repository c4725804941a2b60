/// Reads a regular expression, whose grammar stands at ``RegularExpression``.
struct PatternParser {
  /// How often something may be repeated by a number.
  static let countLimit = 1_000
  /// The most scalars, repeated ones as often as they are, and choices between them.
  static let sizeLimit = 5_000
  /// How many groups may stand in one another.
  static let depthLimit = 100

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  static func parse(_ text: String) throws(PatternProblem) -> PatternNode {
    var parser = PatternParser(scalars: Array(text.unicodeScalars))
    let found = try parser.parseAlternatives()
    if parser.current == ")" { throw parser.problem(.unbalanced(")"), from: parser.position) }
    return found.node
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// A part of the expression, and how large its program becomes.
  private typealias Sized = (node: PatternNode, size: Int)

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  /// A problem of what was read from `start` on, at least one scalar.
  private func problem(_ kind: PatternProblem.Kind, from start: Int) -> PatternProblem {
    PatternProblem(kind: kind, places: start..<min(max(position, start + 1), scalars.count))
  }

  private func checked(_ part: Sized, from start: Int) throws(PatternProblem) -> Sized {
    if part.size > Self.sizeLimit { throw problem(.tooLarge, from: start) }
    return part
  }
}

// MARK: - Structure

extension PatternParser {
  ///     alternatives = sequence { "|" sequence } .
  private mutating func parseAlternatives() throws(PatternProblem) -> Sized {
    let start = position
    var found = try parseSequence()
    if current != "|" { return found }
    var nodes = [found.node]
    while current == "|" {
      position += 1
      let next = try parseSequence()
      nodes.append(next.node)
      found = try checked((.alternatives(nodes), found.size + next.size + 2), from: start)
    }
    return found
  }

  ///     sequence = { item [ "*" | "+" | "?" | "{" n [ "," [ m ] ] "}" ] } .
  private mutating func parseSequence() throws(PatternProblem) -> Sized {
    var nodes: [PatternNode] = []
    var size = 0
    while let scalar = current, scalar != "|", scalar != ")" {
      let start = position
      let item = try parseRepetition(of: try parseItem(), from: start)
      nodes.append(item.node)
      size = try checked((item.node, size + item.size), from: start).size
    }
    return (nodes.count == 1 ? nodes[0] : .sequence(nodes), size)
  }

  private mutating func parseRepetition(
    of item: Sized, from start: Int
  ) throws(PatternProblem) -> Sized {
    guard let sign = current else { return item }
    let signStart = position
    var (least, most): (Int, Int?) = (0, nil)
    switch sign {
    case "*": position += 1
    case "+":
      position += 1
      least = 1
    case "?":
      position += 1
      most = 1
    case "{": (least, most) = try parseCounts()
    default: return item
    }
    if item.node == .start || item.node == .end {
      throw problem(.nothingToRepeat(String(sign)), from: signStart)
    }
    if let next = current, "*+?{".unicodeScalars.contains(next) {
      throw problem(.nothingToRepeat(String(next)), from: position)
    }
    let copies = max(1, most ?? least + 1)
    // Empty groups have copies, too.
    let size = copies * (item.size + 2)
    return try checked((.repeated(item.node, least: least, most: most), size), from: start)
  }

  private mutating func parseCounts() throws(PatternProblem) -> (Int, Int?) {
    let start = position
    position += 1
    let least = parseCount()
    var most = least
    if current == "," {
      position += 1
      most = current == "}" ? nil : parseCount()
      if current != "}" || least == nil { throw wrongCount(from: start) }
    }
    guard current == "}", let least else { throw wrongCount(from: start) }
    position += 1
    if least > Self.countLimit || most ?? 0 > Self.countLimit || most ?? least < least {
      throw problem(.wrongCount(limit: Self.countLimit), from: start)
    }
    return (least, most)
  }

  private func wrongCount(from start: Int) -> PatternProblem {
    problem(.wrongCount(limit: Self.countLimit), from: start)
  }

  /// A number, as far as it matters whether it is too large.
  private mutating func parseCount() -> Int? {
    var count: Int?
    while let digit = current, ("0"..."9").contains(digit) {
      count = min((count ?? 0) * 10 + Int(digit.value - 0x30), Self.countLimit + 1)
      position += 1
    }
    return count
  }
}

// MARK: - Items

extension PatternParser {
  private mutating func parseItem() throws(PatternProblem) -> Sized {
    let start = position
    guard let scalar = current else { return (.sequence([]), 0) }
    position += 1
    switch scalar {
    case "(": return try parseGroup(from: start)
    case "[": return (.scalar(try parseClass(from: start)), 1)
    case "]", "}": throw problem(.unbalanced(String(scalar)), from: start)
    case "*", "+", "?", "{": throw problem(.nothingToRepeat(String(scalar)), from: start)
    case ".": return (.scalar(.any), 1)
    case "^": return (.start, 1)
    case "$": return (.end, 1)
    case "\\":
      var set = ScalarSet()
      if let escaped = try parseEscape(from: start, into: &set) { set = ScalarSet(escaped) }
      return (.scalar(set), 1)
    default: return (.scalar(ScalarSet(scalar)), 1)
    }
  }

  ///     group = "(" [ "?:" ] alternatives ")" .
  private mutating func parseGroup(from start: Int) throws(PatternProblem) -> Sized {
    if current == "?" {
      position += 1
      guard current == ":" else { throw problem(.unknownGroup, from: start) }
      position += 1
    }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw problem(.tooLarge, from: start) }
    let inner = try parseAlternatives()
    guard current == ")" else {
      throw PatternProblem(kind: .unbalanced("("), places: start..<start + 1)
    }
    position += 1
    return inner
  }

  /// The scalar behind a backslash; nil where it is a kind of scalars, which joins the set.
  private mutating func parseEscape(
    from start: Int, into set: inout ScalarSet
  ) throws(PatternProblem) -> Unicode.Scalar? {
    guard let scalar = current else { throw problem(.unknownEscape("\\"), from: start) }
    position += 1
    let kinds: [Unicode.Scalar: ScalarSet.Kind] = ["d": .digit, "w": .word, "s": .space]
    if let kind = kinds[scalar] {
      set.parts.append(ScalarSet.Part(kind: kind, isComplement: false))
      return nil
    }
    switch scalar {
    case "D": set.parts.append(ScalarSet.Part(kind: .digit, isComplement: true))
    case "W": set.parts.append(ScalarSet.Part(kind: .word, isComplement: true))
    case "S": set.parts.append(ScalarSet.Part(kind: .space, isComplement: true))
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    default:
      // Letters and digits are kept for meanings of other dialects.
      if scalar == "_" || !ScalarSet.Kind.word.contains(scalar) { return scalar }
      throw problem(.unknownEscape("\\" + String(scalar)), from: start)
    }
    return nil
  }

  ///     class = "[" [ "^" ] member { member } "]" .
  private mutating func parseClass(from start: Int) throws(PatternProblem) -> ScalarSet {
    var set = ScalarSet()
    if current == "^" {
      position += 1
      set.isComplement = true
    }
    let first = position
    while current != "]" {
      guard current != nil else {
        throw PatternProblem(kind: .unbalanced("["), places: start..<start + 1)
      }
      try parseMember(into: &set)
    }
    position += 1
    if position == first + 1 { throw problem(.emptyClass, from: start) }
    return set
  }

  ///     member = character [ "-" character ] | escape .
  private mutating func parseMember(into set: inout ScalarSet) throws(PatternProblem) {
    let start = position
    let low = try parseMemberEnd(into: &set)
    guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
      if let low { set.ranges.append(low...low) }
      return
    }
    position += 1
    let high = try parseMemberEnd(into: &set)
    guard let low, let high, low <= high else { throw problem(.wrongRange, from: start) }
    set.ranges.append(low...high)
  }

  private mutating func parseMemberEnd(
    into set: inout ScalarSet
  ) throws(PatternProblem) -> Unicode.Scalar? {
    let start = position
    guard let scalar = current else { return nil }
    position += 1
    return scalar == "\\" ? try parseEscape(from: start, into: &set) : scalar
  }
}
