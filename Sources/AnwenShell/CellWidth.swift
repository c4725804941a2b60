import AnwenDiagnostics

/// Returns the columns that one character takes on the terminal: 0, 1 or 2.
package func cellWidth(_ character: Character) -> Int { DisplayWidth.cells(of: character) }

/// Returns the columns that a text takes when it is written without a break.
package func cellWidth(of text: some StringProtocol) -> Int { DisplayWidth.cells(of: text) }
