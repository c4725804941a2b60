/// A kind of site that the plan names, with a department that answers for it there.
struct SampleSiteKind {
  /// The plan's word.
  let term: String
  let department: String
  /// What the names of such places end in.
  let suffix: String
  /// The usual risk.
  let risk: SampleRisk
  /// What the hazards there are about.
  let categories: [SampleCategory]
  /// Whether it can be told to suspend its business.
  let isBusiness: Bool

  /// What may be found there, in full.
  var findings: [(SampleCategory, String)] {
    categories.flatMap { category in category.descriptions.map { (category, $0) } }
  }

  private init(
    _ term: String, _ department: String, _ suffix: String, _ risk: SampleRisk,
    _ categories: [SampleCategory], isBusiness: Bool = true
  ) {
    self.term = term
    self.department = department
    self.suffix = suffix
    self.risk = risk
    self.categories = categories
    self.isBusiness = isBusiness
  }

  static let all = [
    SampleSiteKind("烟花爆竹经营主体", "应急部门", "烟花爆竹经营部", .grave, [.fire, .chemicals, .records]),
    SampleSiteKind("公共电梯", "市监部门", "大厦电梯", .normal, [.equipment, .records], isBusiness: false),
    SampleSiteKind("城镇燃气", "住建部门", "液化气站", .grave, [.gas, .fire, .equipment]),
    SampleSiteKind("房屋市政工程", "自然资源部门", "安置房工地", .higher, [.building, .electricity, .equipment]),
    SampleSiteKind("幼儿园", "教育部门", "幼儿园", .normal, [.fire, .electricity, .gas]),
    SampleSiteKind("养老机构", "民政部门", "养老服务中心", .higher, [.fire, .electricity, .gas]),
    SampleSiteKind("农机", "农业部门", "农机合作社", .low, [.equipment, .records]),
    SampleSiteKind("液氧（氮）站", "卫生部门", "卫生院液氧站", .higher, [.chemicals, .equipment, .records]),
    SampleSiteKind("重点路段", "交警部门", "路口", .normal, [.traffic], isBusiness: false),
    SampleSiteKind("普通公路", "交通部门", "公路弯段", .normal, [.traffic], isBusiness: false),
    SampleSiteKind(
      "电力设施（周边）", "电力部门", "变压器台区", .low, [.electricity, .building], isBusiness: false),
    SampleSiteKind("KTV", "文化部门", "KTV", .higher, [.fire, .electricity, .records]),
    SampleSiteKind("水利工程", "水利部门", "水库", .normal, [.building, .records], isBusiness: false),
    SampleSiteKind("主要林区", "林业部门", "林场", .normal, [.fire, .records], isBusiness: false),
    SampleSiteKind("加油站", "应急部门", "加油站", .higher, [.fire, .electricity, .chemicals]),
    SampleSiteKind("餐饮场所", "应急部门", "酒家", .normal, [.gas, .fire, .electricity]),
    SampleSiteKind("粉尘涉爆企业", "应急部门", "木业加工厂", .grave, [.equipment, .fire, .electricity]),
    SampleSiteKind("锅炉", "市监部门", "豆制品厂锅炉房", .normal, [.equipment, .records]),
    SampleSiteKind("深基坑", "自然资源部门", "广场基坑工程", .higher, [.building, .equipment]),
    SampleSiteKind("小学", "教育部门", "小学", .low, [.fire, .electricity, .building]),
    SampleSiteKind("大型商业综合体", "应急部门", "购物广场", .normal, [.fire, .electricity, .equipment]),
    SampleSiteKind("再生资源回收场所", "应急部门", "废品回收站", .normal, [.fire, .electricity, .records]),
  ]
}

/// What a hazard is about.
enum SampleCategory {
  case fire, electricity, gas, equipment, chemicals, building, traffic, records

  var name: String {
    switch self {
    case .fire: "消防"
    case .electricity: "用电"
    case .gas: "燃气"
    case .equipment: "设备"
    case .chemicals: "危化品"
    case .building: "建筑"
    case .traffic: "交通"
    case .records: "管理"
    }
  }

  var descriptions: [String] {
    switch self {
    case .fire: ["灭火器压力不足", "疏散通道堆放杂物", "应急照明损坏", "消火栓被遮挡", "易燃物与火源距离不足"]
    case .electricity: ["私拉乱接电线", "配电箱门未关闭", "电动自行车违规充电", "线路绝缘层破损", "漏电保护器失效"]
    case .gas: ["燃气软管老化", "未安装泄漏报警装置", "气瓶间通风不良", "气瓶超期未检"]
    case .equipment: ["设备未按期检验", "安全防护罩缺失", "安全阀未校验", "操作人员无证上岗"]
    case .chemicals: ["超量储存", "不同物品混存", "安全标签缺失", "静电接地不良"]
    case .building: ["临边防护缺失", "违规搭建彩钢板", "脚手架连墙件不足", "墙体开裂"]
    case .traffic: ["警示标志缺失", "护栏破损", "路面坑槽", "视线被遮挡"]
    case .records: ["检查台账不全", "未按期开展演练", "培训记录缺失", "应急预案未更新"]
    }
  }
}
