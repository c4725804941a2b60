package import AnwenDiagnostics

/// Turns a text into units, with exact byte ranges. Never fails.
///
///     space   = { " " | TAB | NEWLINE | "#" { any but NEWLINE } NEWLINE } .
///     text    = '"' { any } '"' | "“" { any } "”" | "「" { any } "」" | … .
///     name    = "`" { any } "`" .
package struct Lexer {
  private let source: SourceText
  /// UTF-8, which is valid since it comes from a string.
  private let bytes: [UInt8]
  private var byteOffset = 0
  /// The scalar that stands here and its length in bytes, or nil at the end.
  private var current: UInt32?
  private var currentWidth = 0
  private var units: [UInt32] = []
  private var folded: [UInt32] = []
  private var offsets: [Int] = []
  private var quotations: [Int: String] = [:]
  private var diagnostics: [Diagnostic] = []

  private init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
    decode()
  }

  package static func lex(_ source: SourceText) -> (text: LexedText, diagnostics: [Diagnostic]) {
    var lexer = Lexer(source)
    lexer.run()
    let text = LexedText(
      source: source, scalars: lexer.units, folded: lexer.folded, offsets: lexer.offsets,
      quotations: lexer.quotations)
    return (text, lexer.diagnostics)
  }

  private mutating func run() {
    if current == 0xfeff { advance() }
    while let scalar = current {
      if Lexer.isSpace(scalar) || scalar == 0x23 || scalar == 0xff03 {
        lexSpace()
      } else if let quote = Quote(opening: scalar) {
        lexQuotation(quote)
      } else {
        if scalar < 0x20 || scalar == 0x7f { reportControlCharacter(scalar) }
        emit(WidthFolding.fold(scalar), at: byteOffset)
        advance()
      }
    }
    offsets.append(byteOffset)
  }

  private mutating func advance() {
    byteOffset += currentWidth
    decode()
  }

  /// Looks at the scalar that stands here.
  private mutating func decode() {
    guard byteOffset < bytes.count else {
      current = nil
      return
    }
    let lead = UInt32(bytes[byteOffset])
    switch lead {
    case ..<0x80: (current, currentWidth) = (lead, 1)
    case ..<0xe0: (current, currentWidth) = ((lead & 0x1f) << 6 | tail(1), 2)
    case ..<0xf0: (current, currentWidth) = ((lead & 0x0f) << 12 | tail(1) << 6 | tail(2), 3)
    default:
      (current, currentWidth) = (
        (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4
      )
    }
  }

  /// The six bits of a byte behind the lead.
  private func tail(_ distance: Int) -> UInt32 { UInt32(bytes[byteOffset + distance] & 0x3f) }

  private mutating func emit(_ unit: UInt32, at offset: Int) {
    units.append(unit)
    folded.append(WidthFolding.lower(unit))
    offsets.append(offset)
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0a, 0x0d, 0xa0, 0x3000, 0x2028, 0x2029, 0xfeff: true
    default: false
    }
  }

  /// One unit for all white space and comments up to the next character that matters.
  private mutating func lexSpace() {
    let start = byteOffset
    var newLineCount = 0
    var lineHoldsComment = false
    while let scalar = current {
      if scalar == 0x23 || scalar == 0xff03 {
        lineHoldsComment = true
        while let next = current, next != 0x0a { advance() }
      } else if scalar == 0x0a {
        // A line that holds only a comment is no empty line.
        if newLineCount == 0 || !lineHoldsComment { newLineCount += 1 }
        lineHoldsComment = false
        advance()
      } else if Lexer.isSpace(scalar) {
        advance()
      } else {
        break
      }
    }
    switch newLineCount {
    case 0: emit(UnitMark.space, at: start)
    case 1: emit(UnitMark.newLine, at: start)
    default: emit(UnitMark.emptyLine, at: start)
    }
  }

  /// One unit for a quoted text or name; a doubled closing quote stands for one.
  private mutating func lexQuotation(_ quote: Quote) {
    let start = byteOffset
    advance()
    var content: [UInt8] = []
    var isClosed = false
    while let value = current {
      if quote.closing.contains(value) {
        advance()
        guard quote.doublesToEscape, current == value else {
          isClosed = true
          break
        }
      } else if value == 0x0a {
        break
      }
      if value == 0 { reportControlCharacter(0) }
      content += bytes[byteOffset..<byteOffset + currentWidth]
      advance()
    }
    if !isClosed {
      diagnostics.append(
        Diagnostic(
          SyntaxProblem.unclosedQuote(quote.spelling), at: SourceRange(start, byteOffset)))
    }
    quotations[units.count] = String(decoding: content, as: UTF8.self)
    emit(quote.isName ? UnitMark.name : UnitMark.text, at: start)
  }

  private mutating func reportControlCharacter(_ scalar: UInt32) {
    let range = SourceRange(byteOffset, byteOffset + 1)
    diagnostics.append(Diagnostic(SyntaxProblem.controlCharacter(scalar), at: range))
  }
}

/// A kind of quotation marks.
private struct Quote {
  let spelling: String
  let closing: [UInt32]
  let isName: Bool
  /// Curly and corner quotes differ at both ends and need no escape.
  let doublesToEscape: Bool

  init?(opening scalar: UInt32) {
    switch scalar {
    case 0x22, 0xff02: self.init("\"", closing: [scalar])
    case 0x60: self.init("`", closing: [0x60], isName: true)
    case 0x201c, 0x201d: self.init("“", closing: [0x201d, 0x201c], doubles: false)
    case 0x300c: self.init("「", closing: [0x300d], doubles: false)
    case 0x300e: self.init("『", closing: [0x300f], doubles: false)
    default: return nil
    }
  }

  private init(
    _ spelling: String, closing: [UInt32], isName: Bool = false, doubles: Bool = true
  ) {
    self.spelling = spelling
    self.closing = closing
    self.isName = isName
    doublesToEscape = doubles
  }
}
