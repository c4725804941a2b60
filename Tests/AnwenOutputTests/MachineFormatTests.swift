import AnwenColumns
import AnwenDiagnostics
import AnwenOutput
import AnwenTypes
import Testing

@Suite("Machine formats: CSV and JSON")
struct MachineFormatTests {
  @Test(arguments: Language.allCases)
  func csvIsTheSameInEveryLanguage(language: Language) {
    #expect(
      OutputFormat.csv.text(of: SampleResults.everyType(language, sampleMark: "sample")) == """
        number,title,leaders,risk,open,rate,due
        2,安全培训,7;8,major,true,12.5,2024-02-29
        9007199254740993,,,,,,
        -12,汉字,9,low,false,-0.05,1969-12-31

        """)
  }

  @Test(arguments: Language.allCases)
  func jsonIsTheSameInEveryLanguage(language: Language) {
    let first =
      #"{"number":2,"title":"安全培训","leaders":[7,8],"risk":"major","open":true,"rate":12.5,"#
      + #""due":"2024-02-29"}"#
    let second =
      #"{"number":9007199254740993,"title":null,"leaders":[],"risk":null,"open":null,"#
      + #""rate":null,"due":null}"#
    let third =
      #"{"number":-12,"title":"汉字","leaders":[9],"risk":"low","open":false,"rate":-0.05,"#
      + #""due":"1969-12-31"}"#
    #expect(
      OutputFormat.json.text(of: SampleResults.everyType(language, sampleMark: "sample"))
        == "[\n\(first),\n\(second),\n\(third)\n]\n")
  }

  @Test func anEmptyResultIsStillWhole() {
    #expect(OutputFormat.csv.text(of: SampleResults.notes([])) == "note\n")
    #expect(OutputFormat.json.text(of: SampleResults.notes([])) == "[]\n")
  }

  @Test(
    "CSV quotes what it must and disarms formulas",
    arguments: [
      ("plain 汉字", "plain 汉字", "plain 汉字"), ("a,b", "\"a,b\"", "\"a,b\""),
      ("say \"a\"", "\"say \"\"a\"\"\"", "\"say \"\"a\"\"\""),
      ("a\nb", "\"a\nb\"", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\"", "\"a\r\nb\""),
      (" a ", " a ", " a "), ("", "\"\"", "\"\""), ("'a", "'a", "'a"),
      ("=1+1", "'=1+1", "=1+1"), ("+1", "'+1", "+1"), ("-1", "'-1", "-1"), ("@a", "'@a", "@a"),
      ("\ta", "'\ta", "\ta"), ("\ra", "\"'\ra\"", "\"\ra\""), ("a=1", "a=1", "a=1"),
      ("=a,\"b\"", "\"'=a,\"\"b\"\"\"", "\"=a,\"\"b\"\"\""),
    ])
  func csvFields(text: String, expected: String, raw: String) {
    let result = SampleResults.notes([text])
    // By bytes: CR LF is one character, and a text compares otherwise by its characters.
    #expect(Array(OutputFormat.csv.text(of: result).utf8) == Array("note\n\(expected)\n".utf8))
    #expect(
      Array(OutputFormat.csv.text(of: result, isRaw: true).utf8) == Array("note\n\(raw)\n".utf8))
  }

  @Test func csvHeadersAreTextsToo() {
    let result = SampleResults.notes([], name: "=sum(a,b)")
    #expect(OutputFormat.csv.text(of: result) == "\"'=sum(a,b)\"\n")
  }

  @Test(
    "JSON strings",
    arguments: [
      ("a\"b\\c/d", #""a\"b\\c/d""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
      ("\0\u{1B}\u{1F}", #""\u0000\u001b\u001f""#), ("\u{7F}\u{9B}", #""\u007f\u009b""#),
      ("\u{2028}\u{202E}", #""\u2028\u202e""#), ("汉字 🇨🇳", #""汉字 🇨🇳""#), ("", #""""#),
    ])
  func jsonStrings(text: String, literal: String) {
    #expect(
      OutputFormat.json.text(of: SampleResults.notes([text], name: text))
        == "[\n{\(literal):\(literal)}\n]\n")
  }

  @Test(
    "exact decimals without trailing zeros",
    arguments: [
      (0, 0, "0"), (0, 18, "0"), (150, 2, "1.5"), (100, 2, "1"), (5, 3, "0.005"),
      (-5, 3, "-0.005"), (123_456, 0, "123456"), (1_000, 0, "1000"), (-1_000_000, 6, "-1"),
      (Int128.max, 18, "170141183460469231731.687303715884105727"),
      (Int128.min, 18, "-170141183460469231731.687303715884105728"),
      (Int128.min, 0, "-170141183460469231731687303715884105728"),
    ] as [(Int128, Int, String)])
  func decimals(unscaled: Int128, scale: Int, expected: String) {
    let result = SampleResults.single(.decimal(scale: scale), .decimals([unscaled]))
    #expect(OutputFormat.csv.text(of: result) == "value\n\(expected)\n")
    #expect(OutputFormat.json.text(of: result) == "[\n{\"value\":\(expected)}\n]\n")
  }

  @Test(
    "floats by the fewest digits that read back; what is no finite number is missing",
    arguments: [
      (0.1, "0.1", "0.1"), (1, "1.0", "1.0"), (-0.5, "-0.5", "-0.5"), (1e300, "1e+300", "1e+300"),
      (.leastNonzeroMagnitude, "5e-324", "5e-324"),
      (1.0 / 3, "0.3333333333333333", "0.3333333333333333"),
      (.nan, "\"\"", "null"), (.infinity, "\"\"", "null"),
    ])
  func floats(number: Double, csv: String, json: String) {
    let result = SampleResults.single(.float, .floats([number]))
    #expect(OutputFormat.csv.text(of: result) == "value\n\(csv)\n")
    #expect(OutputFormat.json.text(of: result) == "[\n{\"value\":\(json)}\n]\n")
  }

  @Test(
    "integers to both ends",
    arguments: [(Int64.max, "9223372036854775807"), (.min, "-9223372036854775808")])
  func integers(number: Int64, expected: String) {
    let result = SampleResults.single(.int, .ints([number]))
    #expect(OutputFormat.json.text(of: result) == "[\n{\"value\":\(expected)}\n]\n")
  }

  @Test(
    "dates",
    arguments: [
      // 2000-03-01 is day 11017; 1900-03-01 is 36525 days (a century with a 2000-02-29) before.
      (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (11_017, "2000-03-01"),
      (-25_508, "1900-03-01"), (-25_509, "1900-02-28"), (20_088, "2024-12-31"),
      // 0000-03-01 is day −719468; the year 0 began 60 days before, being a leap year.
      (-719_468, "0000-03-01"), (-719_528, "0000-01-01"),
    ] as [(Int32, String)])
  func dates(day: Int32, expected: String) {
    let result = SampleResults.single(.date, .days([day]))
    #expect(OutputFormat.csv.text(of: result) == "value\n\(expected)\n")
  }

  @Test func everyDayFollowsTheOneBefore() {
    var previous = ""
    for day in Int32(18_000)..<22_000 {
      let text = OutputFormat.csv.text(of: SampleResults.single(.date, .days([day])))
      #expect(text > previous && text.utf8.count == 17)
      previous = text
    }
  }

  @Test(
    "periods, with open sides",
    arguments: [
      (19_754, 19_782, "2024-02-01..2024-02-29"), (nil, 0, "..1970-01-01"),
      (0, nil, "1970-01-01.."),
    ] as [(Int32?, Int32?, String)])
  func periods(start: Int32?, last: Int32?, expected: String) {
    let period = Period(
      start: start.map { CalendarDate(daysSinceEpoch: $0) },
      last: last.map { CalendarDate(daysSinceEpoch: $0) }, granularity: .range)
    let result = SampleResults.single(.period, .periods([period]))
    #expect(OutputFormat.csv.text(of: result) == "value\n\(expected)\n")
    #expect(OutputFormat.json.text(of: result) == "[\n{\"value\":\"\(expected)\"}\n]\n")
  }

  @Test(
    "periods that are a whole unit",
    arguments: ["2024", "2024H2", "2024Q4", "2024-02", "2024-W23", "2024-06-30"])
  func wholePeriods(text: String) throws {
    let period = try #require(Period(text))
    let result = SampleResults.single(.period, .periods([period]))
    #expect(OutputFormat.csv.text(of: result) == "value\n\(text)\n")
    #expect(OutputFormat.json.text(of: result) == "[\n{\"value\":\"\(text)\"}\n]\n")
    #expect(OutputFormat.table.text(of: result).contains(text))
  }

  @Test func listsOfTextsAreDisarmedAsAWholeAndKeptApartInJSON() {
    let elements = SampleResults.texts(["=a", "b,c", "d"])
    let result = SampleResults.single(
      .list(.text), .lists(offsets: [0, 3], elements: elements))
    #expect(OutputFormat.csv.text(of: result) == "value\n\"'=a;b,c;d\"\n")
    #expect(OutputFormat.csv.text(of: result, isRaw: true) == "value\n\"=a;b,c;d\"\n")
    #expect(OutputFormat.json.text(of: result) == "[\n{\"value\":[\"=a\",\"b,c\",\"d\"]}\n]\n")
  }

  @Test func numbersInAListStayNumbers() {
    let numbers = Column(type: .int, storage: .ints([-1, 2]), validity: nil, rowCount: 2)
    let result = SampleResults.single(
      .list(.int), .lists(offsets: [0, 2], elements: numbers))
    #expect(OutputFormat.csv.text(of: result) == "value\n-1;2\n")
    #expect(OutputFormat.json.text(of: result) == "[\n{\"value\":[-1,2]}\n]\n")
  }
}
