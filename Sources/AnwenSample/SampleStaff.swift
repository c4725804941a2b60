/// Somebody who visits points.
struct SampleStaff {
  let id: Int
  let name: String
  let isLeader: Bool
  /// Missing for leaders, who stand above the departments.
  let department: String?

  private static let surnames = [
    "王", "李", "张", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
    "罗", "梁", "宋", "郑", "谢",
  ]
  private static let givenNames = [
    "小明", "小红", "小华", "小军", "小丽", "小强", "小芳", "小刚", "小敏", "小平", "小燕", "小龙", "小玲", "小兵", "小琴",
    "小勇", "小梅", "小波", "小英", "小辉", "小云", "小峰", "小霞", "小东", "小兰", "小林", "小青", "小山", "小雨", "小松",
  ]

  /// As many leaders and others as the plan's two to three and one to two points each ask for.
  static func make(pointCount: Int, random: inout SplitMix64) -> [SampleStaff] {
    let leaderCount = max(1, (pointCount * 5 + 6) / 12)
    let otherCount = max(1, (pointCount * 2 + 1) / 3)
    return (0..<leaderCount + otherCount).map { index in
      let isLeader = index < leaderCount
      return SampleStaff(
        id: index + 1, name: name(index), isLeader: isLeader,
        department: isLeader ? nil : random.pick(SampleSiteKind.all).department)
    }
  }

  static func csv(_ staff: [SampleStaff]) -> String {
    SampleTable.text(
      header: "id,name,role,department",
      rows: staff.lazy.map { person in
        [
          String(person.id), person.name, person.isLeader ? "班子成员" : "安全监管人员",
          person.department ?? "",
        ]
      })
  }

  /// A pseudonym, different for each index.
  private static func name(_ index: Int) -> String {
    // 23 surnames and 30 given names have no common factor, so all pairs come before one comes
    // again.
    let number = index / (surnames.count * givenNames.count)
    return surnames[index % surnames.count] + givenNames[index % givenNames.count]
      + (number == 0 ? "" : String(number + 1))
  }
}
