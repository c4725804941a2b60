/// The structure of a regular expression.
indirect enum PatternNode: Hashable, Sendable {
  /// One scalar out of a set.
  case scalar(ScalarSet)
  /// The beginning of the text, and its end.
  case start, end
  case sequence([PatternNode])
  /// - Precondition: there is at least one.
  case alternatives([PatternNode])
  /// So many times in a row; without an upper limit where `most` is nil.
  case repeated(PatternNode, least: Int, most: Int?)
}

/// Some scalars.
package struct ScalarSet: Hashable, Sendable {
  /// What `\d`, `\w` and `\s` stand for.
  package enum Kind: Hashable, Sendable {
    /// A decimal digit of any script, also a full-width one.
    case digit
    /// A letter, a Chinese character, a digit, an underscore, or a mark on one of them.
    case word
    case space

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      let properties = scalar.properties
      switch self {
      case .digit: return properties.generalCategory == .decimalNumber
      case .space: return properties.isWhitespace
      case .word:
        if properties.isAlphabetic { return true }
        switch properties.generalCategory {
        case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark:
          return true
        default: return false
        }
      }
    }
  }

  /// One kind of scalars, or with `isComplement` all others.
  package struct Part: Hashable, Sendable {
    let kind: Kind
    let isComplement: Bool
  }

  var ranges: [ClosedRange<Unicode.Scalar>] = []
  var parts: [Part] = []
  /// Whether it holds what ranges and parts do not.
  var isComplement = false

  init() {}

  init(_ scalar: Unicode.Scalar) { ranges = [scalar...scalar] }

  /// What a point stands for: all but the end of a line.
  static let any: ScalarSet = {
    var set = ScalarSet("\n")
    set.isComplement = true
    return set
  }()

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isNamed =
      ranges.contains { $0.contains(scalar) }
      || parts.contains { $0.kind.contains(scalar) != $0.isComplement }
    return isNamed != isComplement
  }
}
