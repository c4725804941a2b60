import AnwenTypes

extension Column {
  /// The memory that the rows take, without the texts, which columns may share.
  package var byteCount: Int {
    let mask = validity.map { $0.words.count * 8 } ?? 0
    return switch storage {
    case .bools: mask + rowCount
    case .ints, .floats: mask + rowCount * 8
    case .decimals: mask + rowCount * 16
    case .codes, .days: mask + rowCount * 4
    case .periods: mask + rowCount * MemoryLayout<Period>.stride
    case .ranks: mask + rowCount
    case .lists(_, let elements): mask + rowCount * 4 + elements.byteCount
    }
  }

  /// The texts of the rows, or of the elements of their lists.
  package var dictionary: TextDictionary? {
    switch storage {
    case .codes(_, let dictionary): dictionary
    case .lists(_, let elements): elements.dictionary
    case .bools, .ints, .decimals, .floats, .days, .periods, .ranks: nil
    }
  }
}

extension TextDictionary {
  /// The memory that the texts take; short ones stand in the array itself.
  package var byteCount: Int {
    texts.reduce(0) { bytes, text in
      let length = text.string.utf8.count
      return bytes + MemoryLayout<TextValue>.stride + (length > 15 ? length + 32 : 0)
    }
  }
}

extension KeyInterner {
  /// The memory that the known values take, about.
  package var byteCount: Int { count * 64 }
}

extension RowGrouper {
  /// The memory that the known combinations take, about.
  package var byteCount: Int { groupCount * 64 }
}
