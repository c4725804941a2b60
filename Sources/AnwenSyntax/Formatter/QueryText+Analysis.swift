/// Stages that look at groups as a whole.
extension QueryText {
  func totalText(_ keys: [NameSyntax], _ conditions: ConditionText) -> String {
    let names = keys.map { conditions.text(of: .name($0)) }.joined(separator: itemComma)
    return Keyword.total.spelling(in: language)
      + (keys.isEmpty ? "" : " " + word(.by) + names)
  }

  func pivotText(_ pivot: PivotSyntax, _ conditions: ConditionText) -> String {
    let key = word(.pivot) + conditions.text(of: .name(pivot.key))
    guard let values = pivot.values else { return key }
    let list = values.map { conditions.text(of: $0) }.joined(separator: itemComma)
    return key + " " + word(.in) + "(" + list + ")"
  }

  func compareText(_ compare: CompareSyntax, _ conditions: ConditionText) -> String {
    let date = compare.date.map { conditions.text(of: .name($0)) + " " } ?? ""
    let earlier = compare.earlier.compactMap { earlier in
      EarlierPeriodSyntax.spellings.first { spelling in
        spelling.1 == earlier && (language == .english) == spelling.0.utf8.allSatisfy { $0 < 0x80 }
      }?.0
    }
    let link = language == .english ? "with " : date.isEmpty ? "" : "与"
    return word(.compare) + date + link + earlier.joined(separator: itemComma)
  }

  func fillText(_ fill: FillSyntax, _ conditions: ConditionText) -> String {
    let names = fill.keys.map { conditions.text(of: .name($0)) }.joined(separator: itemComma)
    return Keyword.fill.spelling(in: language)
      + (fill.periods.map { " " + text(of: .periods($0)) } ?? "")
      + (names.isEmpty ? "" : " " + word(.by) + names)
  }

  func requireText(_ require: RequireSyntax, _ conditions: ConditionText) -> String {
    let list = require.requirements.map { requirement in
      let periods = text(of: .periods(requirement.periods))
      let rows = conditions.countedText(requirement.quantity, requirement.count)
      let condition = requirement.condition.map {
        " " + word(.where) + conditions.text(of: $0)
      }
      return (language == .english ? rows + " " + periods : periods + rows) + (condition ?? "")
    }
    return word(.require) + list.joined(separator: itemComma)
      + (require.isSummary ? " " + Keyword.summary.spelling(in: language) : "")
  }
}
