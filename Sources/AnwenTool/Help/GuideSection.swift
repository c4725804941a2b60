/// A part of a chapter of the guide, from its heading to the next one.
struct GuideSection {
  /// Without the signs of a heading and of code.
  let title: String
  let chapter: String
  let lines: [String]

  /// The sections of a chapter, in order.
  static func all(of text: String, chapter: String) -> [GuideSection] {
    var sections: [GuideSection] = []
    var title = chapter
    var lines: [String] = []
    var isCode = false
    func close() {
      let isEmpty = lines.allSatisfy { $0.isEmpty }
      if !isEmpty { sections.append(GuideSection(title: title, chapter: chapter, lines: lines)) }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("#") {
        let heading = line.drop { $0 == "#" || $0 == " " }.filter { $0 != "`" }
        // An overview goes on with what stands above it.
        if heading == "Overview" { continue }
        close()
        title = String(heading)
        lines = []
      } else {
        lines.append(line)
      }
    }
    close()
    return sections
  }

  /// The section as it is shown: code is indented, and signs of markup are left out.
  var text: String {
    var shown = [title, String(repeating: "─", count: min(72, title.unicodeScalars.count))]
    var isCode = false
    for line in lines {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode {
        shown.append(line.isEmpty ? "" : "    " + line)
      } else if line.hasPrefix("| ---") || line == "| | |" {
        continue
      } else {
        shown.append(GuideSection.plain(line))
      }
    }
    while shown.last?.isEmpty == true { shown.removeLast() }
    var result: [String] = []
    for line in shown where !(line.isEmpty && result.last?.isEmpty == true) { result.append(line) }
    return result.map { $0 + "\n" }.joined()
  }

  /// A line of running text or of a table.
  private static func plain(_ line: String) -> String {
    var text = line
    if text.hasPrefix("|") {
      let cells = text.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
      text = "  " + cells.dropLast().map { trimmed($0) }.joined(separator: "   ")
    }
    text = text.filter { $0 != "`" }
    while let start = text.firstIndex(of: "<"), text[start...].hasPrefix("<doc:"),
      let end = text[start...].firstIndex(of: ">")
    {
      let name = text[text.index(start, offsetBy: 5)..<end]
      text.replaceSubrange(start...end, with: "“anwen help \(name)”")
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}
