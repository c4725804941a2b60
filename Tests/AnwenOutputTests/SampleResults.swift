import AnwenColumns
import AnwenDiagnostics
import AnwenOutput
import AnwenTypes

/// Results made by hand, for the tests of every format.
enum SampleResults {
  static let risk = EnumerationType(
    name: "risk",
    cases: [
      .init(name: "low", label: LocalizedText(english: "low", chinese: "低")),
      .init(name: "major", label: LocalizedText(english: "major", chinese: "重大")),
    ])

  static let labels = ReferenceLabels { entity, key in
    switch (entity, key) {
    case ("leader", .int(7)): "王小明"
    case ("leader", .int(8)): "李|雷"
    default: nil
    }
  }

  static func field(_ name: String, _ type: DataType, _ english: String, _ chinese: String) -> Field
  {
    Field(name: name, type: type, label: LocalizedText(english: english, chinese: chinese))
  }

  /// One column named `value`, of one row.
  static func single(_ type: DataType, _ storage: Column.Storage) -> OutputTable {
    OutputTable(
      schema: Schema([field("value", type, "value", "值")]),
      batches: [
        Batch(
          columns: [Column(type: type, storage: storage, validity: nil, rowCount: 1)],
          rowCount: 1)
      ], language: .english)
  }

  static func texts(_ texts: [String]) -> Column {
    let dictionary = TextDictionary(texts.map { TextValue($0) })
    return Column(
      type: .text, storage: .codes(texts.indices.map { UInt32($0) }, dictionary), validity: nil,
      rowCount: texts.count)
  }

  /// One column of texts, named `note`.
  static func notes(
    _ texts: [String], name: String = "note", label: String = "note", title: String? = nil,
    notes: [String] = [], sampleMark: String? = nil
  ) -> OutputTable {
    OutputTable(
      schema: Schema([field(name, .text, label, label)]),
      batches: [Batch(columns: [Self.texts(texts)], rowCount: texts.count)], language: .english,
      title: title, notes: notes, sampleMark: sampleMark)
  }

  /// Three rows of the types that a model's tables have, in two batches; the second row is missing wherever it can be.
  static func everyType(_ language: Language, sampleMark: String? = nil) -> OutputTable {
    let leader = DataType.reference(ReferenceType(entity: "leader", key: .int))
    let fields = [
      field("number", .int, "number", "编号"), field("title", .text, "title", "标题"),
      field("leaders", .list(leader), "leaders", "负责人"),
      field("risk", .enumeration(risk), "risk", "风险"), field("open", .bool, "open", "未销号"),
      field("rate", .decimal(scale: 6), "rate", "占比"), field("due", .date, "due", "期限"),
    ]
    let second = Batch(
      columns: [
        Column(type: .int, storage: .ints([-12]), validity: nil, rowCount: 1),
        texts(["汉字"]),
        Column(
          type: .list(leader),
          storage: .lists(
            offsets: [0, 1],
            elements: Column(type: leader, storage: .ints([9]), validity: nil, rowCount: 1)),
          validity: nil, rowCount: 1),
        Column(type: .enumeration(risk), storage: .ranks([0]), validity: nil, rowCount: 1),
        Column(type: .bool, storage: .bools([false]), validity: nil, rowCount: 1),
        // −0.05, and the day before 1970-01-01.
        Column(type: .decimal(scale: 6), storage: .decimals([-50_000]), validity: nil, rowCount: 1),
        Column(type: .date, storage: .days([-1]), validity: nil, rowCount: 1),
      ], rowCount: 1)
    return OutputTable(
      schema: Schema(fields), batches: [firstRows(leader), second], language: language,
      labels: labels, sampleMark: sampleMark)
  }

  private static func firstRows(_ leader: DataType) -> Batch {
    let mask = ValidityMask([true, false])
    let leaders = Column(type: leader, storage: .ints([7, 8]), validity: nil, rowCount: 2)
    return Batch(
      columns: [
        Column(type: .int, storage: .ints([2, 9_007_199_254_740_993]), validity: nil, rowCount: 2),
        Column(
          type: .text,
          storage: .codes([0, 0], TextDictionary(["安全培训"])), validity: mask, rowCount: 2),
        Column(
          type: .list(leader), storage: .lists(offsets: [0, 2, 2], elements: leaders),
          validity: nil, rowCount: 2),
        Column(type: .enumeration(risk), storage: .ranks([1, 0]), validity: mask, rowCount: 2),
        Column(type: .bool, storage: .bools([true, false]), validity: mask, rowCount: 2),
        Column(
          type: .decimal(scale: 6), storage: .decimals([12_500_000, 0]), validity: mask,
          rowCount: 2),
        // 2024-02-29: 54 years of 365 days, 13 leap days, and 59 days of the year before it.
        Column(type: .date, storage: .days([19_782, 0]), validity: mask, rowCount: 2),
      ], rowCount: 2)
  }
}

extension OutputFormat {
  /// The whole output as text.
  func text(of result: OutputTable, isRaw: Bool = false) -> String {
    var bytes: [UInt8] = []
    write(result, isRaw: isRaw, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
