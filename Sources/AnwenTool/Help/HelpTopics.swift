import AnwenBuiltIn
import AnwenDiagnostics
import AnwenFunctions
import AnwenSyntax

/// What `anwen help` can tell of: the sections of the guide, found by the words of either language.
struct HelpTopics {
  private let sections: [GuideSection]

  init() {
    sections = GuideChapters.all.flatMap { GuideSection.all(of: $0.text, chapter: $0.name) }
  }

  /// The sections about a topic, the most telling first and at most two; none where it is unknown.
  func sections(about topic: String) -> [GuideSection] {
    let terms = HelpTopics.terms(for: topic)
    let titled = sections.filter { section in terms.contains { section.isTitled($0) } }
    if let first = titled.first {
      // A chapter is all that it holds.
      let isChapter = terms.contains { $0 == first.chapter.lowercased() }
      return isChapter ? sections.filter { $0.chapter == first.chapter } : [first]
    }
    let listed = sections.filter { section in terms.contains { section.lists($0) } }
    if !listed.isEmpty { return Array(listed.prefix(2)) }
    let shown = sections.filter { section in terms.contains { section.shows($0) } }
    return Array(shown.prefix(1))
  }

  /// Words that are nearly the topic.
  func suggestions(for topic: String) -> [String] {
    let words =
      Keyword.allCases.flatMap(\.spellings) + HelpTopics.functions.flatMap { $0 }
      + StatementWord.allCases.flatMap(\.spellings) + sections.map(\.title)
      + HelpTopics.chineseTitles.map(\.chinese)
    return NearestWords.nearest(to: topic, among: words)
  }

  /// The titles of the sections by chapter, and how to ask for one.
  var overview: String {
    var lines = ["anwen help TOPIC tells of:", ""]
    for chapter in GuideChapters.all {
      let own = sections.filter { $0.chapter == chapter.name && !$0.isErrorCode }
      let titles = own.map(\.title)
      guard !titles.isEmpty else { continue }
      lines.append("  " + titles.joined(separator: ", "))
    }
    lines += [
      "", "and of every keyword and function in either language (anwen help sort, anwen help 排序),",
      "of every error code (anwen help E0203), and of each command (anwen help run).",
      "anwen --help lists the commands.",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// The topic as it is spelled, and in the spellings that mean the same.
  private static func terms(for topic: String) -> [String] {
    let folded = topic.lowercased()
    var terms = [folded]
    let groups =
      Keyword.allCases.map(\.spellings) + functions
      + StatementWord.allCases.map(\.spellings)
    for spellings in groups where spellings.contains(folded) { terms += spellings.prefix(2) }
    terms += chineseTitles.filter { $0.chinese == folded }.map { $0.english.lowercased() }
    return terms
  }

  /// The names of each function.
  private static let functions = ScalarFunction.all.compactMap(\.words).map {
    [$0.name, $0.chinese]
  }

  /// Chinese words for sections, whose titles are English.
  private static let chineseTitles: [(chinese: String, english: String)] = [
    ("名词", "Nouns"), ("修饰", "Modifiers"), ("条件", "Conditions"), ("时间", "Periods"),
    ("时段", "Periods"), ("函数", "Functions"), ("聚合", "Aggregates"), ("步骤", "Stages"),
    ("阶段", "Stages"), ("脚本", "Scripts"), ("模型", "Model"), ("相关行", "Related rows"),
    ("算术", "Values and arithmetic"), ("类型", "Types"), ("格式", "Formats"),
  ]
}

extension GuideSection {
  /// Whether the section is about one error.
  var isErrorCode: Bool {
    title.utf8.count == 5 && title.hasPrefix("E") && title.dropFirst().allSatisfy(\.isNumber)
  }

  /// Whether the title is the term, or a list in which it stands.
  fileprivate func isTitled(_ term: String) -> Bool {
    let folded = title.lowercased()
    if folded == term || chapter.lowercased() == term { return true }
    let words = folded.split { " ,·、()".contains($0) }.map(String.init)
    if words.count <= 4, words.contains(term) { return true }
    // Several stages, each in both languages: left join 左关联.
    return folded.split(separator: ",").contains { name in
      let words = name.split(separator: " ")
      guard let chinese = words.last, chinese.utf8.first.map({ $0 >= 0x80 }) ?? false else {
        return false
      }
      return chinese == term || words.dropLast().joined(separator: " ") == term
    }
  }

  /// Whether a table's first cell names the term as code, or as a Chinese word behind it.
  fileprivate func lists(_ term: String) -> Bool {
    lines.contains { line in
      guard line.hasPrefix("|"), let cell = line.split(separator: "|").first else { return false }
      return GuideSection.words(of: String(cell)).contains(term)
        || GuideSection.names(line, term)
    }
  }

  /// Whether the term stands somewhere as code.
  fileprivate func shows(_ term: String) -> Bool {
    lines.contains { GuideSection.names($0, term) }
  }

  private static func names(_ line: String, _ term: String) -> Bool {
    let parts = line.lowercased().split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().contains { index, part in
      index % 2 == 1 && (part == term || part.hasPrefix(term + " ") || part.hasPrefix(term + "("))
    }
  }

  private static func words(of cell: String) -> [String] {
    cell.lowercased().split { " `,·、；;|[]()".contains($0) }.map(String.init)
  }
}
