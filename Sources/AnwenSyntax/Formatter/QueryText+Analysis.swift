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
    let spellings = EarlierPeriodSyntax.spellings.filter { $0.1 == compare.earlier }
    let earlier = spellings.first { spelling in
      (language == .english) == spelling.0.utf8.allSatisfy { $0 < 0x80 }
    }
    let link = language == .english ? "with " : date.isEmpty ? "" : "与"
    return word(.compare) + date + link + (earlier?.0 ?? "")
  }

  func fillText(_ source: PeriodSourceSyntax?) -> String {
    Keyword.fill.spelling(in: language) + (source.map { " " + text(of: .periods($0)) } ?? "")
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
