import AnwenDiagnostics
import AnwenSyntax

/// The names that are taken in one scope, compared as the vocabulary compares words.
struct NameRegister {
  private var kinds = [String: NameKind](minimumCapacity: 64)

  /// Takes a name, or gives the kind of what has it already.
  mutating func insert(_ name: String, as kind: NameKind) -> NameKind? {
    let folded = NameRegister.folded(name)
    if let taken = kinds[folded] { return taken }
    kinds[folded] = kind
    return nil
  }

  /// Takes each of the names; reports those that are taken already.
  mutating func insert(
    _ names: ModelNames, as kind: NameKind, reportingTo diagnostics: inout [Diagnostic]
  ) {
    for word in names.words {
      guard let taken = insert(word.text, as: kind) else { continue }
      diagnostics.append(
        Diagnostic(CatalogProblem.duplicateName(word.text, kind: taken), at: word.place.range))
    }
  }

  func contains(_ name: String) -> Bool { kinds[NameRegister.folded(name)] != nil }

  /// The name as texts are compared with it; composed and decomposed forms count as one, so that
  /// no two names look the same.
  private static func folded(_ name: String) -> String {
    // Upper-case letters, and lead bytes of full-width forms and other spaces.
    let isFolded = name.utf8.allSatisfy { byte in
      !(0x41...0x5a).contains(byte) && byte != 0xef && byte != 0xe3 && byte != 0xc2
    }
    if isFolded { return name }
    var view = String.UnicodeScalarView()
    for unit in WidthFolding.units(of: name, lowercased: true) {
      if let scalar = Unicode.Scalar(unit) { view.append(scalar) }
    }
    return String(view)
  }
}

extension NamedWords {
  /// The names as they were written, each with the language of its letters.
  init(_ names: ModelNames) {
    self.init(name: names.canonical.text, spellings: names.words.map { Spelling(word: $0.text) })
  }

  /// A heading in both languages; the English one has spaces for underscores.
  var label: LocalizedText {
    let english = name.utf8.contains(UInt8(ascii: "_")) ? name.replacing("_", with: " ") : name
    return LocalizedText(english: english, chinese: text(in: .chinese))
  }
}

extension Spelling {
  /// A spelling whose language follows from its letters.
  init(word: String) {
    self.init(word, EnglishNumber.isEnglish(word) ? .english : .chinese)
  }
}
