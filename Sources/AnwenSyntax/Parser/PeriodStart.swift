/// A quick look at whether a period literal may begin at a place: at most of them none does.
enum PeriodStart {
  static func isPossible(in text: [UInt32], at position: Int) -> Bool {
    guard text.indices.contains(position) else { return false }
    let scalar = text[position]
    if scalar >= 0x80 { return chinese.contains(Int(scalar)) }
    return isLetter(scalar) ? latin.contains(prefix(in: text, at: position)) : true
  }

  private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7a).contains(scalar) }

  /// The first letters of a Latin word, at most three, as one number.
  private static func prefix(in text: [UInt32], at position: Int) -> Int {
    var packed = 0
    var place = position
    while place < text.count, place < position + 3, isLetter(text[place]) {
      packed = packed << 8 | Int(text[place])
      place += 1
    }
    return packed
  }

  /// Every Chinese character of a period's spellings, but for the links.
  private static let chinese = Set(
    ("○〇一七三元介上下不两中为之九二于五今从以份全兩八六内冬初到前十千半去及号后周四夏大天始季学年底度开当截拜接政日早旬明星春昨晚最月期未"
      + "末本来止此百礼秋第自至财起过近这迟间零首")
      .unicodeScalars.map { Int($0.value) })

  /// The first letters of every English word of a period's spellings.
  ///
  /// A list: to make a set of them would take longer than a question's few searches.
  private static let latin = packed(
    "a aft ago and apr aug aut bef beg bet by com cur dat day dec dur ear eig ele end fal feb fif fin fir fis "
      + "fiv fol fou fri fro fy h hal jan jul jun las lat mar may mid mon mtd nam nd nex nin no nov now "
      + "oct of on one onw or ove pas pre q qtd qua rd sat sec sem sep sev sin six so spr st sta sum sun ten ter "
      + "th tha the thi thr thu til to tod tom tue twe two unt up w wed wee win wit wtd yea yes ytd"
  )

  private static func packed(_ words: String) -> [Int] {
    var numbers = [0]
    for byte in words.utf8 {
      if byte == UInt8(ascii: " ") {
        numbers.append(0)
      } else {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] << 8 | Int(byte)
      }
    }
    return numbers
  }
}
