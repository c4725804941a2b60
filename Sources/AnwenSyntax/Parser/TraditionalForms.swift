/// Traditional characters of the period words, which are read like the simplified ones.
///
/// Only the closed words of the period grammar are folded so; names and values are spelled as they
/// are. Each form is one character for one, so that positions stay.
enum TraditionalForms {
  /// The text with each traditional form replaced.
  static func simplified(_ text: [UInt32]) -> [UInt32] {
    // Most texts hold none, and are shared.
    guard text.contains(where: { simplified($0) != $0 }) else { return text }
    return text.map(simplified)
  }

  private static func simplified(_ unit: UInt32) -> UInt32 {
    switch unit {
    case 0x4f86: 0x6765  // 來 来
    case 0x500b: 0x4e2a  // 個 个
    case 0x5167: 0x5185  // 內 内
    case 0x5169: 0x4e24  // 兩 两
    case 0x5b78: 0x5b66  // 學 学
    case 0x5f8c: 0x540e  // 後 后
    case 0x5f9e: 0x4ece  // 從 从
    case 0x65bc: 0x4e8e  // 於 于
    case 0x70ba: 0x4e3a  // 為 为
    case 0x7576: 0x5f53  // 當 当
    case 0x79ae: 0x793c  // 禮 礼
    case 0x8207: 0x4e0e  // 與 与
    case 0x865f: 0x53f7  // 號 号
    case 0x8ca1: 0x8d22  // 財 财
    case 0x9019: 0x8fd9  // 這 这
    case 0x9031: 0x5468  // 週 周
    case 0x904e: 0x8fc7  // 過 过
    case 0x9072: 0x8fdf  // 遲 迟
    case 0x958b: 0x5f00  // 開 开
    case 0x9593: 0x95f4  // 間 间
    default: unit
    }
  }
}
