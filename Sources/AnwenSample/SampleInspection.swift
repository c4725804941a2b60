import AnwenTypes

/// A visit to a point.
struct SampleInspection {
  let point: Int
  let staff: Int
  let day: Int32
  let note: String
  /// The levels of the hazards found.
  var levels: [SampleRisk] = []

  private static let notes = ["负责人在场", "结合宣教一并开展", "部门联合检查", "现场拍照留存"]

  /// Twelve of a hundred points and months have no visit, and at least three of them lie in the
  /// last month; the others have one visit, or two where the risk is high.
  static func make(
    points: [SamplePoint], pairings: [SamplePairing], span: SampleSpan,
    random: inout SplitMix64
  ) -> [SampleInspection] {
    let pairingsByPoint = Dictionary(grouping: pairings, by: \.point)
    var slots: [Slot] = []
    for point in points {
      for month in span.months where month.monthEnd.daysSinceEpoch >= point.since {
        slots.append(Slot(point: point, month: month))
      }
    }
    let visited = withoutGaps(slots, lastMonth: span.months.last, random: &random)
    var inspections: [SampleInspection] = []
    for slot in visited {
      let first = max(slot.month.daysSinceEpoch, slot.point.since)
      let last = min(slot.month.monthEnd.daysSinceEpoch, span.end)
      if first > last { continue }
      let isTwice = slot.point.risk.rawValue >= SampleRisk.higher.rawValue && random.happens(30)
      for _ in 0..<(isTwice ? 2 : 1) {
        let day = first + Int32(random.next(below: Int(last - first) + 1))
        let people = (pairingsByPoint[slot.point.id] ?? []).filter { $0.holds(on: day) }
        inspections.append(
          SampleInspection(
            point: slot.point.id, staff: random.pick(people).staff, day: day,
            note: random.happens(15) ? random.pick(notes) : ""))
      }
    }
    return inspections.sorted { ($0.day, $0.point, $0.staff) < ($1.day, $1.point, $1.staff) }
  }

  static func csv(_ inspections: [SampleInspection], points: [SamplePoint]) -> String {
    SampleTable.text(
      header: "id,point,inspector,date,hazards_found,result,note",
      rows: inspections.enumerated().lazy.map { index, inspection in
        [
          String(index + 1), String(inspection.point), String(inspection.staff),
          SampleTable.cell(day: inspection.day), String(inspection.levels.count),
          inspection.result(at: points[inspection.point - 1]), inspection.note,
        ]
      })
  }

  private func result(at point: SamplePoint) -> String {
    if levels.isEmpty { return "合格" }
    return point.kind.isBusiness && levels.contains(.grave) ? "停业整改" : "不合格"
  }

  /// A point and a month in which it should be visited.
  private struct Slot {
    let point: SamplePoint
    /// The month's first day.
    let month: CalendarDate
  }

  /// The slots less twelve percent, of which up to three are taken from the last month first.
  private static func withoutGaps(
    _ slots: [Slot], lastMonth: CalendarDate?, random: inout SplitMix64
  ) -> [Slot] {
    let order = random.shuffled(Array(slots.indices))
    let late = order.filter { slots[$0].month == lastMonth }.prefix(3)
    let gapCount = (slots.count * 12 + 50) / 100
    let rest = order.filter { !late.contains($0) }.prefix(max(0, gapCount - late.count))
    let gaps = Set(late).union(rest)
    return slots.indices.filter { !gaps.contains($0) }.map { slots[$0] }
  }
}
