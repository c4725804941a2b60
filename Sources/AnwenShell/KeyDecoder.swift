/// Turns the bytes that a terminal sends into keys, however the bytes are cut into pieces.
///
/// Text is strict UTF-8 in any locale: what is not shows as U+FFFD. Escape sequences are read
/// whole, and those that mean nothing here are dropped whole, so that none ends up in the text.
package struct KeyDecoder {
  private var bytes: [UInt8] = []
  private var start = 0
  private var isPasting = false
  /// Where the search for a paste's end goes on.
  private var pasteScan = 0
  private var followsReturn = false

  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// More parameter bytes than any terminal sends.
  private static let sequenceLimit = 64

  package init() {}

  /// Takes bytes as they were read; `next` then gives their keys.
  package mutating func append(_ more: some Sequence<UInt8>) {
    if start == bytes.count { discard() }
    bytes.append(contentsOf: more)
  }

  /// Forgets what was typed ahead, as a terminal does on Ctrl-C.
  package mutating func discard() {
    bytes.removeAll(keepingCapacity: true)
    start = 0
    pasteScan = 0
  }

  /// Whether a paste has begun whose end has not come yet.
  package var isInPaste: Bool { isPasting }

  /// Whether a lone ESC waits for a byte that tells it from a sequence.
  package var awaitsEscape: Bool {
    !isPasting && bytes.count == start + 1 && bytes[start] == 0x1B
  }

  /// Takes the waiting ESC as a key of its own.
  package mutating func resolveEscape() -> Key? {
    guard awaitsEscape else { return nil }
    start += 1
    return .escape
  }

  /// Returns the next key, or nil where more bytes are needed.
  package mutating func next() -> Key? {
    while start < bytes.count {
      if isPasting { return nextPaste() }
      let byte = bytes[start]
      let isSecondOfPair = byte == 0x0A && followsReturn
      followsReturn = byte == 0x0D
      if isSecondOfPair {
        start += 1
      } else if byte == 0x1B {
        switch nextEscape() {
        case .key(let key): return key
        case .dropped: continue
        case .incomplete: return nil
        }
      } else {
        return nextScalar()
      }
    }
    return nil
  }

  /// Returns the paste that has begun, once its end is there.
  private mutating func nextPaste() -> Key? {
    var index = max(pasteScan, start)
    while index + Self.pasteEnd.count <= bytes.count {
      if bytes[index] == 0x1B, bytes[index...].starts(with: Self.pasteEnd) {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        start = index + Self.pasteEnd.count
        isPasting = false
        return .paste(Self.normalised(text))
      }
      index += 1
    }
    pasteScan = index
    return nil
  }

  /// Returns a text whose line breaks are line feeds: terminals paste carriage returns.
  private static func normalised(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      if scalar != "\n" || !followsReturn { result.append(scalar == "\r" ? "\n" : scalar) }
      followsReturn = scalar == "\r"
    }
    return String(result)
  }

  /// What the bytes behind an ESC are.
  private enum EscapeResult {
    case key(Key)
    case dropped
    case incomplete
  }

  /// Reads one escape sequence, or an ESC that begins none.
  private mutating func nextEscape() -> EscapeResult {
    guard start + 1 < bytes.count else { return .incomplete }
    let second = bytes[start + 1]
    switch second {
    case UInt8(ascii: "["): return nextControlSequence()
    case UInt8(ascii: "O"): return nextSingleShift()
    case 0x1B, 0x80...:
      start += 1
      return .key(.escape)
    case 0x0A, 0x0D:
      start += 2
      return .key(.function(.lineBreak))
    default:
      start += 2
      return .key(.meta(Unicode.Scalar(second)))
    }
  }

  /// Reads `ESC [ parameters final`; a byte that belongs to no sequence ends a broken one.
  private mutating func nextControlSequence() -> EscapeResult {
    let first = start + 2
    var index = first
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    guard index < bytes.count else {
      guard index - first > Self.sequenceLimit else { return .incomplete }
      start = index
      return .dropped
    }
    let final = bytes[index]
    guard (0x40...0x7E).contains(final) else {
      start = index
      return .dropped
    }
    if final == UInt8(ascii: "["), index == first {
      // The Linux console's F1 to F5: one more byte.
      guard index + 1 < bytes.count else { return .incomplete }
      start = index + 2
      return .dropped
    }
    let parameters = String(decoding: bytes[first..<index], as: UTF8.self)
    start = index + 1
    if final == UInt8(ascii: "~"), parameters == "200" {
      isPasting = true
      pasteScan = start
      return .dropped
    }
    let key = FunctionKey.controlSequence(parameters: parameters, final: final)
    return key.map { .key(.function($0)) } ?? .dropped
  }

  /// Reads `ESC O final`, which cursor keys send in the keypad's application mode.
  private mutating func nextSingleShift() -> EscapeResult {
    guard start + 2 < bytes.count else { return .incomplete }
    let final = bytes[start + 2]
    guard (0x40...0x7E).contains(final) else {
      start += 2
      return .dropped
    }
    start += 3
    if final == UInt8(ascii: "M") { return .key(.scalar("\r")) }
    let key = FunctionKey.controlSequence(parameters: "", final: final)
    return key.map { .key(.function($0)) } ?? .dropped
  }

  /// Reads one scalar; a maximal broken part (Unicode, table 3-7) becomes one U+FFFD.
  private mutating func nextScalar() -> Key? {
    let lead = bytes[start]
    if lead < 0x80 {
      start += 1
      return .scalar(Unicode.Scalar(lead))
    }
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default:
      start += 1
      return .scalar("\u{FFFD}")
    }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for position in 1..<length {
      guard start + position < bytes.count else { return nil }
      let byte = bytes[start + position]
      let allowed = position == 1 ? Self.secondBytes(after: lead) : 0x80...0xBF
      guard allowed.contains(byte) else {
        start += position
        return .scalar("\u{FFFD}")
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    start += length
    return .scalar(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  /// Returns what may follow a lead byte: neither overlong forms nor surrogates nor too large ones.
  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
