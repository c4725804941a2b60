package import AnwenDiagnostics

/// The words of the core language; the raw value is the canonical English spelling.
package enum Keyword: String, CaseIterable, Hashable, Sendable {
  case `where`
  case select
  case derive
  case summarize
  case by
  case sort
  case ascending = "asc"
  case descending = "desc"
  case take
  case skip
  case top
  case per
  case withTies = "with ties"
  case distinct
  case rename
  case drop
  case expand
  case join
  case leftJoin = "left join"
  case semiJoin = "semi join"
  case antiJoin = "anti join"
  /// Before the condition of a join.
  case on
  case union
  case except
  case intersect
  case assert
  case write
  case alias = "as"
  case asOf = "as of"

  case pivot
  case total
  case compare
  case fill
  case require
  case summary

  case and
  case or
  case not
  case both
  case each = "each of"
  case `in`
  case has
  case with
  case without
  case withOnly = "with only"
  case atLeast = "at least"
  case atMost = "at most"
  case exactly
  case moreThan = "more than"
  case fewerThan = "fewer than"
  case orMore = "or more"
  case orFewer = "or fewer"
  case isMissing = "is missing"
  case isNotMissing = "is not missing"
  case contains
  case startsWith = "starts with"
  case endsWith = "ends with"
  case matches
  case between
  case div
  case `true`
  case `false`
  case `if`
  case then
  case `else`
  case `case`
  case when
  case of
  /// The rows outside of those at hand.
  case outer

  case count
  case countDistinct = "count distinct"
  case sum
  case average = "avg"
  case minimum = "min"
  case maximum = "max"
  case median
  case percentile
  case stddev
  case first
  case last
  case rate
  case any
  case every
  case list

  case rowNumber = "row number"
  case rank
  case denseRank = "dense rank"
  case lag
  case lead
  case running
  case moving
  case share

  /// The canonical Chinese spelling.
  package var chinese: String {
    switch self {
    case .where: "筛选"
    case .select: "列出"
    case .derive: "计算"
    case .summarize: "统计"
    case .by: "按"
    case .sort: "排序"
    case .ascending: "升序"
    case .descending: "降序"
    case .take: "取"
    case .skip: "跳过"
    case .top: "前"
    case .per: "每"
    case .withTies: "并列"
    case .distinct: "去重"
    case .rename: "改名"
    case .drop: "去掉"
    case .expand: "展开"
    case .join: "关联"
    case .leftJoin: "左关联"
    case .semiJoin: "半关联"
    case .antiJoin: "反关联"
    case .on: "条件"
    case .union: "合并"
    case .except: "除去"
    case .intersect: "共有"
    case .assert: "核对"
    case .write: "写入"
    case .alias: "作为"
    case .pivot: "转列"
    case .total: "合计"
    case .compare: "对比"
    case .fill: "补齐"
    case .require: "要求"
    case .summary: "汇总"
    case .asOf: "截至"
    case .and: "且"
    case .or: "或"
    case .not: "非"
    case .both: "共同"
    case .each: "分别在"
    case .in: "属于"
    case .has: "含"
    case .with: "有"
    case .without: "没有"
    case .withOnly: "只有"
    case .atLeast: "至少"
    case .atMost: "至多"
    case .exactly: "恰好"
    case .moreThan: "超过"
    case .fewerThan: "不足"
    case .orMore: "以上"
    case .orFewer: "以下"
    case .isMissing: "缺失"
    case .isNotMissing: "不缺失"
    case .contains: "包含"
    case .startsWith: "开头为"
    case .endsWith: "结尾为"
    case .matches: "匹配"
    case .between: "介于"
    case .div: "整除"
    case .true: "真"
    case .false: "假"
    case .if: "如果"
    case .case: "分情况"
    case .when: "当"
    case .then: "则"
    case .else: "否则"
    case .of: "的"
    case .outer: "外层"
    case .count: "计数"
    case .countDistinct: "去重计数"
    case .sum: "求和"
    case .average: "平均"
    case .minimum: "最小"
    case .maximum: "最大"
    case .median: "中位数"
    case .percentile: "百分位"
    case .stddev: "标准差"
    case .first: "首个"
    case .last: "末个"
    case .rate: "占比"
    case .any: "存在"
    case .every: "全部"
    case .list: "列举"
    case .rowNumber: "行号"
    case .rank: "名次"
    case .denseRank: "连续名次"
    case .lag: "上一行"
    case .lead: "下一行"
    case .running: "累计"
    case .moving: "移动"
    case .share: "比重"
    }
  }

  /// Further spellings, which are read and never printed.
  package var synonyms: [String] {
    switch self {
    case .where: ["筛选出"]
    case .select: ["显示"]
    case .summarize: ["summarise"]
    case .asOf: ["截止", "截止到", "截至到"]
    case .sort: ["sort by"]
    case .total: ["totals"]
    case .ascending:
      [
        "ascending", "由低到高", "从低到高", "由小到大", "从小到大", "smallest first", "lowest first",
        "earliest first",
      ]
    case .descending:
      [
        "descending", "由高到低", "从高到低", "由大到小", "从大到小", "largest first", "highest first",
        "latest first",
      ]
    case .per: ["每个"]
    case .withTies: ["including ties", "并列全列"]
    case .rename: ["重命名"]
    case .join: ["inner join"]
    case .and: ["并且", "而且"]
    case .or: ["或者"]
    case .not: ["未", "不"]
    case .both: ["都"]
    case .each: ["both of", "分别", "均", "都", "每月都", "每季度都", "每年都"]
    case .in: ["在"]
    case .without: ["with no", "no", "not any", "无", "尚无", "零", "缺"]
    case .withOnly: ["仅有", "with all", "有所有的", "有所有", "有全部的", "有全部"]
    case .atLeast: ["不少于", "no fewer than", "no less than"]
    case .atMost: ["不超过", "不多于", "no more than"]
    case .moreThan: ["多于"]
    case .fewerThan: ["少于", "less than"]
    case .orMore: ["及以上"]
    case .orFewer: ["及以下", "以内"]
    case .isMissing: ["为空", "is empty"]
    case .isNotMissing: ["不为空", "is not empty"]
    case .average: ["average", "mean", "均值"]
    case .minimum: ["minimum"]
    case .maximum: ["maximum"]
    case .percentile: ["百分位数"]
    case .stddev: ["standard deviation"]
    case .true: ["是", "yes"]
    case .false: ["否"]
    case .count: ["数量", "个数"]
    case .rank: ["排名"]
    case .denseRank: ["密集排名"]
    case .lag: ["previous", "上期"]
    case .lead: ["next", "下期"]
    case .running: ["cumulative", "累积"]
    case .share: ["share of total", "占总量"]
    default: []
    }
  }

  /// Every spelling that is read.
  package var spellings: [String] { [rawValue, chinese] + synonyms }

  /// Whether a stage begins with it, so that the bar before it may be left out.
  var startsStage: Bool {
    switch self {
    case .where, .select, .derive, .summarize, .sort, .take, .skip, .top, .distinct, .rename,
      .drop, .expand, .join, .leftJoin, .semiJoin, .antiJoin, .union, .except, .intersect, .assert,
      .total, .pivot, .compare, .fill,
      .require,
      .write:
      true
    default: false
    }
  }

  /// The words that begin a stage.
  static let stages = allCases.filter(\.startsStage)

  package func spelling(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .chinese: chinese
    }
  }
}
