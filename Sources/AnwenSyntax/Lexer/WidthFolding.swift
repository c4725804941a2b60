/// The fixed table of full-width forms and their half-width twins.
///
/// Not Unicode normalisation: that would also change texts which only look like syntax.
package enum WidthFolding {
  package static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xff01...0xff5e: scalar - 0xfee0
    case 0x3000, 0xa0: UnitMark.space
    default: scalar
    }
  }

  /// The scalar with an ASCII letter in lower case.
  package static func lower(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5a).contains(scalar) ? scalar + 0x20 : scalar
  }

  /// The units of a word as the vocabulary compares them: width folded, one for each character.
  package static func units(of word: String, lowercased: Bool) -> [UInt32] {
    var units: [UInt32] = []
    append(word, lowercased: lowercased, to: &units)
    return units
  }

  /// Adds the units of a word behind others.
  static func append(_ word: String, lowercased: Bool, to units: inout [UInt32]) {
    for scalar in word.unicodeScalars {
      let folded = fold(scalar.value)
      units.append(lowercased ? lower(folded) : folded)
    }
  }
}
