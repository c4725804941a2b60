import AnwenTypes
import Testing

@Suite("Regular expressions")
struct RegularExpressionTests {
  private static func occurs(_ pattern: String, in text: String) throws -> Bool {
    try RegularExpression(pattern).occurs(in: text)
  }

  /// Worked out by hand: a pattern, texts in which it occurs, and texts in which it does not.
  private static let table: [(pattern: String, found: [String], missing: [String])] = [
    ("", ["", "a"], []),
    ("消防", ["消防", "查消防通道"], ["", "消", "防消", "消 防"]),
    ("消防.*", ["消防", "消防通道"], ["消", "防消"]),
    ("^消防", ["消防通道"], ["查消防"]),
    ("通道$", ["消防通道"], ["通道消防", "通道\n"]),
    ("^$", [""], ["a", "\n"]),
    ("^a$", ["a"], ["ab", "ba", "aa", ""]),
    ("a.c", ["abc", "消a防c", "a\u{301}ca.c"], ["ac", "a\nc", "abbc"]),
    (".", ["a", "防", "\u{301}", "\r"], ["", "\n", "\n\n"]),
    ("^.$", ["防", "𠮷", "😀"], ["e\u{301}", "👍🏽"]),
    ("ab*c", ["ac", "abc", "abbbc"], ["ab", "adc"]),
    ("ab+c", ["abc", "abbbc"], ["ac"]),
    ("^ab?c$", ["ac", "abc"], ["abbc"]),
    ("^a{3}$", ["aaa"], ["aa", "aaaa"]),
    ("^a{2,}$", ["aa", "aaaaa"], ["", "a"]),
    ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
    ("^a{0}$", [""], ["a"]),
    ("^(ab){2}$", ["abab"], ["ab", "aabb", "ababab"]),
    ("^(?:消防|用电|燃气)隐患$", ["消防隐患", "用电隐患", "燃气隐患"], ["消防", "消防用电隐患"]),
    ("^a|b$", ["ax", "xb", "ab"], ["ba", "xax"]),
    ("^(a|)b$", ["ab", "b"], ["a", "aab"]),
    ("^(|a)+$", ["", "a", "aaa"], ["b", "ab"]),
    ("^(a*)*$", ["", "aaaa"], ["b", "ab"]),
    ("^(a|ab)(c|bcd)$", ["ac", "abc", "abcd", "abbcd"], ["a", "abd"]),
    ("[abc]", ["xbx"], ["", "def"]),
    ("^[^abc]$", ["d", "防", "\n"], ["a", "dd"]),
    ("^[a-cx]+$", ["abcx", "cab"], ["d", "-", "abcy"]),
    ("^[a-]+$", ["a-", "-"], ["b"]),
    ("^[-a]+$", ["a-", "-"], ["b"]),
    ("^[一-龥]+$", ["消防", "一"], ["a", "", "，"]),
    ("^[.*+?(){}|^$]+$", [".*+?(){}|^$"], ["a", "\\"]),
    ("^[\\]\\\\]+$", ["]\\", "\\"], ["["]),
    ("^[\\d年月日]+$", ["2024年6月", "２０２４年"], ["二零年", "2024-06"]),
    ("^[^\\d\\s]+$", ["消防a_"], ["a1", "a b", ""]),
    ("^\\d{4}-\\d{2}$", ["2024-06", "２０２４-０６"], ["24-06", "2024-6", "二零二四-零六"]),
    ("^\\w+$", ["消防_a1", "é", "e\u{301}", "ａ１"], ["a b", "a-b", "，", ""]),
    ("\\W", ["a b", "a-b", "，"], ["消防_a1", ""]),
    ("\\s", ["a b", "\u{3000}", "\t", "\n"], ["ab", ""]),
    ("^\\S+$", ["消防"], ["消 防", "消\u{3000}防"]),
    ("\\D", ["1a", "一"], ["123", ""]),
    ("^\\.\\*\\(\\)\\[\\]\\{\\}\\|\\\\\\^\\$\\?\\+\\-$", [".*()[]{}|\\^$?+-"], ["a"]),
    ("^\\t\\n\\r$", ["\t\n\r"], ["tnr"]),
    ("“.+”", ["查“消防”"], ["查“”"]),
    ("(?:a|b)*c{1,2}d?", ["c", "abacc", "ccd"], ["", "abd"]),
    ("é", ["é"], ["e\u{301}"]),
    ("e\u{301}", ["e\u{301}"], ["é"]),
    ("a-z", ["a-z"], ["b"]),
    ("a,b", ["a,b"], []),
  ]

