package import AnwenTypes

/// The spelling of literals, names and types in printed plans.
package enum LiteralText {
  /// A value so that values of different types never look alike: `2` is an int, `2.0` a decimal,
  /// `2.0f` a float, `"2"` a text, `2024-06-30` a day, `month[2024-06-01..2024-06-30]` a period,
  /// `risk.重大` a value of an enumeration.
  package static func text(_ value: Value, _ type: DataType) -> String {
    switch value {
    case .missing: return "missing"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return String(value)
    case .decimal(let number):
      let digits = number.description
      return digits.utf8.contains(UInt8(ascii: ".")) ? digits : digits + ".0"
    case .float(let value): return "\(value)f"
    case .text(let text): return quoted(text.string, by: "\"")
    case .date(let day): return day.description
    case .period(let period):
      let start = period.start?.description ?? ""
      let last = period.last?.description ?? ""
      return "\(period.granularity)[\(start)..\(last)]"
    case .rank(let rank): return name(ofRank: Int(rank), type)
    case .list(let elements):
      return "[" + elements.map { text($0, type.element) }.joined(separator: ", ") + "]"
    }
  }

  /// `decimal[2]`, `enumeration[risk]`, `list[int]`.
  package static func name(of type: DataType) -> String {
    switch type {
    case .bool: "bool"
    case .int: "int"
    case .decimal(let scale): "decimal[\(scale)]"
    case .float: "float"
    case .text: "text"
    case .date: "date"
    case .period: "period"
    case .reference(let reference): "reference[\(ExpressionPrinter.quoted(name: reference.entity))]"
    case .enumeration(let enumeration):
      "enumeration[\(ExpressionPrinter.quoted(name: enumeration.name))]"
    case .list(let element): "list[\(name(of: element))]"
    }
  }

  private static func name(ofRank rank: Int, _ type: DataType) -> String {
    guard case .enumeration(let enumeration) = type, enumeration.cases.indices.contains(rank)
    else { return "rank[\(rank)]" }
    return ExpressionPrinter.quoted(name: enumeration.name) + "."
      + ExpressionPrinter.quoted(name: enumeration.cases[rank].name)
  }

  /// A text between quotes, with quotes, backslashes and all that is invisible escaped.
  static func quoted(_ text: String, by quote: Unicode.Scalar) -> String {
    var quoted = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where isInvisible(scalar):
        quoted += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    quoted.unicodeScalars.append(quote)
    return quoted
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}

extension ExpressionPrinter {
  /// A name as it is if it has only letters, digits and underscores, else between back quotes.
  package static func quoted(name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    return isPlain && !name.isEmpty ? name : LiteralText.quoted(name, by: "`")
  }
}
