/// One way to complete what was typed.
package struct Completion: Hashable, Sendable {
  package let text: String
  /// What it is, in a word; empty where nothing needs to be said.
  package let note: String

  package init(_ text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}

/// The completions of one word, shown below the statement, one of them chosen or none yet.
package struct CompletionMenu: Hashable, Sendable {
  package let items: [Completion]
  package private(set) var selection: Int?

  /// - Precondition: `items` is not empty.
  package init(_ items: [Completion]) {
    precondition(!items.isEmpty, "a menu offers something")
    self.items = items
  }

  /// The longest beginning that all completions share, in whole characters.
  package static func commonPrefix(of items: [Completion]) -> String {
    guard let first = items.first?.text else { return "" }
    return items.dropFirst().reduce(first) { prefix, item in
      String(zip(prefix, item.text).prefix { $0 == $1 }.map(\.0))
    }
  }

  /// Chooses the next completion (+1) or the one before (-1), round the ends.
  package mutating func advance(by step: Int) -> Completion {
    let next: Int
    if let selection {
      next = (selection + step + items.count) % items.count
    } else {
      next = step > 0 ? 0 : items.count - 1
    }
    selection = next
    return items[next]
  }

  /// Returns the rows of the menu, at most `maximumRowCount` and each narrower than `columns`.
  ///
  /// Items stand in columns, read downwards. Where they do not all fit, the page with the chosen
  /// one is shown, and a last row tells which items these are.
  package func rows(columns: Int, maximumRowCount: Int) -> [ScreenRow] {
    let limit = columns - 1  // the last column stays free: a full row would wrap
    guard limit > 0, maximumRowCount > 0 else { return [] }
    let widest = items.reduce(1) { max($0, Self.width(of: $1)) }
    let itemWidth = min(widest + 2, limit)
    let perRow = max(1, limit / itemWidth)
    let isPaged = items.count > perRow * maximumRowCount
    let rowsPerPage = isPaged ? max(1, maximumRowCount - 1) : maximumRowCount
    let pageSize = perRow * rowsPerPage
    let pageStart = (selection ?? 0) / pageSize * pageSize
    let page = pageStart..<min(pageStart + pageSize, items.count)
    let rowCount = (page.count + perRow - 1) / perRow
    var rows = (0..<rowCount).map { rowIndex in
      row(stride(from: page.lowerBound + rowIndex, to: page.upperBound, by: rowCount), itemWidth)
    }
    if isPaged, maximumRowCount > 1 {
      var position = ScreenRow()
      let text = "\(page.lowerBound + 1)-\(page.upperBound) / \(items.count)"
      position.append(text, style: .note, limit: limit)
      rows.append(position)
    }
    return rows
  }

  /// Returns the row of the items at some indices, side by side.
  private func row(_ indices: some Sequence<Int>, _ itemWidth: Int) -> ScreenRow {
    var row = ScreenRow()
    var end = 0
    for index in indices {
      row.append(String(repeating: " ", count: end - row.width), style: .text)
      end += itemWidth
      let item = items[index]
      row.append(item.text, style: index == selection ? .selection : .text, limit: end)
      if !item.note.isEmpty {
        row.append(" " + item.note, style: .note, limit: max(row.width, end - 1))
      }
    }
    return row
  }

  /// Returns the columns of an item with its note.
  private static func width(of item: Completion) -> Int {
    shownWidth(of: item.text) + (item.note.isEmpty ? 0 : shownWidth(of: item.note) + 1)
  }
}
