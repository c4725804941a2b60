package import AnwenDiagnostics

/// What is wrong with a regular expression, and where: places are numbers of its scalars.
package struct PatternProblem: Error, Hashable {
  package enum Kind: Hashable, Sendable {
    /// A bracket that is not closed, or closes nothing.
    ///
    /// Example: `tasks where title matches "(消防"`
    case unbalanced(String)

    /// A repetition that stands behind nothing that can be repeated.
    ///
    /// Example: `tasks where title matches "*消防"`
    case nothingToRepeat(String)

    /// Braces that hold no numbers, numbers in the wrong order, or too large ones.
    ///
    /// Example: `tasks where title matches "消{3,2}"`
    case wrongCount(limit: Int)

    /// A backslash before what has no special meaning to take away and gets none.
    ///
    /// Example: `tasks where title matches "\p"`
    case unknownEscape(String)

    /// A range of characters that ends before it begins, or whose ends are no characters.
    ///
    /// Example: `tasks where title matches "[z-a]"`
    case wrongRange

    /// A class without a character.
    ///
    /// Example: `tasks where title matches "[]"`
    case emptyClass

    /// A group that begins with a question mark.
    ///
    /// Example: `tasks where title matches "(?=消防)"`
    case unknownGroup

    /// More states, or groups in one another, than are looked at.
    ///
    /// Example: `tasks where title matches "(.{100}){100}"`
    case tooLarge
  }

  package let kind: Kind
  package let places: Range<Int>
}

extension PatternProblem: Problem {
  package var code: String {
    switch kind {
    case .unbalanced: "E0350"
    case .nothingToRepeat: "E0351"
    case .wrongCount: "E0352"
    case .unknownEscape: "E0353"
    case .wrongRange: "E0354"
    case .emptyClass: "E0355"
    case .unknownGroup: "E0356"
    case .tooLarge: "E0357"
    }
  }

  package var message: LocalizedText {
    switch kind {
    case .unbalanced(let bracket):
      text(
        "the bracket “\(bracket)” has no partner; a bracket that is meant itself is written "
          + "\\\(bracket)",
        "括号“\(bracket)”没有配对；要匹配括号本身请写 \\\(bracket)")
    case .nothingToRepeat(let sign):
      text(
        "“\(sign)” repeats what stands before it, and nothing that can be repeated does; the sign "
          + "itself is written \\\(sign)",
        "“\(sign)”表示重复前面的内容，而前面没有可重复的内容；要匹配这个符号本身请写 \\\(sign)")
    case .wrongCount(let limit):
      text(
        "braces hold how often: {3}, {2,} or {2,5}, at most \(limit); a brace itself is written \\{",
        "花括号里写重复次数：{3}、{2,} 或 {2,5}，最多 \(limit) 次；要匹配花括号本身请写 \\{")
    case .unknownEscape(let sequence):
      text(
        "“\(sequence)” means nothing here: \\d is a digit, \\w a letter, character or digit, \\s "
          + "white space, \\t \\n \\r themselves, and a sign behind \\ is the sign itself",
        "“\(sequence)”没有含义：\\d 是数字，\\w 是字母、汉字或数字，\\s 是空白，另有 \\t \\n \\r，\\ 加符号表示符号本身")
    case .wrongRange:
      text(
        "a range of characters goes from a smaller to a larger one, as in [a-z]; a minus itself "
          + "stands last or is written \\-",
        "字符范围要从小到大，如 [a-z]；要匹配减号本身请放在最后或写 \\-")
    case .emptyClass:
      text(
        "a class needs a character; the bracket itself is written \\]",
        "方括号里至少要有一个字符；要匹配方括号本身请写 \\]")
    case .unknownGroup:
      text(
        "a group begins with ( or (?: only; a question mark itself is written \\?",
        "分组只能以 ( 或 (?: 开头；要匹配问号本身请写 \\?")
    case .tooLarge:
      text(
        "the pattern becomes too large here; use smaller repetitions", "模式到这里过大，请减少重复次数")
    }
  }

  private func text(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }
}
