import AnwenBinder
import AnwenDiagnostics
import AnwenSyntax
import AnwenTestSupport
import AnwenTypes
import Testing

@Suite("Catalog: the models of the package")
struct ModelFileTests {
  @Test(
    "a model loads without diagnostics",
    arguments: ["Examples/dizhuang-2024/model.anw", "Tests/Fixtures/library/model.anw"])
  func loads(path: String) throws {
    let text = try packageFile(path)
    let (_, diagnostics) = Catalog.read(SourceText(text, name: path))
    #expect(drawn(diagnostics, in: text) == "")
  }

  private func plan() throws -> Catalog {
    Catalog.read(SourceText(try packageFile("Examples/dizhuang-2024/model.anw"))).catalog
  }

  @Test(
    "what points to a row of the plan",
    arguments: [
      ("section", ["tasks"]),
      ("task", ["measures", "cadences", "targets", "site_kinds", "named_hazards"]),
      ("measure", ["cadences", "targets"]),
      ("leader", ["tasks"]),
      (
        "department",
        ["tasks", "site_kinds", "named_hazards", "staff", "points", "inspections", "hazards"]
      ),
      ("staff", ["pairings", "inspections"]),
      ("point", ["pairings", "inspections", "hazards"]),
      ("inspection", ["hazards"]),
      ("hazard", []),
    ])
  func relations(entity: String, expected: [String]) throws {
    #expect(try plan().entity(entity)?.relations.map(\.name) == expected)
  }

  @Test(
    "how the plan is asked",
    arguments: [
      ("task", "owned by {leaders}"), ("task", "{leaders}负责"), ("task", "由{leaders}负责"),
      ("task", "due {period}"), ("task", "due in {period}"), ("task", "{period}到期"),
      ("task", "assigned to {departments}"), ("task", "{departments}牵头"),
      ("measure", "due {period}"), ("measure", "{period}到期"),
      ("hazard", "found {period}"), ("hazard", "{period}发现"),
      ("hazard", "closed {period}"), ("hazard", "{period}销号"),
      ("hazard", "due {period}"), ("hazard", "{period}到期"),
      ("point", "inspected {period}"), ("point", "{period}走访"),
    ])
  func phrases(entity: String, wording: String) throws {
    let wordings = try plan().entity(entity)?.phrases.flatMap(\.wordings).map(spelled)
    #expect(wordings?.contains(wording) == true)
  }

  /// A wording as it is written in a model, without the types of its slots.
  private func spelled(_ wording: PhrasePattern) -> String {
    var spelled = ""
    for (index, element) in wording.elements.enumerated() {
      switch element {
      case .literal(let words):
        let isEnglish = wording.language == .english
        spelled += isEnglish && index > 0 ? " " + words : words
      case .slot(let slot):
        spelled += spelled.last?.isASCII == true ? " " : ""
        spelled += "{" + slot.name + "}"
      }
    }
    return spelled
  }

  @Test func rowsThatAreInventedAreMarked() throws {
    let samples = try plan().entities.filter(\.isSample).map(\.name)
    #expect(samples == ["staff", "point", "pairing", "inspection", "hazard"])
  }

  @Test func aPointHasNoMainDate() throws {
    // 本月没有检查的点位: the period can only belong to the inspections.
    let dates = try plan().entities.compactMap { entity in
      entity.mainDate.map { entity.name + "." + entity.columns[$0].name }
    }
    #expect(dates == ["task.due", "measure.deadline", "inspection.date", "hazard.found_on"])
  }
}
