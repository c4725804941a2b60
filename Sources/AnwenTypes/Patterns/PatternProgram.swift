/// A regular expression as a list of steps, without backward references (Thompson's construction).
package struct PatternProgram: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    /// Takes one scalar of a set and goes on with the next step.
    case scalar(ScalarSet)
    /// Goes on at both places.
    case split(Int, Int)
    case jump(Int)
    /// Goes on with the next step at the beginning, or at the end, of the text only.
    case start, end
    case found
  }

  package private(set) var steps: [Step] = []

  init(_ node: PatternNode) {
    append(node)
    steps.append(.found)
  }

  private mutating func append(_ node: PatternNode) {
    switch node {
    case .scalar(let set): steps.append(.scalar(set))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .sequence(let nodes): for node in nodes { append(node) }
    case .alternatives(let nodes): append(alternatives: nodes)
    case .repeated(let node, let least, let most):
      for _ in 0..<least { append(node) }
      if let most {
        append(node, upTo: most - least)
      } else {
        let split = steps.count
        steps.append(.found)
        append(node)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
      }
    }
  }

  /// Each of the copies may be the last.
  private mutating func append(_ node: PatternNode, upTo count: Int) {
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(steps.count)
      steps.append(.found)
      append(node)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }

  private mutating func append(alternatives nodes: [PatternNode]) {
    var jumps: [Int] = []
    for (index, node) in nodes.enumerated() {
      let split = steps.count
      let isLast = index == nodes.count - 1
      if !isLast { steps.append(.found) }
      append(node)
      if isLast { break }
      jumps.append(steps.count)
      steps.append(.found)
      steps[split] = .split(split + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }
}

/// One walk over a text, which keeps the set of steps that are possible at each place.
package struct PatternRun {
  private let steps: [PatternProgram.Step]
  /// The scalar at which a step was put in last: each comes in once there.
  private var marks: [Int]
  private var pending: [Int] = []
  private var place = 0
  /// How many steps were looked at: at most the program's for each place in the text.
  package private(set) var stepCount = 0

  package init(_ program: PatternProgram) {
    steps = program.steps
    marks = [Int](repeating: -1, count: program.steps.count)
  }

  package mutating func finds(in text: String) -> Bool {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var possible: [Int] = []
    while true {
      let isEnd = index == scalars.endIndex
      // A match may begin at each place.
      if enter(0, isEnd: isEnd, into: &possible) { return true }
      if isEnd { return false }
      let scalar = scalars[index]
      index = scalars.index(after: index)
      place += 1
      var next: [Int] = []
      for step in possible {
        guard case .scalar(let set) = steps[step], set.contains(scalar) else { continue }
        if enter(step + 1, isEnd: index == scalars.endIndex, into: &next) { return true }
      }
      possible = next
    }
  }

  /// Puts in a step, and those that follow it without taking a scalar; true where one of them is
  /// the last.
  private mutating func enter(_ first: Int, isEnd: Bool, into possible: inout [Int]) -> Bool {
    pending.append(first)
    while let step = pending.popLast() {
      if marks[step] == place { continue }
      marks[step] = place
      stepCount += 1
      switch steps[step] {
      case .scalar: possible.append(step)
      case .split(let one, let other):
        pending.append(one)
        pending.append(other)
      case .jump(let other): pending.append(other)
      case .start: if place == 0 { pending.append(step + 1) }
      case .end: if isEnd { pending.append(step + 1) }
      case .found: return true
      }
    }
    return false
  }
}
