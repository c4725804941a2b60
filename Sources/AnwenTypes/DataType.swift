public import AnwenDiagnostics

/// The type of a column or an expression.
public indirect enum DataType: Hashable, Sendable {
  case bool
  /// 64 bits; overflow is an error, never a wrap.
  case int
  /// An exact number: 38 digits, of which `scale` (at most 18) stand behind the point.
  case decimal(scale: Int)
  case float
  case text
  /// A day.
  case date
  case period
  /// The key of a row of another entity.
  case reference(ReferenceType)
  case enumeration(EnumerationType)
  case list(DataType)

  /// Whether arithmetic is defined on it.
  public var isNumeric: Bool {
    switch self {
    case .int, .decimal, .float: true
    case .bool, .text, .date, .period, .reference, .enumeration, .list: false
    }
  }

  /// The type of the elements of a list, or the type itself.
  public var element: DataType {
    if case .list(let element) = self { element } else { self }
  }

  public var isList: Bool {
    if case .list = self { true } else { false }
  }
}

/// What a reference points to: an entity, by the type of its key.
public struct ReferenceType: Hashable, Sendable {
  /// The type of an entity's key.
  public enum Key: Hashable, Sendable {
    case int
    case text
  }

  /// The entity's canonical name.
  public let entity: String
  public let key: Key

  public init(entity: String, key: Key) {
    self.entity = entity
    self.key = key
  }
}

/// A closed, ordered list of values: the rank of a value is its place in the list.
public struct EnumerationType: Hashable, Sendable {
  public struct Case: Hashable, Sendable {
    /// The spelling in machine formats.
    public let name: String
    public let label: LocalizedText

    public init(name: String, label: LocalizedText) {
      self.name = name
      self.label = label
    }
  }

  /// The most values that an enumeration has.
  package static let caseLimit = 255

  public let name: String
  public let cases: [Case]

  /// - Precondition: at most ``caseLimit`` cases.
  public init(name: String, cases: [Case]) {
    precondition(cases.count <= Self.caseLimit, "an enumeration has at most 255 values")
    self.name = name
    self.cases = cases
  }
}
