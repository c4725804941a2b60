import AnwenTypes

/// Gives each different text a code, in the order in which the texts first appear.
///
/// The texts lie end to end in one buffer and are found by an open-addressing table, so that
/// looking up a text that is known already makes no `String`. Texts are equal when their bytes are.
package struct TextInterner {
  private var bytes: [UInt8] = []
  /// Text *c* is `bytes[starts[c] ..< starts[c + 1]]`.
  private var starts: [Int] = [0]
  /// The hash of each text, so that a growing table need not hash again.
  private var hashes: [Int] = []
  /// Code plus one, or zero where the slot is free; a power of two, at most half full.
  private var slots: [UInt32] = []

  package init() {}

  /// How many different texts there are.
  package var count: Int { hashes.count }

  /// The code of a text, which is new if the text is.
  ///
  /// - Precondition: the bytes are UTF-8.
  package mutating func intern(_ text: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(text)
    if let code = find(text, hash: hash) { return code }
    if (count + 1) * 2 > slots.count { grow() }
    let code = UInt32(count)
    for index in text.indices { bytes.append(text[index]) }
    starts.append(bytes.count)
    hashes.append(hash)
    place(code, hash: hash)
    return code
  }

  /// The code of a text, or nil if it has not been interned.
  package func code(of text: Span<UInt8>) -> UInt32? { find(text, hash: Self.hash(text)) }

  /// The texts by code.
  package func dictionary() -> TextDictionary {
    TextDictionary(
      hashes.indices.map { code in
        TextValue(String(decoding: bytes[starts[code]..<starts[code + 1]], as: UTF8.self))
      })
  }

  /// Seeded anew in each process, so that no file can be written to collide; codes do not
  /// depend on it.
  private static func hash(_ text: Span<UInt8>) -> Int {
    var hasher = Hasher()
    // SAFETY: the raw buffer is read inside the closure only, while the span is alive.
    unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private func find(_ text: Span<UInt8>, hash: Int) -> UInt32? {
    if slots.isEmpty { return nil }
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 {
      let code = Int(slots[slot] - 1)
      if hashes[code] == hash, holds(text, at: code) { return UInt32(code) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func holds(_ text: Span<UInt8>, at code: Int) -> Bool {
    let start = starts[code]
    if starts[code + 1] - start != text.count { return false }
    for index in text.indices where bytes[start + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    for (code, hash) in hashes.enumerated() { place(UInt32(code), hash: hash) }
  }

  private mutating func place(_ code: UInt32, hash: Int) {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = code + 1
  }
}
