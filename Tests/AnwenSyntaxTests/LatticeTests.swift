import AnwenSyntax
import AnwenTestSupport
import Testing

/// Unspaced text is read as every cover of it by known words.
@Suite("Parser: the lattice")
struct LatticeTests {
  /// A model of which words begin and end like others.
  private let model = """
    data "Boxes" 箱子
    enumeration colour 颜色: red 红, dark_red 红木
    entity box 木箱 / 箱
      file "boxes.csv"
      key number
      column number 编号: int
      column colour 颜色: colour
      column owner 主人: owner, reverse boxes 木箱
      condition sealed 已封 = number > 1
      condition checked 已封查 = number > 2
      condition inspected 查 = number > 3
      phrase "kept by {owner}" "{owner}保管" = owner in {owner}
    entity owner 主人
      file "owners.csv"
      key name
      column name 姓名: names
    """

  private func readings(_ source: String, names: [String] = []) -> String {
    let values = names.map { ValueWord(spelling: $0, key: $0, type: .entity("owner")) }
    return QueryReadings(source, vocabulary(ofModel: model, values: values)).dump
  }

  @Test("a split is never greedy: the longest word from the left may be the wrong one")
  func notGreedy() {
    // 红木 + 箱 and 红 + 木箱: both cover the text.
    #expect(readings("红木箱") == "box[bare dark_red]\nbox[bare red]")
    // 红木 leaves 木箱 alone; 红 would leave 木木箱.
    #expect(readings("红木木箱") == "box[bare dark_red]")
    // 红 and not 红木: 木箱 is the only noun that the relation has.
    #expect(readings("有红木箱的主人") == "owner[with(boxes:box[bare red])]")
  }

  @Test("a whole word wins over a split of it, and a split is there where no word is")
  func wholeWords() {
    #expect(readings("已封查箱") == "box[checked]")
    #expect(readings("已封、查箱") == "box[sealed; inspected]")
    #expect(readings("查已封箱") == "box[inspected; sealed]")
  }

  @Test("a name from the data never suppresses a split, it adds a reading")
  func dataValues() {
    #expect(readings("查已封箱", names: ["查已封"]) == "box[bare 查已封]\nbox[inspected; sealed]")
    #expect(readings("甲保管的箱", names: ["甲"]) == "box[phrase0(owner 甲)]")
  }

  @Test("names that overlap are an ambiguity")
  func ambiguity() {
    // 甲乙 + 丙 or 甲 + 乙丙: one text, two lists.
    let names = ["甲", "甲乙", "乙丙", "丙"]
    #expect(
      readings("甲乙丙保管的箱", names: names)
        == "box[phrase0(owner 甲|乙丙)]\nbox[phrase0(owner 甲乙|丙)]")
    #expect(readings("甲乙、丙保管的箱", names: names) == "box[phrase0(owner 甲乙|丙)]")
    // What two readings say alike is one.
    #expect(readings("甲保管的箱", names: names) == "box[phrase0(owner 甲)]")
  }

  @Test("Latin words are never split, Chinese words are")
  func latin() {
    #expect(readings("redboxes") == "")
    #expect(readings("red boxes") == "box[bare red]")
    #expect(readings("red箱") == "box[bare red]")
    #expect(readings("sealed箱kept by 甲", names: ["甲"]) == "")
    #expect(readings("sealed箱 kept by 甲", names: ["甲"]) == "box[sealed; phrase0(owner 甲)]")
  }

  @Test("a run of more than 500 characters is refused, and one of 500 is read")
  func longRuns() {
    // A list of 499 values, side by side, and the noun.
    let longest = String(repeating: "红", count: 499) + "箱"
    let words = vocabulary(ofModel: model)
    let modifiers = QueryReadings(longest, words).queries.map(\.source.modifiers)
    guard case .bareValues(let list)? = modifiers.first?.first else {
      Issue.record("no list of values")
      return
    }
    #expect(list.values.count == 499)
    let tooLong = QueryReadings("红" + longest, words)
    #expect(tooLong.queries.isEmpty)
    #expect(tooLong.diagnostics.map(\.problem.code) == ["E0106"])
    #expect(QueryReadings("红 " + longest, words).diagnostics.isEmpty)
  }
}
