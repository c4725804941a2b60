public import AnwenDiagnostics

/// One column of a schema: its name, type and heading.
public struct Field: Hashable, Sendable {
  /// The canonical name, which is the key in machine formats.
  public let name: String
  public let type: DataType
  /// The heading in human formats.
  public let label: LocalizedText
  /// How its numbers look in human formats.
  public let display: DisplayFormat

  public init(
    name: String, type: DataType, label: LocalizedText, display: DisplayFormat = .plain
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.display = display
  }

  /// The same column under another heading.
  package func with(label: LocalizedText) -> Field {
    Field(name: name, type: type, label: label, display: display)
  }
}

/// The columns of a table, a plan or a result, in order.
public struct Schema: Hashable, Sendable {
  public let fields: [Field]

  public init(_ fields: [Field]) { self.fields = fields }
}
