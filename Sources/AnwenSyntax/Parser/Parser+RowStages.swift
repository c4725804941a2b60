/// Stages that take some of the rows: `skip`, `distinct`, `top`; and `assert`, which takes all.
extension Parser {
  ///     Skip [ "前" ] count
  mutating func parseSkip(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    guard let count = parseRowCount(at: position) else { return [] }
    return [
      count.map { Pipeline(stages: [StageSyntax(.skip($0), place: place)], scope: scope) }
    ]
  }

  /// A number of rows: 3, 前3, 前三条.
  mutating func parseRowCount(at position: Int) -> Reading<CountSyntax>? {
    var start = skipSpace(position)
    if start < limit, text.folded[start] == 0x524d { start += 1 }
    return parseCount(at: start)
  }

  ///     Distinct [ By conditions ]
  mutating func parseDistinct(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    parseTail(.by, behind: [Reading((), end: position, words: [])]) { parser, start in
      parser.parseConditions(at: start, scope: scope)
    }.map { reading in
      reading.map { _, columns in
        Pipeline(
          stages: [StageSyntax(.distinct(by: columns ?? []), place: place)], scope: scope)
      }
    }
  }

  ///     Top count [ By sort_keys ] [ Per conditions ] [ WithTies ]
  mutating func parseTop(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    guard let count = parseCount(at: position) else { return [] }
    let ordered = parseTail(.by, behind: [count]) { parser, start in
      parser.parseSortKeys(at: start, scope: scope, areDescending: true)
    }
    let grouped = parseTail(.per, behind: ordered) { parser, start in
      parser.parseConditions(at: start, scope: scope)
    }
    return grouped.map { reading in
      let ties = keyword(.withTies, at: reading.end)
      let ((count, keys), groups) = reading.node
      let top = TopSyntax(
        count: count, keys: keys ?? [], groups: groups ?? [], keepsTies: ties != nil)
      return Reading(
        Pipeline(stages: [StageSyntax(.top(top), place: place)], scope: scope),
        end: ties?.end ?? reading.end, words: reading.words + (ties?.words ?? []))
    }
  }

  ///     Assert condition [ [ "," | Else ] TEXT ]
  mutating func parseAssertion(
    at position: Int, scope: Int, place: SyntaxRange
  ) -> [Reading<Pipeline>] {
    parseCondition(at: position, scope: scope).map { condition in
      let separator = symbol(",", at: condition.end) ?? keyword(.else, at: condition.end)?.end
      let message = parseQuoted(at: separator ?? condition.end)
      let assertion = AssertionSyntax(condition: condition.node, message: message?.node)
      return Reading(
        Pipeline(stages: [StageSyntax(.assertion(assertion), place: place)], scope: scope),
        end: message?.end ?? condition.end, words: condition.words + (message?.words ?? []))
    }
  }

  /// A part behind a word, where the word stands; a reading that the word follows goes on.
  mutating func parseTail<Head: Sendable, Tail: Sendable>(
    _ word: Keyword, behind heads: [Reading<Head>],
    _ parse: (inout Parser, Int) -> [Reading<Tail>]
  ) -> [Reading<(Head, Tail?)>] {
    heads.flatMap { head -> [Reading<(Head, Tail?)>] in
      guard let word = keyword(word, at: head.end) else { return [head.map { ($0, nil) }] }
      return parse(&self, word.end).map { tail in
        Reading(
          (head.node, tail.node), end: tail.end, words: head.words + word.words + tail.words)
      }
    }
  }

  ///     conditions = condition { ( "," | "、" ) condition } .
  mutating func parseConditions(
    at position: Int, scope: Int
  ) -> [Reading<[ExpressionSyntax]>] {
    parseSeparated(from: position) { parser, start in
      parser.parseCondition(at: start, scope: scope)
    }
  }

  ///     sort_keys = sort_key { ( "," | "、" ) sort_key } .
  ///
  /// - Parameter areDescending: whether a key is where no word gives a direction.
  mutating func parseSortKeys(
    at position: Int, scope: Int, areDescending: Bool
  ) -> [Reading<[SortKeySyntax]>] {
    parseSeparated(from: position) { parser, start in
      parser.parseSortKey(at: start, scope: scope, isDescending: areDescending)
    }
  }

  ///     sort_key = condition [ Ascending | Descending ] .
  mutating func parseSortKey(
    at position: Int, scope: Int, isDescending: Bool
  ) -> [Reading<SortKeySyntax>] {
    parseCondition(at: position, scope: scope).map { expression in
      let order = anyKeyword([.descending, .ascending], at: expression.end)
      let key = SortKeySyntax(
        expression: expression.node,
        isDescending: order.map { $0.node == .descending } ?? isDescending)
      return Reading(
        key, end: order?.end ?? expression.end, words: expression.words + (order?.words ?? []))
    }
  }

  /// Parts between commas, wherever they may end.
  mutating func parseSeparated<Part: Hashable & Sendable>(
    from start: Int, part: (inout Parser, Int) -> [Reading<Part>]
  ) -> [Reading<[Part]>] {
    var states = [ReadingSequence<Part>(from: start)]
    var finished: [Reading<[Part]>] = []
    var length = 0
    while !states.isEmpty {
      var extended: [ReadingSequence<Part>] = []
      states.reverse()
      while let state = states.popLast() {
        let next = part(&self, state.end)
        for var list in (consume state).extended(by: next) {
          if let comma = symbol(",", at: list.end) ?? symbol("、", at: list.end) {
            list.end = comma
            extended.append(list)
          } else {
            finished.append(list.reading)
          }
        }
      }
      length += 1
      guard isWithin(Parser.itemLimit, count: length) else { return [] }
      states = Readings.packed(extended)
    }
    return finished
  }
}
