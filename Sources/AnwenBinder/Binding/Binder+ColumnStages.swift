import AnwenDiagnostics
import AnwenPlan
import AnwenSyntax
import AnwenTypes

/// Stages that give columns other names, take them away, or take lists apart.
extension Binder {
  mutating func bindRename(_ renamings: [RenamingSyntax], in scope: inout RowScope) -> Bool {
    renamings.allSatisfy { bindRenaming($0, in: &scope) }
  }

  /// The column stays where it is shown; one that is not shown comes last.
  private mutating func bindRenaming(
    _ renaming: RenamingSyntax, in scope: inout RowScope
  ) -> Bool {
    let alias = renaming.alias.name
    guard let column = takeColumn(renaming.name, in: &scope) else { return false }
    scope.removed[renaming.name.column] = .renamed(alias)
    guard !isTaken(alias, in: scope) else {
      report(.duplicateName(alias), at: renaming.alias.place)
      return false
    }
    let field = Field(
      name: alias, type: column.field.type, label: LocalizedText(english: alias, chinese: alias),
      display: column.field.display)
    let renamed = RowScope.NamedColumn(field, position: column.position)
    scope.columns.append(renamed)
    scope.shown.insert(.made(renamed), at: column.place ?? scope.shown.count)
    return true
  }

  mutating func bindDrop(
    _ names: [NameSyntax], at place: SyntaxRange, in scope: inout RowScope
  ) -> Bool {
    for name in names {
      guard takeColumn(name, in: &scope) != nil else { return false }
      scope.removed[name.column] = .dropped
    }
    guard !scope.shown.isEmpty else {
      report(StageProblem.noColumnLeft, at: place)
      return false
    }
    return true
  }

  /// The element stands where the list was shown, and has its name; the rows' own list, of which
  /// phrases and conditions speak, stays as it is.
  mutating func bindExpand(_ name: NameSyntax, in scope: inout RowScope) -> Bool {
    guard let list = takeColumn(name, in: &scope) else { return false }
    guard list.field.type.isList else {
      report(StageProblem.notAList(name.column), at: name.place)
      return false
    }
    let position = scope.append(
      .column(list.position, list.field.type), name: list.field.name, label: list.field.label)
    scope.extend(.expand(LogicalPlan.Expand(input: scope.plan, column: position)))
    let field = Field(
      name: list.field.name, type: list.field.type.element, label: list.field.label,
      display: list.field.display)
    let element = RowScope.NamedColumn(field, position: position)
    scope.columns.append(element)
    scope.shown.insert(.made(element), at: list.place ?? scope.shown.count)
    return true
  }

  /// Whether a column has a name already; a later stage could not tell two apart.
  func isTaken(_ name: String, in scope: RowScope) -> Bool {
    if scope.column(named: name) != nil { return true }
    guard let rows = scope.rows, scope.removed[name] == nil else { return false }
    return catalog.entities[rows.entity].columnIndex(name) != nil
  }

  /// A column that was taken out of the scope.
  private struct TakenColumn {
    let position: Int
    let field: Field
    /// Where it was shown, if it was.
    let place: Int?
  }

  /// Takes a column out of what is shown and of the names.
  private mutating func takeColumn(
    _ name: NameSyntax, in scope: inout RowScope
  ) -> TakenColumn? {
    if let column = scope.column(named: name.column) {
      scope.columns.removeAll { $0.name == name.column }
      return TakenColumn(
        position: column.position, field: column.field,
        place: scope.removeShown { $0.isMade(named: name.column) })
    }
    if scope.joinedRows(of: name)?.path.count == name.path.count - 1 {
      return bindName(name, in: &scope).map { value in
        let field = field(
          of: ItemSyntax(expression: .name(name), alias: nil), type: value.type, in: scope)
        return TakenColumn(position: scope.position(of: value, field), field: field, place: nil)
      }
    }
    guard let rows = scope.rows, scope.removed[name.column] == nil,
      let index = catalog.entities[rows.entity].columnIndex(name.column)
    else {
      // Says what is wrong with a name that is none; any other is a path or a constant.
      if bindName(name, in: &scope) != nil {
        report(StageProblem.notAColumn(name.column), at: name.place)
      }
      return nil
    }
    guard let value = bindColumn(index, of: rows, in: &scope) else { return nil }
    let column = catalog.entities[rows.entity].columns[index]
    return TakenColumn(
      position: scope.position(of: value, column.field), field: column.field,
      place: scope.removeShown { $0.isModel(index) })
  }
}

extension NameSyntax {
  /// The name of the column that the query made, if it is one.
  fileprivate var column: String { path.joined(separator: ".") }
}

extension RowScope {
  /// Where the column stood that was shown.
  fileprivate mutating func removeShown(_ isMeant: (ShownColumn) -> Bool) -> Int? {
    guard let place = shown.firstIndex(where: isMeant) else { return nil }
    shown.remove(at: place)
    return place
  }
}

extension RowScope.ShownColumn {
  fileprivate func isMade(named name: String) -> Bool {
    if case .made(let column) = self { column.name == name } else { false }
  }

  fileprivate func isModel(_ index: Int) -> Bool {
    if case .model(let known) = self { known == index } else { false }
  }
}
