/// What is to be seen of a prompt: the statement, and a menu below it.
package struct Frame: Hashable, Sendable {
  package let layout: LineLayout
  package let menu: [ScreenRow]

  package init(layout: LineLayout, menu: [ScreenRow] = []) {
    self.layout = layout
    self.menu = menu
  }
}

/// A way to bring a frame to a kind of terminal.
///
/// A screen knows what it has drawn since the prompt began and returns what must be sent next.
package protocol Screen {
  /// The columns for which statements are laid out in a window.
  func layoutColumns(in size: Terminal.Size) -> Int

  /// Returns what replaces the last frame by this one.
  mutating func draw(_ frame: Frame, in size: Terminal.Size) -> String

  /// Returns what draws the statement for the last time, with a note behind it, and leaves the
  /// cursor at the start of the row below.
  mutating func finish(_ frame: Frame, note: String, in size: Terminal.Size) -> String

  /// Returns what clears the window; the next frame is drawn at its top.
  mutating func clear() -> String

  /// Tells that the window has changed its size, so that what was drawn may stand elsewhere.
  mutating func windowChanged()

  var bell: String { get }
  /// What makes the terminal bracket pastes while a line is edited, and stop that.
  var pasteBracketing: (on: String, off: String) { get }
}