  @Test("what is found, and what is not", arguments: table.indices)
  func finds(index: Int) throws {
    let (pattern, found, missing) = Self.table[index]
    for text in found { #expect(try Self.occurs(pattern, in: text), "\(pattern) in \(text)") }
    for text in missing { #expect(try !Self.occurs(pattern, in: text), "\(pattern) in \(text)") }
  }

  @Test(
    "what is wrong, and where",
    arguments: [
      ("(", "E0350", 0..<1), ("消(防", "E0350", 1..<2), ("消)", "E0350", 1..<2),
      ("a]", "E0350", 1..<2), ("a}", "E0350", 1..<2), ("a[bc", "E0350", 1..<2),
      ("((a)", "E0350", 0..<1), ("[", "E0350", 0..<1), ("[^", "E0350", 0..<1),
      ("*a", "E0351", 0..<1), ("a|+", "E0351", 2..<3), ("(?)", "E0356", 0..<2),
      ("a**", "E0351", 2..<3), ("a+?", "E0351", 2..<3), ("^*", "E0351", 1..<2),
      ("a$+", "E0351", 2..<3), ("{2}", "E0351", 0..<1), ("a{2}{3}", "E0351", 4..<5),
      ("a{", "E0352", 1..<2), ("a{}", "E0352", 1..<2), ("a{x}", "E0352", 1..<2),
      ("a{,3}", "E0352", 1..<4), ("a{2,1}", "E0352", 1..<6), ("a{1001}", "E0352", 1..<7),
      ("a{99999999999999999999}", "E0352", 1..<23), ("a{2", "E0352", 1..<3),
      ("a{2,", "E0352", 1..<4), ("a{2,x}", "E0352", 1..<4),
      ("\\", "E0353", 0..<1), ("a\\p", "E0353", 1..<3), ("\\1", "E0353", 0..<2),
      ("\\b", "E0353", 0..<2), ("\\防", "E0353", 0..<2), ("[\\p]", "E0353", 1..<3),
      ("[z-a]", "E0354", 1..<4), ("[a-\\d]", "E0354", 1..<5), ("[\\d-z]", "E0354", 1..<5),
      ("[]", "E0355", 0..<2), ("[^]", "E0355", 0..<3), ("a[]b]", "E0355", 1..<3),
      ("(?=a)", "E0356", 0..<2), ("(?i)a", "E0356", 0..<2), ("(?<n>a)", "E0356", 0..<2),
      ("(.{100}){100}", "E0357", 0..<13), ("a(b{1000}){5}c", "E0357", 1..<13),
    ])
  func problems(pattern: String, code: String, places: Range<Int>) {
    do throws(PatternProblem) {
      _ = try RegularExpression(pattern)
      Issue.record("\(pattern) is read")
    } catch {
      #expect(error.code == code, "\(pattern)")
      #expect(error.places == places, "\(pattern)")
    }
  }

  @Test("the number of steps grows with the length of the text, not faster")
  func steps() throws {
    let patterns = [
      "(a*)*b", "(a|aa)+$", "(a|a)*b", "^(a+)+$", "(.*)*.*=.*", "(a?){50}a{50}",
      "^(([a-z])+.)+[A-Z]",
    ]
    for pattern in patterns {
      let program = try RegularExpression(pattern).program
      for text in [
        String(repeating: "a", count: 20_000), String(repeating: "a", count: 20_000) + "!",
        String(repeating: "ab", count: 10_000),
      ] {
        var run = PatternRun(program)
        _ = run.finds(in: text)
        #expect(run.stepCount <= program.steps.count * (text.unicodeScalars.count + 1))
      }
    }
    #expect(try !Self.occurs("(a*)*b", in: String(repeating: "a", count: 20_000)))
    #expect(try Self.occurs("(a|aa)+$", in: String(repeating: "a", count: 20_000)))
  }

  @Test func depthAndSizeAreLimited() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: PatternProblem.self) { try RegularExpression(deep) }
    let nested = String(repeating: "(", count: 100) + "a" + String(repeating: ")*", count: 100)
    #expect(throws: Never.self) { try RegularExpression(nested) }
    let long = String(repeating: "a", count: 5_001)
    #expect(throws: PatternProblem.self) { try RegularExpression(long) }
    #expect(throws: PatternProblem.self) { try RegularExpression("((a{100}){100}){100}") }
  }

  @Test("every prefix and every deletion is read or refused")
  func damagedPatterns() {
    for pattern in Self.table.map(\.pattern) {
      let scalars = Array(pattern.unicodeScalars)
      for index in scalars.indices {
        let prefix = String(String.UnicodeScalarView(scalars[..<index]))
        let rest = String(String.UnicodeScalarView(scalars[..<index] + scalars[(index + 1)...]))
        for text in [prefix, rest] {
          guard let expression = try? RegularExpression(text) else { continue }
          _ = expression.occurs(in: "消防a1 \n")
        }
      }
    }
  }

  @Test("made patterns find what Swift's own expressions find")
  func againstSwift() throws {
    var random = SplitMix(state: 7)
    var readCount = 0
    for _ in 0..<2_000 {
      let pattern = Self.pattern(depth: 3, &random)
      guard let expression = try? RegularExpression(pattern) else { continue }
      readCount += 1
      let reference = try Regex(pattern).matchingSemantics(.unicodeScalar)
      for _ in 0..<6 {
        let text = String(
          (0..<Int.random(in: 0..<6, using: &random)).map { _ in
            ["a", "b", "防", "1", " "].randomElement(using: &random) ?? "a"
          }.joined())
        #expect(
          expression.occurs(in: text) == text.contains(reference), "\(pattern) in “\(text)”")
      }
    }
    #expect(readCount > 1_500)
  }

  private static func pattern(depth: Int, _ random: inout SplitMix) -> String {
    let atoms = ["a", "b", "防", ".", "\\d", "\\w", "\\S", "[ab]", "[^a防]", "[a-b1]", "^", "$"]
    let atom = atoms.randomElement(using: &random) ?? "a"
    if depth == 0 { return atom }
    let one = pattern(depth: depth - 1, &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: return one + pattern(depth: depth - 1, &random)
    case 2: return "(" + one + "|" + pattern(depth: depth - 1, &random) + ")"
    case 3:
      let sign = ["*", "+", "?", "{2}", "{0,2}", "{1,}"].randomElement(using: &random) ?? "*"
      return "(?:" + one + "a)" + sign
    default: return atom + one
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
