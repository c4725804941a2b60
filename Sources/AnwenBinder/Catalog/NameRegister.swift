import AnwenDiagnostics
import AnwenSyntax

/// The names that are taken in one scope, compared as the vocabulary compares words.
struct NameRegister {
  private var kinds: [[UInt32]: NameKind] = [:]

  /// Takes a name, or gives the kind of what has it already.
  mutating func insert(_ name: String, as kind: NameKind) -> NameKind? {
    let units = NameRegister.units(name)
    if let taken = kinds[units] { return taken }
    kinds[units] = kind
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

  func contains(_ name: String) -> Bool { kinds[NameRegister.units(name)] != nil }

  private static func units(_ name: String) -> [UInt32] {
    WidthFolding.units(of: name, lowercased: true)
  }
}

extension NamedWords {
  /// The names as they were written, each with the language of its letters.
  init(_ names: ModelNames) {
    self.init(name: names.canonical.text, spellings: names.words.map { Spelling(word: $0.text) })
  }

  /// A heading in both languages; the English one has spaces for underscores.
  var label: LocalizedText {
    let english = String(name.map { $0 == "_" ? " " : $0 })
    return LocalizedText(english: english, chinese: text(in: .chinese))
  }
}

extension Spelling {
  /// A spelling whose language follows from its letters.
  init(word: String) {
    self.init(word, EnglishNumber.isEnglish(word) ? .english : .chinese)
  }
}
