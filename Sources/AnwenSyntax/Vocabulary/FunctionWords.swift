/// The names of a scalar function.
package struct FunctionWords: Sendable {
  /// The canonical English name.
  package let name: String
  package let chinese: String

  package init(name: String, chinese: String) {
    self.name = name
    self.chinese = chinese
  }

  package var spellings: [String] { [name, chinese] }
}
