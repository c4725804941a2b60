/// A place that somebody has to visit.
struct SamplePoint {
  let id: Int
  let name: String
  let kind: SampleSiteKind
  let risk: SampleRisk
  let village: String
  let since: Int32

  private static let brands = [
    "清溪", "鑫源", "宏达", "金穗", "同心", "长乐", "福满", "银杏", "映山", "春晓", "锦程", "云帆", "晨光",
    "百川", "永安", "和顺", "青禾", "星海", "瑞丰",
  ]
  private static let villages = [
    "青石村", "白杨村", "红枫村", "云台村", "柳塘村", "竹园村", "松坡村", "石桥村", "河口社区", "集镇社区",
  ]

  /// The kinds follow each other, so that a small ledger has them all; the last one or two points
  /// of each dozen come into being in the course of the ledger.
  static func make(count: Int, span: SampleSpan, random: inout SplitMix64) -> [SamplePoint] {
    (0..<count).map { index in
      let kind = SampleSiteKind.all[index % SampleSiteKind.all.count]
      let isNew = index % 12 == 10 && span.months.count > 4
      let since =
        isNew
        ? span.months[2 + random.next(below: span.months.count - 4)].daysSinceEpoch
          + Int32(random.next(below: 20))
        : span.start - 30 - Int32(random.next(below: 1000))
      return SamplePoint(
        id: index + 1, name: name(index, kind: kind), kind: kind,
        risk: risk(of: kind, random: &random), village: random.pick(villages), since: since)
    }
  }

  static func csv(_ points: [SamplePoint]) -> String {
    SampleTable.text(
      header: "id,name,site_kind,risk,department,village,since",
      rows: points.lazy.map { point in
        [
          String(point.id), point.name, point.kind.term, point.risk.name, point.kind.department,
          point.village, SampleTable.cell(day: point.since),
        ]
      })
  }

  /// A brand and what the place is; different for each index.
  private static func name(_ index: Int, kind: SampleSiteKind) -> String {
    // One kind meets each brand once in this many rounds, since 19 is a prime.
    let round = index / SampleSiteKind.all.count
    let brand = brands[(index + round) % brands.count]
    let number = round / brands.count
    return brand + kind.suffix + (number == 0 ? "" : "\(number + 1)号")
  }

  private static func risk(of kind: SampleSiteKind, random: inout SplitMix64) -> SampleRisk {
    switch random.next(below: 4) {
    case 0: SampleRisk.allCases[max(0, kind.risk.rawValue - 1)]
    case 1: SampleRisk.allCases[min(3, kind.risk.rawValue + 1)]
    default: kind.risk
    }
  }
}

/// How grave a point or a hazard is.
enum SampleRisk: Int, CaseIterable {
  case low, normal, higher, grave

  var name: String {
    switch self {
    case .low: "低"
    case .normal: "一般"
    case .higher: "较大"
    case .grave: "重大"
    }
  }

  /// How many days a hazard of this level may stay.
  var dayCount: Int32 {
    switch self {
    case .low: 30
    case .normal: 15
    case .higher: 10
    case .grave: 7
    }
  }
}
