package import AnwenTypes

/// The different texts of a column; a code is an index into it.
package final class TextDictionary: Sendable {
  package let texts: [TextValue]

  package init(_ texts: [TextValue]) { self.texts = texts }
}
