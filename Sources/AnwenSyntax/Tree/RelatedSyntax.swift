/// Rows that belong to the row at hand: those of a relation, with what is said of them.
package struct RelatedSyntax: Hashable, Sendable {
  /// The relations, lists or references that lead to them, one from the other. Empty where none
  /// does: then they are all rows of the entity that fulfil what is said, of the row at hand too.
  package let path: [String]
  package let clause: ClauseSyntax

  package init(path: [String], clause: ClauseSyntax) {
    self.path = path
    self.clause = clause
  }

  /// Whether what is said of them names a column of the rows outside.
  package var readsOuterRows: Bool { clause.modifiers.contains { $0.readsOuterRows } }
}

extension ExpressionSyntax {
  /// Whether a column of the rows outside stands in it.
  package var readsOuterRows: Bool {
    switch self {
    case .outer: true
    case .number, .range, .text, .bool, .period, .duration, .slot, .values, .name, .condition,
      .phrase,
      .mainDate, .bareValues, .key:
      false
    case .parameter(_, let operand, _), .not(let operand, _), .negated(let operand, _),
      .isMissing(let operand, _):
      operand.readsOuterRows
    case .and(let operands), .or(let operands): operands.contains { $0.readsOuterRows }
    case .comparison(let node): node.left.readsOuterRows || node.right.readsOuterRows
    case .arithmetic(let node): node.left.readsOuterRows || node.right.readsOuterRows
    case .textMatch(let node): node.subject.readsOuterRows || node.pattern.readsOuterRows
    case .membership(let node): node.subject.readsOuterRows || node.kind.readsOuterRows
    case .existence(let node):
      if case .related(let related) = node.subject { related.readsOuterRows } else { false }
    case .aggregate(let node):
      [node.argument, node.filter].contains { $0?.readsOuterRows ?? false }
        || node.relation?.readsOuterRows ?? false
    case .measure(let node):
      node.relation?.readsOuterRows ?? false || node.filter?.readsOuterRows ?? false
    case .call(let node): node.arguments.contains { $0.readsOuterRows }
    case .expansion(let node): node.arguments.contains { $0.readsOuterRows }
    case .conditional(let node):
      node.branches.contains { $0.condition.readsOuterRows || $0.value.readsOuterRows }
        || node.otherwise?.readsOuterRows ?? false
    case .window(let node):
      ([node.function.argument].compactMap { $0 } + node.order.map(\.expression) + node.groups)
        .contains { $0.readsOuterRows }
    }
  }
}

extension MembershipSyntax.Kind {
  fileprivate var readsOuterRows: Bool {
    switch self {
    case .oneOf(let members): members.contains { $0.readsOuterRows }
    case .between(let low, let high): low.readsOuterRows || high.readsOuterRows
    case .relation(_, let operand), .has(let operand): operand.readsOuterRows
    }
  }
}
