public import AnwenDiagnostics

/// How the numbers of a column look to people; machine formats hold the exact numbers.
public struct DisplayFormat: Hashable, Sendable {
  /// 0.957 is shown as 95.7%.
  public let isPercent: Bool
  /// 1234567 is shown as 1,234,567.
  public let groupsThousands: Bool
  /// So many digits stand behind the point, rounded half away from zero. Nil leaves the number as it
  /// is, but a percentage has at most two.
  public let decimals: Int?
  /// What is counted; it stands in the heading and changes no number.
  public let unit: LocalizedText?

  public init(
    isPercent: Bool = false, groupsThousands: Bool = false, decimals: Int? = nil,
    unit: LocalizedText? = nil
  ) {
    self.isPercent = isPercent
    self.groupsThousands = groupsThousands
    self.decimals = decimals
    self.unit = unit
  }

  /// The number as it is.
  public static let plain = DisplayFormat()
}
