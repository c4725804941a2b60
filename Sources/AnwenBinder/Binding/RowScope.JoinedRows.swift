import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

extension RowScope {
  /// Rows of an entity that a join has brought beside those at hand.
  struct JoinedRows {
    /// What a name of them begins with; longer than one name where they came in with others.
    let path: [String]
    let label: LocalizedText
    let rows: EntityRows
    /// A column that is true beside one of them; nil where there always is one.
    let presence: Int?
  }

  /// Rows that are about to be joined: while the condition is bound, both plans may be extended.
  struct MeetingRows {
    let name: String
    var rows: RowScope

    /// Stands before the positions of their columns until the width of the rows at hand is known.
    static let base = 1 << 40
  }

  /// The joined rows to which a name leads, those of the longest path.
  func joinedRows(of name: NameSyntax) -> JoinedRows? {
    joined.filter { $0.path.count < name.path.count && name.path.starts(with: $0.path) }
      .max { $0.path.count < $1.path.count }
  }

  /// Whether a name is that of other rows.
  func leadsToJoinedRows(_ name: NameSyntax) -> Bool {
    meeting.contains { $0.name == name.path[0] } || joined.contains { $0.path[0] == name.path[0] }
  }

  /// Whether the rows have joined ones of a name.
  func hasJoined(_ name: String) -> Bool {
    joined.contains { $0.path[0] == name } || columns.contains { $0.name.hasPrefix(name + ".") }
  }
}
