import AnwenTypes

/// Gives each different value of key columns a number, in the order in which they first come.
///
/// Two values have one number where grouping holds them for equal: texts by bytes, both zeros,
/// periods by their days whatever their units, lists by their elements in order.
package struct KeyInterner {
  /// The number of a missing value or an empty list, and of a value that is not known.
  package static let none: Int32 = -1

  /// How many different values there are; they are numbered from 0.
  package private(set) var count = 0

  // Only the table of the key's storage is used. That of integers has the type of key that every
  // start of the program sets up anyway.
  private var integers: [Int: Int32] = [:]
  private var decimals: [Int128: Int32] = [:]
  private var texts: [TextValue: Int32] = [:]
  private var periods: [Period.OrderKey: Int32] = [:]
  private var lists: [[Int32]: Int32] = [:]
  /// One interner of elements where the keys are lists; an array, since a struct cannot hold
  /// itself.
  private var elements: [KeyInterner] = []
  private var textNumbers = TextNumbers()

  package init() {}

  /// The numbers of the rows' values; those that are new are given one.
  ///
  /// Complexity: O(*n*), and O(*m*) once for each dictionary of *m* texts.
  ///
  /// - Precondition: all columns are of one type.
  package mutating func numbers(addingValuesOf column: Column) -> [Int32] {
    numbers(of: column, isAdding: true)
  }

  /// The numbers of the rows' values, and ``none`` for a value that is not known.
  package mutating func knownNumbers(of column: Column) -> [Int32] {
    numbers(of: column, isAdding: false)
  }

  private mutating func numbers(of column: Column, isAdding: Bool) -> [Int32] {
    let presence = column.presence
    switch column.storage {
    case .bools(let values):
      return Self.numbers(values, presence, isAdding, &integers, &count) { $0 ? 1 : 0 }
    case .ints(let values):
      return Self.numbers(values, presence, isAdding, &integers, &count) { Int($0) }
    case .days(let values):
      return Self.numbers(values, presence, isAdding, &integers, &count) { Int($0) }
    case .ranks(let values):
      return Self.numbers(values, presence, isAdding, &integers, &count) { Int($0) }
    case .floats(let values):
      return Self.numbers(values, presence, isAdding, &integers, &count) {
        Int(bitPattern: UInt(($0 == 0 ? 0 : $0).bitPattern))
      }
    case .decimals(let values):
      return Self.numbers(values, presence, isAdding, &decimals, &count) { $0 }
    case .periods(let values):
      return Self.numbers(values, presence, isAdding, &periods, &count) { $0.orderKey }
    case .codes(let codes, let dictionary):
      return numbers(codes, dictionary, presence, isAdding)
    case .lists(let offsets, let elements): return numbers(offsets, elements, isAdding)
    }
  }

  /// - Parameters:
  ///   - table: the numbers by value, all below `count`.
  ///   - count: how many numbers are given.
  private static func numbers<Value, Key: Hashable>(
    _ values: [Value], _ presence: [Bool]?, _ isAdding: Bool, _ table: inout [Key: Int32],
    _ count: inout Int, _ key: (Value) -> Key
  ) -> [Int32] {
    var numbers = [Int32](repeating: none, count: values.count)
    for row in values.indices where presence?[row] ?? true {
      numbers[row] = number(of: key(values[row]), isAdding, &table, &count)
    }
    return numbers
  }

  private static func number<Key: Hashable>(
    of key: Key, _ isAdding: Bool, _ table: inout [Key: Int32], _ count: inout Int
  ) -> Int32 {
    if let number = table[key] { return number }
    if !isAdding { return none }
    let number = Int32(count)
    table[key] = number
    count += 1
    return number
  }
}

// MARK: - Texts and lists

extension KeyInterner {
  /// The numbers found so far for the codes of one dictionary.
  private struct TextNumbers {
    static let unseen: Int32 = -2

    var dictionary: TextDictionary?
    /// Whether unknown texts were added; if not, they may have been since.
    var isAdding = false
    var numbers: [Int32] = []
  }

  private mutating func numbers(
    _ codes: [UInt32], _ dictionary: TextDictionary, _ presence: [Bool]?, _ isAdding: Bool
  ) -> [Int32] {
    if textNumbers.dictionary !== dictionary || textNumbers.isAdding != isAdding {
      textNumbers = TextNumbers(
        dictionary: dictionary, isAdding: isAdding,
        numbers: [Int32](repeating: TextNumbers.unseen, count: dictionary.texts.count))
    }
    var numbers = [Int32](repeating: Self.none, count: codes.count)
    for row in codes.indices where presence?[row] ?? true {
      let code = Int(codes[row])
      var number = textNumbers.numbers[code]
      if number == TextNumbers.unseen {
        number = Self.number(of: dictionary.texts[code], isAdding, &texts, &count)
        textNumbers.numbers[code] = number
      }
      numbers[row] = number
    }
    return numbers
  }

  private mutating func numbers(
    _ offsets: [Int32], _ column: Column, _ isAdding: Bool
  ) -> [Int32] {
    if elements.isEmpty { elements = [KeyInterner()] }
    let elementNumbers = elements[0].numbers(of: column, isAdding: isAdding)
    let missing = column.nonmissing
    var numbers = [Int32](repeating: Self.none, count: offsets.count - 1)
    for row in numbers.indices where offsets[row] < offsets[row + 1] {
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      let key = Array(elementNumbers[range])
      // An element that is there and not known is in no list that is known.
      let isUnknown = range.contains { elementNumbers[$0] == Self.none && missing?[$0] ?? true }
      if isUnknown, !isAdding { continue }
      numbers[row] = Self.number(of: key, isAdding, &lists, &count)
    }
    return numbers
  }
}
