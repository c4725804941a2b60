import AnwenDiagnostics
import AnwenSyntax
import AnwenTypes

extension CatalogBuilder {
  mutating func measure(_ declaration: MeasureDeclaration) -> NamedMeasure {
    let words = NamedWords(declaration.names)
    return NamedMeasure(
      words: words, label: words.label, display: display(declaration.display),
      body: declaration.body)
  }

  /// How a column looks; only numbers look in any way.
  mutating func display(of column: ColumnDeclaration, type: DataType) -> DisplayFormat {
    guard let declaration = column.display else { return .plain }
    guard type.isNumeric else {
      report(.displayOfOther(column.names.canonical.text), at: declaration.place)
      return .plain
    }
    return display(declaration)
  }

  private mutating func display(_ declaration: DisplayDeclaration?) -> DisplayFormat {
    var isPercent = false
    var groupsThousands = false
    var decimals: ModelWord?
    var unit: LocalizedText?
    for part in declaration?.parts ?? [] {
      switch part {
      case .percent(let place):
        reportRepeated(.percent, if: isPercent, at: place)
        isPercent = true
      case .thousands(let place):
        reportRepeated(.thousands, if: groupsThousands, at: place)
        groupsThousands = true
      case .decimals(let count):
        reportRepeated(.decimals, if: decimals != nil, at: count.place)
        decimals = count
      case .unit(let english, let chinese):
        reportRepeated(.unit, if: unit != nil, at: english.place)
        unit = LocalizedText(english: english.text, chinese: (chinese ?? english).text)
      }
    }
    return DisplayFormat(
      isPercent: isPercent, groupsThousands: groupsThousands,
      decimals: decimals.flatMap { digits($0) }, unit: unit)
  }

  private mutating func digits(_ word: ModelWord) -> Int? {
    guard let count = Int(word.text), (0...18).contains(count) else {
      report(.displayDecimals(word.text), at: word.place)
      return nil
    }
    return count
  }
}
