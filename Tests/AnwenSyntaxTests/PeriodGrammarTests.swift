import AnwenDiagnostics
import AnwenSyntax
import Glibc
import Testing

@Suite("Grammar: periods")
struct PeriodGrammarTests {
  /// Stands for `sp`, `link` and `hyphen` until their neighbours are known.
  private static let marks = ["sp": "\u{1}", "link": "\u{2}", "hyphen": "\u{3}"]

  private static func grammar() throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    var bytes: [UInt8] = []
    // SAFETY: the file is used only while it is open, and only here.
    if let file = unsafe fopen("/\(root)/Grammar/periods.ebnf", "r") {
      while case let byte = unsafe fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
      unsafe fclose(file)
    }
    try #require(!bytes.isEmpty, "Grammar/periods.ebnf cannot be read")
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("every rule that is used is defined")
  func complete() throws {
    let grammar = GrammarSentences(grammar: try Self.grammar(), seed: 1)
    #expect(grammar.undefined == [])
    #expect(grammar.names.isSuperset(of: ["period", "list", "digit_zh"]))
  }

  @Test(
    "the parser takes what the grammar makes, whole, and again as it is printed",
    arguments: [
      "day", "week", "ten_days", "month", "quarter", "half", "semester", "year", "inside",
      "half_month", "weekend", "firsts", "lasts", "group", "rolling", "whole", "range",
      "opened_range", "between", "relation", "to_date", "list",
    ])
  func sentences(rule: String) throws {
    var grammar = GrammarSentences(grammar: try Self.grammar(), seed: 20_241_115)
    for _ in 0..<400 {
      let marked = grammar.sentence(of: rule, marked: Self.marks)
      let sentence = Self.filled(marked, &grammar)
      let scalars = sentence.unicodeScalars.map(\.value)
      let match = PeriodParser(scalars).matches(at: 0, expectsPeriod: true).first
      #expect(match?.end == scalars.count, "\(rule): \(sentence)")
      guard let syntax = match?.syntax, syntax.problem == nil else { continue }
      for language in Language.allCases {
        let printed = PeriodPrinter(language).print(syntax)
        let scalars = printed.lowercased().unicodeScalars.map(\.value)
        let again = PeriodParser(scalars).matches(at: 0, expectsPeriod: true).first
        #expect(
          again?.end == scalars.count && again?.syntax == syntax,
          "\(rule): \(sentence) = \(printed)")
      }
    }
  }

  /// Puts spaces where Latin words would run together, and elsewhere some of what the marks allow.
  private static func filled(_ marked: String, _ grammar: inout GrammarSentences) -> String {
    var text = ""
    let characters = Array(marked)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isBetweenLatin =
        isLatin(text.last) && isLatin(next)
      switch character {
      case "\u{1}": text += isBetweenLatin || next != " " && grammar.random(4) == 0 ? " " : ""
      case "\u{2}":
        let linked = isLatin(text.last) ? "" : "的"
        text += isBetweenLatin ? " " : ["", "", " ", linked][grammar.random(4)]
      case "\u{3}":
        text += isDigit(text.last) && isDigit(next) ? ".." : "-"
      default: text.append(character)
      }
    }
    return text
  }

  private static func isDigit(_ character: Character?) -> Bool {
    character.map { $0.isASCII && $0.isNumber } ?? false
  }

  private static func isLatin(_ character: Character?) -> Bool {
    character.map { $0.isASCII && ($0.isNumber || $0.isLetter) } ?? false
  }
}
