import AnwenTypes

extension Column {
  /// A number for each row, so that the numbers order as the values do, and equal values, and only
  /// they, have equal ones. Where a row is missing the number is anything.
  ///
  /// Numbers of different columns do not compare. An empty list comes before others.
  ///
  /// Complexity: O(*n*) for what is held in at most 64 bits, else O(*n* log *n*).
  package func orderCodes() -> [Int64] {
    switch storage {
    case .bools(let values): values.map { $0 ? 1 : 0 }
    case .ints(let values): values
    case .days(let values): values.map { Int64($0) }
    case .ranks(let values): values.map { Int64($0) }
    case .floats(let values): values.map(Self.orderCode)
    case .decimals(let values): Self.orderCodes(values, where: presence)
    case .periods(let values): Self.places(values.map(\.orderKey), where: presence)
    case .codes(let codes, let dictionary):
      Self.orderCodes(codes, dictionary, where: presence)
    case .lists(let offsets, let elements): Self.orderCodes(offsets, elements)
    }
  }

  /// The bits of a float, so that they order as the float does; both zeros are equal.
  private static func orderCode(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
    return bits >= 0 ? bits : bits ^ .max
  }

  private static func orderCodes(_ values: [Int128], where presence: [Bool]?) -> [Int64] {
    let fits = values.allSatisfy { Int64(exactly: $0) != nil }
    return fits ? values.map { Int64(truncatingIfNeeded: $0) } : places(values, where: presence)
  }

  private static func orderCodes(
    _ codes: [UInt32], _ dictionary: TextDictionary, where presence: [Bool]?
  ) -> [Int64] {
    // Only the texts that occur are sorted: there may be few rows of a large dictionary.
    var used: Set<Int> = []
    for (row, code) in codes.enumerated() where presence?[row] ?? true { used.insert(Int(code)) }
    let sorted = used.sorted { dictionary.texts[$0] < dictionary.texts[$1] }
    var places: [Int: Int64] = [:]
    places.reserveCapacity(sorted.count)
    for (place, code) in sorted.enumerated() { places[code] = Int64(place) }
    return codes.map { places[Int($0)] ?? 0 }
  }

  /// The place of each value among the different ones.
  private static func places<T: Comparable>(_ values: [T], where presence: [Bool]?) -> [Int64] {
    let rows = values.indices.filter { presence?[$0] ?? true }
      .sorted { values[$0] < values[$1] }
    var places = [Int64](repeating: 0, count: values.count)
    var place: Int64 = 0
    for (index, row) in rows.enumerated() {
      if index > 0, values[rows[index - 1]] < values[row] { place += 1 }
      places[row] = place
    }
    return places
  }

  private static func orderCodes(_ offsets: [Int32], _ elements: Column) -> [Int64] {
    let codes = elements.orderCodes()
    let presence = elements.nonmissing
    let lists = (0..<offsets.count - 1).map { row in
      ListKey(
        codes: (offsets[row]..<offsets[row + 1]).map { element in
          // A missing element is a value, and last.
          presence?[Int(element)] ?? true
            ? ListKey.Element(isMissing: false, code: codes[Int(element)])
            : ListKey.Element(isMissing: true, code: 0)
        })
    }
    return places(lists, where: nil)
  }

  /// A list by the order codes of its elements.
  private struct ListKey: Comparable {
    struct Element: Comparable {
      let isMissing: Bool
      let code: Int64

      static func < (left: Self, right: Self) -> Bool {
        left.isMissing == right.isMissing ? left.code < right.code : right.isMissing
      }
    }

    let codes: [Element]

    static func < (left: Self, right: Self) -> Bool {
      left.codes.lexicographicallyPrecedes(right.codes)
    }
  }
}
