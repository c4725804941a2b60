/// Something wrong that an inspection found.
struct SampleHazard {
  /// The place of the inspection in its table, from 0.
  let inspection: Int
  let point: Int
  let level: SampleRisk
  let category: SampleCategory
  let foundOn: Int32
  let dueOn: Int32
  /// Nil while it is open.
  var closedOn: Int32?
  let description: String

  /// Half of the inspections find something. Of all hazards a fifth is open: half of these are
  /// the latest ones, the others are left over from before, so that some are overdue.
  static func make(
    inspections: inout [SampleInspection], points: [SamplePoint], span: SampleSpan,
    random: inout SplitMix64
  ) -> [SampleHazard] {
    var hazards: [SampleHazard] = []
    for index in inspections.indices {
      let inspection = inspections[index]
      let point = points[inspection.point - 1]
      // Each finding at most once an inspection.
      let findings = random.shuffled(point.kind.findings).prefix(hazardCount(random: &random))
      for (category, description) in findings {
        let level = level(at: point, random: &random)
        inspections[index].levels.append(level)
        hazards.append(
          SampleHazard(
            inspection: index, point: point.id, level: level, category: category,
            foundOn: inspection.day, dueOn: inspection.day + level.dayCount,
            description: description))
      }
    }
    close(&hazards, span: span, random: &random)
    return hazards
  }

  static func csv(_ hazards: [SampleHazard]) -> String {
    SampleTable.text(
      header: "id,inspection,point,level,category,found_on,due_on,closed_on,description",
      rows: hazards.enumerated().lazy.map { index, hazard in
        [
          String(index + 1), String(hazard.inspection + 1), String(hazard.point),
          hazard.level.name, hazard.category.name, SampleTable.cell(day: hazard.foundOn),
          SampleTable.cell(day: hazard.dueOn), hazard.closedOn.map(SampleTable.cell(day:)) ?? "",
          hazard.description,
        ]
      })
  }

  private static func hazardCount(random: inout SplitMix64) -> Int {
    switch random.next(below: 100) {
    case 0..<50: 0
    case 50..<77: 1
    case 77..<93: 2
    default: 3
    }
  }

  /// Risky points have graver hazards.
  private static func level(at point: SamplePoint, random: inout SplitMix64) -> SampleRisk {
    switch random.next(below: 100) - point.risk.rawValue * 5 {
    case ..<(-3): .grave
    case -3..<12: .higher
    case 12..<45: .normal
    default: .low
    }
  }

  /// Closes four fifths of the hazards, one in eight of them late.
  private static func close(
    _ hazards: inout [SampleHazard], span: SampleSpan, random: inout SplitMix64
  ) {
    let openCount = (hazards.count + 2) / 5
    let earlier = hazards.indices.dropLast(openCount / 2)
    let leftOver = random.shuffled(Array(earlier)).prefix(openCount - openCount / 2)
    let open = Set(leftOver)
    for index in earlier where !open.contains(index) {
      let hazard = hazards[index]
      let dayCount = Int(hazard.level.dayCount)
      let lateDays = random.happens(12) ? dayCount + 1 + random.next(below: 20) : nil
      let closedOn = hazard.foundOn + Int32(lateDays ?? random.next(below: dayCount + 1))
      hazards[index].closedOn = min(closedOn, span.end)
    }
  }
}
