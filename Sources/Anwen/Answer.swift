package import AnwenColumns
public import AnwenDiagnostics
@_exported public import AnwenOutput
public import AnwenTypes

/// The rows that answer a question.
public struct Answer: Sendable {
  /// The columns: their names, types and headings.
  public let schema: Schema
  /// The language in which the question was put.
  public let language: Language
  /// Whether rows of an invented sample took part.
  public let isSample: Bool
  /// Whether the question ended in `assert`, and so only asked whether a rule holds.
  public let isCheck: Bool
  /// What has to be known to read its figures rightly, such as rows that they leave out.
  public private(set) var remark: String?
  package let batches: [Batch]
  /// Names of the rows that references point to, by entity and key.
  package let labels: [String: [Value: String]]

  package init(
    schema: Schema, batches: [Batch], language: Language, labels: [String: [Value: String]],
    isSample: Bool, isCheck: Bool = false
  ) {
    self.schema = schema
    self.batches = batches
    self.language = language
    self.labels = labels
    self.isSample = isSample
    self.isCheck = isCheck
  }

  func with(remark: String?) -> Answer {
    var answer = self
    answer.remark = remark
    return answer
  }

  /// How the row is called to which a value points.
  func label(of value: Value, _ type: DataType) -> String? {
    guard case .reference(let reference) = type else { return nil }
    return labels[reference.entity]?[value]
  }

  /// The answer as a text that ends in a newline.
  public func text(as format: OutputFormat) -> String {
    var bytes: [UInt8] = []
    write(as: format, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter cellLimit: the cells of a table's line, where its texts are to be cut to fit.
  package func write(
    as format: OutputFormat, isRaw: Bool = false, cellLimit: Int? = nil, title: String? = nil,
    notes: [String] = [], to bytes: inout [UInt8]
  ) {
    let labels = labels
    let table = OutputTable(
      schema: schema, batches: batches, language: language,
      labels: ReferenceLabels { entity, key in labels[entity]?[key] }, title: title,
      notes: notes + [remark].compactMap { $0 },
      sampleMark: isSample ? Answer.sampleMark[language] : nil, cellLimit: cellLimit)
    format.write(table, isRaw: isRaw, to: &bytes)
  }

  /// What stands below rows that are not the plan's.
  package static let sampleMark = LocalizedText(
    english: "Sample: invented rows, for trying things out.",
    chinese: "示例数据：虚构的台账，仅供试用。")
}

extension Answer: RandomAccessCollection {
  /// One row; its values are found by column name.
  public struct Row: Sendable {
    let schema: Schema
    let values: [Value]

    /// The value of a column, or nil where the answer has no such column.
    public subscript(column: String) -> Value? {
      schema.fields.firstIndex { $0.name == column }.map { values[$0] }
    }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { batches.reduce(0) { $0 + $1.rowCount } }

  public subscript(position: Int) -> Row {
    var row = position
    for batch in batches {
      if row < batch.rowCount {
        return Row(schema: schema, values: batch.columns.map { $0[row] })
      }
      row -= batch.rowCount
    }
    preconditionFailure("a row index is out of range")
  }
}
