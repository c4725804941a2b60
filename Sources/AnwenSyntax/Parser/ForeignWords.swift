/// What people write who come from other query languages, and what it is called here.
enum ForeignWords {
  private static let symbols: [(foreign: String, own: String)] = [
    ("==", "="), ("<>", "!="), ("=<", "<="), ("=>", ">="), ("&&", "and"), ("||", "or"),
    ("'", "\""), ("‘", "“"), ("’", "”"),
  ]

  private static let words: [String: String] = [
    "like": "contains", "filter": "where", "order": "sort", "limit": "take", "group": "summarize",
    "aggregate": "summarize", "project": "select", "extend": "derive", "null": "is missing",
    "包括": "包含", "分组": "统计", "过滤": "筛选", "显示出": "列出", "排列": "排序", "大于或等于": "大于等于",
    "小于或等于": "小于等于",
  ]

  /// The symbol of another language that holds a place, with its first unit, and its twin here.
  static func symbol(
    in text: LexedText, around place: Int, limit: Int
  ) -> (range: Range<Int>, own: String)? {
    for (foreign, own) in symbols {
      let units = foreign.unicodeScalars.map(\.value)
      for start in max(0, place + 1 - units.count)...place
      where start + units.count <= limit && text.folded[start..<start + units.count] == units[...] {
        return (start..<start + units.count, own)
      }
    }
    return nil
  }

  /// What a word of another language is called here.
  static func word(_ foreign: String) -> String? { words[foreign.lowercased()] }
}
