package import AnwenTypes

/// Makes a column row by row, in the buffer that the column will keep.
///
/// Each append belongs to one storage; the column's type decides which: a reference takes its
/// key's, an enumeration ranks.
package struct ColumnBuilder {
  /// Which buffer a type is stored in.
  private enum Kind {
    case bools, ints, decimals, floats, codes, days, periods, ranks, lists
  }

  package let type: DataType
  package private(set) var rowCount = 0
  private let kind: Kind
  /// Nil as long as no row is missing.
  private var validity: ValidityMask.Builder?

  // Only the buffer of `kind` is used; an array that stays empty allocates nothing.
  private var bools: [Bool] = []
  private var ints: [Int64] = []
  private var decimals: [Int128] = []
  private var floats: [Double] = []
  private var codes: [UInt32] = []
  private var texts = TextInterner()
  private var days: [Int32] = []
  private var periods: [Period] = []
  private var ranks: [UInt8] = []
  private var offsets: [Int32] = [0]
  /// One builder if the type is a list, else none; an array, since a struct cannot hold itself.
  private var elements: [ColumnBuilder] = []

  package init(type: DataType) {
    self.type = type
    switch type {
    case .bool: kind = .bools
    case .int: kind = .ints
    case .decimal: kind = .decimals
    case .float: kind = .floats
    case .text: kind = .codes
    case .date: kind = .days
    case .period: kind = .periods
    case .reference(let reference): kind = reference.key == .int ? .ints : .codes
    case .enumeration: kind = .ranks
    case .list(let element):
      kind = .lists
      elements = [ColumnBuilder(type: element)]
    }
  }

  /// The column of the rows appended so far.
  package func build() -> Column {
    let storage: Column.Storage =
      switch kind {
      case .bools: .bools(bools)
      case .ints: .ints(ints)
      case .decimals: .decimals(decimals)
      case .floats: .floats(floats)
      // A missing row has code 0; it must have a text where no row holds one.
      case .codes: .codes(codes, texts.count == 0 ? TextDictionary([""]) : texts.dictionary())
      case .days: .days(days)
      case .periods: .periods(periods)
      case .ranks: .ranks(ranks)
      case .lists: .lists(offsets: offsets, elements: elements[0].build())
      }
    return Column(type: type, storage: storage, validity: validity?.build(), rowCount: rowCount)
  }
}

extension ColumnBuilder {
  package mutating func append(bool value: Bool) {
    begin(.bools)
    bools.append(value)
  }

  package mutating func append(int value: Int64) {
    begin(.ints)
    ints.append(value)
  }

  /// Appends `unscaled` divided by ten to the power of the type's scale.
  package mutating func append(unscaledDecimal unscaled: Int128) {
    begin(.decimals)
    decimals.append(unscaled)
  }

  package mutating func append(float value: Double) {
    begin(.floats)
    floats.append(value)
  }

  package mutating func append(text value: TextValue) {
    append(utf8: value.string.utf8Span.span)
  }

  /// Appends a text given by its bytes, without making a `String` of one that is known.
  ///
  /// - Precondition: the bytes are UTF-8.
  package mutating func append(utf8 text: Span<UInt8>) {
    begin(.codes)
    codes.append(texts.intern(text))
  }

  package mutating func append(daysSinceEpoch value: Int32) {
    begin(.days)
    days.append(value)
  }

  package mutating func append(period value: Period) {
    begin(.periods)
    periods.append(value)
  }

  package mutating func append(rank value: UInt8) {
    begin(.ranks)
    ranks.append(value)
  }

  /// Appends a list of what `fill` appends to the builder of the elements.
  ///
  /// If `fill` throws, the row is not appended, but the builder keeps the stray elements and
  /// must be given up.
  ///
  /// - Precondition: all rows together hold fewer than 2³¹ elements.
  package mutating func appendList<Failure: Error>(
    _ fill: (inout ColumnBuilder) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(kind == .lists, "an append of another storage")
    try fill(&elements[0])
    begin(.lists)
    offsets.append(Int32(elements[0].rowCount))
  }

  /// Appends a missing row; in a column of lists, the empty list.
  package mutating func appendMissing() {
    if kind != .lists {
      if validity == nil { validity = ValidityMask.Builder(validRowCount: rowCount) }
      validity?.append(false)
    }
    rowCount += 1
    switch kind {
    case .bools: bools.append(false)
    case .ints: ints.append(0)
    case .decimals: decimals.append(0)
    case .floats: floats.append(0)
    case .codes: codes.append(0)
    case .days: days.append(0)
    case .periods: periods.append(Period(start: nil, last: nil, granularity: .range))
    case .ranks: ranks.append(0)
    case .lists: offsets.append(offsets[offsets.count - 1])
    }
  }

  /// Counts a row that holds a value of `storage`.
  @inline(__always)
  private mutating func begin(_ storage: Kind) {
    precondition(kind == storage, "an append of another storage")
    rowCount += 1
    validity?.append(true)
  }
}
