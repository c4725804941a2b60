/// Who answers for a point: a leader (包保) or another inspector (联系).
struct SamplePairing {
  let staff: Int
  let point: Int
  let isLeader: Bool
  let since: Int32
  /// The last day, or nil while it lasts.
  let until: Int32?

  func holds(on day: Int32) -> Bool { since <= day && day <= until ?? .max }

  /// Each point gets a leader and another inspector; some had a different inspector before.
  ///
  /// A leader should have two or three points, another inspector one or two. One of each has one
  /// too many and one of each one too few, so that there is something to find.
  static func make(
    staff: [SampleStaff], points: [SamplePoint], span: SampleSpan, random: inout SplitMix64
  ) -> [SamplePairing] {
    let leaders = staff.filter(\.isLeader)
    let others = staff.filter { !$0.isLeader }
    let leading = assign(leaders, to: points, usual: 2, random: &random)
    let contacting = assign(others, to: points, usual: 1, random: &random)
    var pairings: [SamplePairing] = []
    for (index, point) in points.enumerated() {
      let since = max(point.since, span.start)
      pairings.append(
        SamplePairing(
          staff: leading[index], point: point.id, isLeader: true, since: since, until: nil))
      var contactSince = since
      if index % 6 == 4, span.end - since > 120, others.count > 1 {
        // Any of the others but the present one.
        let place = random.next(below: others.count - 1)
        let former = others[others[place].id < contacting[index] ? place : place + 1].id
        contactSince = since + 60 + Int32(random.next(below: Int(span.end - since) - 90))
        pairings.append(
          SamplePairing(
            staff: former, point: point.id, isLeader: false, since: since,
            until: contactSince - 1))
      }
      pairings.append(
        SamplePairing(
          staff: contacting[index], point: point.id, isLeader: false, since: contactSince,
          until: nil))
    }
    return pairings
  }

  static func csv(_ pairings: [SamplePairing]) -> String {
    SampleTable.text(
      header: "id,staff,point,kind,since,until",
      rows: pairings.enumerated().lazy.map { index, pairing in
        [
          String(index + 1), String(pairing.staff), String(pairing.point),
          pairing.isLeader ? "包保" : "联系", SampleTable.cell(day: pairing.since),
          pairing.until.map(SampleTable.cell(day:)) ?? "",
        ]
      })
  }

  /// The id of somebody for each point: everybody gets `usual` points or one more, but one person
  /// one more than that, and one person one fewer than usual.
  private static func assign(
    _ staff: [SampleStaff], to points: [SamplePoint], usual: Int, random: inout SplitMix64
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: staff.count)
    for place in points.indices { counts[place % staff.count] += 1 }
    if let busiest = counts.firstIndex(of: usual + 1), let idlest = counts.lastIndex(of: usual) {
      counts[busiest] += 1
      counts[idlest] -= 1
    }
    let ids = staff.indices.flatMap { [Int](repeating: staff[$0].id, count: counts[$0]) }
    return random.shuffled(ids)
  }
}
