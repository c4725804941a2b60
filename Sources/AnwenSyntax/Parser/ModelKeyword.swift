/// The words with which the lines of a model begin, and those inside a line.
///
/// They are read only in their places, so that any of them may also name an entity or a column.
/// The raw value is the canonical spelling.
package enum ModelKeyword: String, CaseIterable, Hashable, Sendable {
  case data
  case asOf = "as of"
  case encoding
  case constant
  case enumeration
  case fiscalYear = "fiscal year"
  case semester
  case entity

  case file
  case plural
  case key
  case label
  case mainDate = "main date"
  case life = "exists from"
  case defaults = "default"
  case column
  case phrase
  case condition
  case measure
  case sample

  case listOf = "list of"
  case from
  case reverse
  case until = "to"

  case format
  case percent
  case thousands
  case decimals
  case unit

  /// The Chinese spelling.
  package var chinese: String {
    switch self {
    case .data: "数据集"
    case .asOf: "截至"
    case .encoding: "编码"
    case .constant: "常量"
    case .enumeration: "枚举"
    case .fiscalYear: "财年"
    case .semester: "学期"
    case .entity: "实体"
    case .file: "文件"
    case .plural: "复数"
    case .key: "主键"
    case .label: "名称列"
    case .mainDate: "主日期"
    case .life: "存续自"
    case .defaults: "默认列"
    case .column: "列"
    case .phrase: "短语"
    case .condition: "条件"
    case .measure: "度量"
    case .sample: "样本"
    case .listOf: "列表"
    case .from: "来自"
    case .reverse: "反向"
    case .format: "格式"
    case .percent: "百分数"
    case .thousands: "千分位"
    case .decimals: "小数位"
    case .unit: "单位"
    case .until: "至"
    }
  }

  /// Those that begin a declaration, at the start of a line.
  package static let declarations: [ModelKeyword] = [
    .data, .asOf, .encoding, .fiscalYear, .semester, .constant, .enumeration, .entity,
  ]

  /// Those that say how numbers look.
  package static let displayParts: [ModelKeyword] = [.percent, .thousands, .decimals, .unit]

  /// Those that begin an indented line below an entity.
  package static let details: [ModelKeyword] = [
    .file, .plural, .key, .label, .mainDate, .life, .defaults, .sample, .column, .phrase,
    .condition, .measure,
  ]
}
