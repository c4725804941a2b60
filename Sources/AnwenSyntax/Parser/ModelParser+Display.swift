extension ModelParser {
  /// Parses how the numbers of a column or measure look, behind a comma.
  ///
  ///     display      = "format" display_part { display_part } .
  ///     display_part = "percent" | "thousands" | "decimals" INTEGER | "unit" TEXT [ TEXT ] .
  ///
  /// - Returns: nil where no `format` stands.
  static func parseDisplay(
    _ cursor: inout ModelCursor
  ) throws(ModelFailure) -> DisplayDeclaration? {
    guard cursor.match(.format) else { return nil }
    let place = cursor.previousPlace
    var parts: [DisplayDeclaration.Part] = []
    while let part = try parseDisplayPart(&cursor) { parts.append(part) }
    guard !parts.isEmpty else { throw cursor.failureAtWord { .unknownDisplay($0) } }
    return DisplayDeclaration(parts: parts, place: place)
  }

  private static func parseDisplayPart(
    _ cursor: inout ModelCursor
  ) throws(ModelFailure) -> DisplayDeclaration.Part? {
    if cursor.match(.percent) { return .percent(cursor.previousPlace) }
    if cursor.match(.thousands) { return .thousands(cursor.previousPlace) }
    if cursor.match(.decimals) { return .decimals(try cursor.expectWord()) }
    guard cursor.match(.unit) else { return nil }
    let first = try cursor.expectText().word
    return .unit(first, cursor.matchText()?.word)
  }
}
