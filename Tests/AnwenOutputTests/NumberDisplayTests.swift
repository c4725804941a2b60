import AnwenColumns
import AnwenDiagnostics
import AnwenOutput
import AnwenTypes
import Testing

@Suite("Human formats: how numbers look")
struct NumberDisplayTests {
  /// The cell of a decimal with four digits behind the point.
  private func cell(_ unscaled: Int128, _ display: DisplayFormat) -> String {
    let type = DataType.decimal(scale: 4)
    let column = Column(type: type, storage: .decimals([unscaled]), validity: nil, rowCount: 1)
    let table = OutputTable(
      schema: Schema([
        Field(
          name: "x", type: type, label: LocalizedText(english: "x", chinese: "数"),
          display: display)
      ]),
      batches: [Batch(columns: [column], rowCount: 1)], language: .english)
    let lines = OutputFormat.table.text(of: table).split(separator: "\n")
    return lines[2].filter { $0 != " " }
  }

  @Test(
    "a number",
    arguments: [
      (9572, DisplayFormat(isPercent: true), "95.72%"),
      (9500, DisplayFormat(isPercent: true), "95%"),
      (5, DisplayFormat(isPercent: true), "0.05%"),
      (10000, DisplayFormat(isPercent: true, decimals: 1), "100.0%"),
      (-125, DisplayFormat(isPercent: true, decimals: 1), "-1.3%"),
      (12_345_678_900, DisplayFormat(groupsThousands: true), "1,234,567.89"),
      (9_990_000, DisplayFormat(groupsThousands: true), "999"),
      (9_999_999, DisplayFormat(groupsThousands: true, decimals: 2), "1,000.00"),
      (15000, DisplayFormat(decimals: 0), "2"),
      (-4, DisplayFormat(decimals: 2), "0.00"),
      (-15000, DisplayFormat(decimals: 0), "-2"),
    ] as [(Int128, DisplayFormat, String)])
  func number(unscaled: Int128, display: DisplayFormat, expected: String) {
    #expect(cell(unscaled, display) == expected)
  }

  @Test("the unit stands in the heading, and no format for machines looks at a display")
  func unit() {
    let unit = LocalizedText(english: "days", chinese: "天")
    let display = DisplayFormat(isPercent: true, unit: unit)
    let column = Column(
      type: .int, storage: .ints([3]), validity: nil, rowCount: 1)
    func table(_ language: Language) -> OutputTable {
      OutputTable(
        schema: Schema([
          Field(
            name: "n", type: .int, label: LocalizedText(english: "n", chinese: "天数"),
            display: display)
        ]),
        batches: [Batch(columns: [column], rowCount: 1)], language: language)
    }
    #expect(OutputFormat.table.text(of: table(.english)).hasPrefix("n (days)\n"))
    #expect(OutputFormat.table.text(of: table(.chinese)).hasPrefix("天数（天）\n"))
    #expect(OutputFormat.csv.text(of: table(.chinese)) == "n\n3\n")
    #expect(OutputFormat.json.text(of: table(.chinese)) == "[\n{\"n\":3}\n]\n")
  }
}
