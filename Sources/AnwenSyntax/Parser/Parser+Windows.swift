/// What a row's place among the others gives, in an item of `derive`.
extension Parser {
  ///     window = window_function [ By window_order ] [ Per window_groups ] .
  ///     window_order  = sort_key | "(" sort_keys ")" .
  ///     window_groups = condition | "(" conditions ")" .
  mutating func parseWindows(at position: Int, scope: Int) -> [Reading<ExpressionSyntax>] {
    let start = skipSpace(position)
    var found: [Reading<ExpressionSyntax>] = []
    for function in parseWindowFunctions(at: start, scope: scope) {
      let isDescending = function.node.beginsWithLargest
      let ordered = parseTail(.by, behind: [function]) { parser, start in
        parser.parseWindowList(at: start) { parser, start in
          parser.parseSortKey(at: start, scope: scope, isDescending: isDescending)
        }
      }
      let grouped = parseTail(.per, behind: ordered) { parser, start in
        parser.parseWindowList(at: start) { parser, start in
          parser.parseCondition(at: start, scope: scope)
        }
      }
      found += grouped.compactMap { reading in
        let ((function, order), groups) = reading.node
        // A rank is one in an order.
        if order == nil, function.beginsWithLargest { return nil }
        let window = WindowSyntax(
          function: function, order: order ?? [], groups: groups ?? [],
          place: place(start, reading.end))
        return reading.map { _ in .window(window) }
      }
    }
    return Readings.packed(found)
  }

  /// One part, or several in brackets: behind a comma the next item of the stage stands.
  private mutating func parseWindowList<Part: Hashable & Sendable>(
    at position: Int, part: (inout Parser, Int) -> [Reading<Part>]
  ) -> [Reading<[Part]>] {
    var found = part(&self, position).map { $0.map { [$0] } }
    guard let open = symbol("(", at: position) else { return found }
    found += parseSeparated(from: open, part: part).compactMap { list in
      guard let close = symbol(")", at: list.end) else { return nil }
      return Reading(list.node, end: close, words: list.words)
    }
    return Readings.packed(found)
  }

  ///     window_function = RowNumber | Rank | DenseRank | Running Count
  ///                     | ( Lag | Lead ) "(" condition [ ( "," | "、" ) count ] ")"
  ///                     | Running [ slider ] "(" condition ")"
  ///                     | Moving slider "(" condition ( "," | "、" ) count ")"
  ///                     | ( Share | First | Last ) "(" condition ")" .
  private mutating func parseWindowFunctions(
    at start: Int, scope: Int
  ) -> [Reading<WindowSyntax.Function>] {
    var found: [Reading<WindowSyntax.Function>] = []
    for word in Parser.windowWords.compactMap({ keyword($0, at: start) }) {
      switch word.node {
      case .rowNumber: found.append(word.map { _ in .rowNumber })
      case .rank: found.append(word.map { _ in .rank })
      case .denseRank: found.append(word.map { _ in .denseRank })
      case .lag, .lead:
        found += parseArgument(of: word, scope: scope).map { argument in
          let count = argument.node.rowCount ?? CountSyntax(1)
          return argument.map { argument in
            word.node == .lag
              ? .lag(argument.value, rowCount: count) : .lead(argument.value, rowCount: count)
          }
        }
      case .running: found += parseRunning(behind: word, scope: scope)
      case .moving: found += parseMoving(behind: word, scope: scope)
      default:
        found += parseArgument(of: word, scope: scope).compactMap { argument in
          guard argument.node.rowCount == nil else { return nil }
          return argument.map { argument in
            switch word.node {
            case .first: .first(argument.value)
            case .last: .last(argument.value)
            default: .share(argument.value)
            }
          }
        }
      }
    }
    return found
  }

  static let windowWords: [Keyword] = [
    .rowNumber, .rank, .denseRank, .lag, .lead, .running, .moving, .share, .first, .last,
  ]

  ///     slider = Sum | Average | Minimum | Maximum | Count .
  private static let sliders: [Keyword] = [.sum, .average, .minimum, .maximum, .count]

  private mutating func parseRunning(
    behind word: Reading<Keyword>, scope: Int
  ) -> [Reading<WindowSyntax.Function>] {
    var functions = [word.map { _ in Keyword.sum }]
    if let slider = anyKeyword(Parser.sliders, at: word.end) {
      functions.append(word.joined(slider) { $1 })
    }
    return functions.flatMap { function -> [Reading<WindowSyntax.Function>] in
      var found = parseArgument(of: function, scope: scope).compactMap {
        argument -> Reading<WindowSyntax.Function>? in
        guard argument.node.rowCount == nil else { return nil }
        return argument.map { .running(function.node, $0.value) }
      }
      if function.node == .count, symbol("(", at: function.end) == nil {
        found.append(function.map { _ in .running(.count, nil) })
      }
      return found
    }
  }

  private mutating func parseMoving(
    behind word: Reading<Keyword>, scope: Int
  ) -> [Reading<WindowSyntax.Function>] {
    guard let slider = anyKeyword(Parser.sliders, at: word.end) else { return [] }
    let function = word.joined(slider) { $1 }
    return parseArgument(of: function, scope: scope).compactMap { argument in
      guard let rowCount = argument.node.rowCount, rowCount.value > 0 else { return nil }
      return argument.map { .moving(function.node, $0.value, rowCount: rowCount) }
    }
  }

  private struct WindowArgument: Sendable {
    let value: ExpressionSyntax
    let rowCount: CountSyntax?
  }

  /// `(x)` or `(x, 3)`, with the words of the function before it.
  private mutating func parseArgument(
    of function: Reading<Keyword>, scope: Int
  ) -> [Reading<WindowArgument>] {
    guard let open = symbol("(", at: function.end) else { return [] }
    return parseCondition(at: open, scope: scope).compactMap { value in
      var (end, rowCount) = (value.end, CountSyntax?.none)
      if let comma = symbol(",", at: end) ?? symbol("、", at: end) {
        guard let count = parseCount(at: comma) else { return nil }
        (end, rowCount) = (count.end, count.node)
      }
      guard let close = symbol(")", at: end) else { return nil }
      return Reading(
        WindowArgument(value: value.node, rowCount: rowCount), end: close,
        words: function.words + value.words)
    }
  }
}
