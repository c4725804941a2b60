/// How a property of a program's type is called that stands for a column.
package enum PropertyName {
  /// `due_basis` gives `dueBasis`; underscores at either end stay.
  package static func of(column: String) -> String {
    let parts = column.utf8.split(separator: UInt8(ascii: "_"))
    guard parts.count > 1 else { return column }
    let leading = column.prefix { $0 == "_" }
    let trailing = column.reversed().prefix { $0 == "_" }.count
    var name = leading + (String(parts[0]) ?? "")
    for part in parts.dropFirst() {
      let word = String(part) ?? ""
      name += word.prefix(1).uppercased() + word.dropFirst()
    }
    return name + String(repeating: "_", count: trailing)
  }
}
