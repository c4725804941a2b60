import AnwenDiagnostics

extension EnumerationType {
  /// The days of the week, in their order from Monday on.
  public static let weekday = EnumerationType(
    name: "weekday",
    cases: [
      ("monday", "Monday", "周一"), ("tuesday", "Tuesday", "周二"),
      ("wednesday", "Wednesday", "周三"), ("thursday", "Thursday", "周四"),
      ("friday", "Friday", "周五"), ("saturday", "Saturday", "周六"), ("sunday", "Sunday", "周日"),
    ].map { name, english, chinese in
      Case(name: name, label: LocalizedText(english: english, chinese: chinese))
    })
}
