import AnwenFunctions
package import AnwenTypes

extension LogicalPlan {
  /// Brings together each two rows of two plans for which a condition holds.
  ///
  /// Row order: that of the left rows, and beside one of them that of the right rows. SQL: `left
  /// [LEFT] JOIN right ON condition`, and of a semi or anti join `WHERE [NOT] EXISTS (SELECT 1 FROM
  /// right WHERE condition)`.
  package struct Join: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
      /// The left row's columns, then those of the right.
      case inner
      /// The same, and left rows that meet none, beside missing values and empty lists.
      case left
      /// The left rows that meet any, each once.
      case semi
      /// The left rows that meet none.
      case anti
    }

    package let kind: Kind
    package let left: LogicalPlan
    package let right: LogicalPlan
    /// Over the left columns, then the right ones.
    package let condition: BoundExpression
    /// Both sides' fields, or the left ones where the kind gives no others.
    package let schema: Schema

    package init(
      _ kind: Kind, left: LogicalPlan, right: LogicalPlan, condition: BoundExpression
    ) {
      self.kind = kind
      self.left = left
      self.right = right
      self.condition = condition
      schema =
        kind.givesRightRows
        ? Schema(left.schema.fields + right.schema.fields) : left.schema
    }

    /// What the condition reads.
    package var pairSchema: Schema { Schema(left.schema.fields + right.schema.fields) }

    /// What the condition says, taken apart.
    ///
    /// A term before which another can fail is no key: with it fewer rows would be seen to fail.
    package var terms: JoinTerms { JoinTerms(condition, leftCount: left.schema.fields.count) }
  }
}

extension LogicalPlan.Join.Kind {
  package var givesRightRows: Bool { self == .inner || self == .left }
}

/// A condition over two rows: what has to be equal, and the rest.
package struct JoinTerms: Hashable, Sendable {
  /// Two values of one type that are the same and there, one of each side.
  package struct Key: Hashable, Sendable {
    /// Over the left row.
    package let left: BoundExpression
    /// Over the right row, counted from its own first column.
    package let right: BoundExpression

    package init(left: BoundExpression, right: BoundExpression) {
      self.left = left
      self.right = right
    }
  }

  /// Equal values, none of them a list.
  package private(set) var keys: [Key] = []
  /// Values or lists that have an element in common.
  package private(set) var sharedKeys: [Key] = []
  /// Over both rows, in the order as said.
  package private(set) var rest: [BoundExpression] = []

  init(_ condition: BoundExpression, leftCount: Int) {
    var mayFail = false
    for term in condition.conjuncts {
      mayFail = mayFail || term.mayFail
      if !mayFail, case .comparison(.equal, let a, let b) = term, !a.type.isList, a.type != .float,
        a.type.meets(b.type), let key = Self.key(a, b, leftCount)
      {
        keys.append(key)
      } else if !mayFail, case .call(.sharesElement, let sides, _) = term,
        let key = Self.key(sides[0], sides[1], leftCount)
      {
        sharedKeys.append(key)
      } else {
        rest.append(term)
      }
    }
  }

  private static func key(
    _ first: BoundExpression, _ second: BoundExpression, _ leftCount: Int
  ) -> Key? {
    func isLeft(_ side: BoundExpression) -> Bool {
      !side.columns.isEmpty && side.columns.allSatisfy { $0 < leftCount }
    }
    func isRight(_ side: BoundExpression) -> Bool {
      !side.columns.isEmpty && side.columns.allSatisfy { $0 >= leftCount }
    }
    func ofRight(_ side: BoundExpression) -> BoundExpression {
      side.remappingColumns { $0 - leftCount }
    }
    if isLeft(first), isRight(second) { return Key(left: first, right: ofRight(second)) }
    if isLeft(second), isRight(first) { return Key(left: second, right: ofRight(first)) }
    return nil
  }
}

extension BoundExpression {
  /// The terms of a conjunction, else the condition itself.
  package var conjuncts: [BoundExpression] {
    if case .and(let terms) = self { terms.flatMap(\.conjuncts) } else { [self] }
  }

  /// The condition that all terms hold.
  package static func all(_ terms: [BoundExpression]) -> BoundExpression {
    terms.count == 1 ? terms[0] : .and(terms)
  }
}
