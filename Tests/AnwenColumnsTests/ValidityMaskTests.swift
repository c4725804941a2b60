import AnwenColumns
import Testing

@Suite("Validity masks")
struct ValidityMaskTests {
  @Test("a mask reads back what it was made of", arguments: [0, 1, 63, 64, 65, 128, 200])
  func reads(rowCount: Int) {
    let bits = (0..<rowCount).map { $0 % 3 != 1 }
    let mask = ValidityMask(bits)
    #expect(mask.count == rowCount)
    #expect((0..<rowCount).map { mask[$0] } == bits)
  }

  @Test("a builder may begin with valid rows", arguments: [0, 1, 63, 64, 65])
  func beginsValid(rowCount: Int) {
    var builder = ValidityMask.Builder(validRowCount: rowCount)
    builder.append(false)
    builder.append(true)
    let expected = [Bool](repeating: true, count: rowCount) + [false, true]
    #expect(builder.build() == ValidityMask(expected))
  }

  @Test("bits beyond the count do not tell masks apart", arguments: [1, 63, 65])
  func clearsTail(rowCount: Int) {
    let wordCount = (rowCount + 63) / 64
    let full = ValidityMask(words: [UInt64](repeating: .max, count: wordCount), count: rowCount)
    #expect(full == ValidityMask([Bool](repeating: true, count: rowCount)))
  }
}
