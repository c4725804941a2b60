import AnwenTypes
import Testing

@Suite("Decimals")
struct DecimalNumberTests {
  private static let nines = String(repeating: "9", count: 38)

  private func number(_ text: String) throws -> DecimalNumber {
    try #require(DecimalNumber(text))
  }

  @Test(
    "text",
    arguments: [
      ("0", "0"), ("-0", "0"), ("1.50", "1.5"), ("-0.05", "-0.05"), ("100", "100"),
      ("0.000000000000000001", "0.000000000000000001"), ("+7.0", "7"), (nines, nines),
      ("1.0000000000000000000000", "1"), ("007", "7"),
    ])
  func text(source: String, expected: String) throws {
    #expect(try number(source).description == expected)
  }

  @Test(
    "what is no decimal",
    arguments: [
      "", "-", ".", "1.", ".5", "1.2.3", "1e3", " 1", "１", "0.0000000000000000001", nines + "0",
      "1,000",
    ])
  func refused(source: String) {
    #expect(DecimalNumber(source) == nil)
  }

  @Test(
    "arithmetic",
    arguments: [
      ("0.1", "+", "0.2", "0.3"), ("1.5", "-", "2.25", "-0.75"), ("1.5", "*", "-1.25", "-1.875"),
      ("1", "/", "3", "0.333333"), ("2", "/", "3", "0.666667"), ("-2", "/", "3", "-0.666667"),
      ("1", "/", "0.00000003", "33333333.33333333"), ("0.5", "/", "1000000", "0.000001"),
      ("-0.5", "/", "1000000", "-0.000001"), ("7.5", "div", "2", "3"), ("-7.5", "div", "2", "-3"),
      ("7.5", "%", "2", "1.5"), ("-7.5", "%", "2", "-1.5"), ("7", "%", "-2.5", "2"),
      ("0.000000001", "*", "0.0000000005", "0.000000000000000001"),
      ("0.0000000001", "*", "0.000000001", "0"), (nines, "-", nines, "0"),
      ("9999999999999999999", "*", "9999999999999999999", "99999999999999999980000000000000000001"),
    ])
  func arithmetic(left: String, operation: String, right: String, expected: String) throws {
    #expect(try result(left, operation, right)?.description == expected)
  }

  @Test(
    "overflow",
    arguments: [
      (nines, "+", "1"), ("-" + nines, "-", "1"), (nines, "*", "10"), (nines, "*", nines),
      (nines, "/", "0.1"), (nines, "+", "0.1"), (nines, "%", "0.1"),
    ])
  func overflow(left: String, operation: String, right: String) {
    #expect(throws: DecimalOverflow.self) { try result(left, operation, right) }
  }

  @Test("division by zero", arguments: ["/", "div", "%"])
  func zeroDivision(operation: String) throws {
    #expect(try result("1.5", operation, "0.0") == nil)
  }

  @Test(
    "rounding to digits",
    arguments: [
      ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4", 0, "2"), ("1.005", 2, "1.01"),
      ("1.004", 2, "1"), ("1250", -2, "1300"), ("-1249", -2, "-1200"), ("49", -2, "0"),
      ("5", -400, "0"), ("1.5", 300, "1.5"),
    ])
  func rounding(source: String, digits: Int, expected: String) throws {
    #expect(try number(source).rounded(toDigits: digits).description == expected)
  }

  @Test(
    "whole numbers around",
    arguments: [
      ("2.5", "2", "3"), ("-2.5", "-3", "-2"), ("2", "2", "2"), ("-0.1", "-1", "0"),
    ])
  func wholeNumbers(source: String, floor: String, ceil: String) throws {
    #expect(try number(source).floor.description == floor)
    #expect(try number(source).ceil.description == ceil)
  }

  @Test(
    "order",
    arguments: [
      ("1.5", "1.50", ValueOrder.same), ("1.5", "1.49", .after), ("-1.5", "-1.49", .before),
      (nines, "0.000000000000000001", .after), ("-" + nines, nines, .before),
      ("0.3", "0.30000000000001", .before), ("-0.5", "0", .before),
    ])
  func order(left: String, right: String, expected: ValueOrder) throws {
    #expect(ValueOrder(try number(left), try number(right)) == expected)
  }

  @Test(
    "nearest float",
    arguments: [("0.1", 0.1), ("-1234.5678", -1234.5678), (nines, 1e38), ("0.3", 0.3)])
  func double(source: String, expected: Double) throws {
    #expect(try number(source).double == expected)
  }

  private func result(
    _ left: String, _ operation: String, _ right: String
  ) throws -> DecimalNumber? {
    let (left, right) = (try number(left), try number(right))
    switch operation {
    case "+": return try left.adding(right)
    case "-": return try left.subtracting(right)
    case "*": return try left.multiplied(by: right)
    case "/": return try left.divided(by: right)
    case "div": return try left.dividedWhole(by: right)
    default: return try left.remainder(dividingBy: right)
    }
  }
}
