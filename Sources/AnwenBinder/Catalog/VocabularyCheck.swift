import AnwenDiagnostics
import AnwenSyntax

/// Finds words of a model that make questions hard to read.
///
/// They are warnings: each question is still read by the rules, or refused as ambiguous.
struct VocabularyCheck {
  private let catalog: Catalog
  private let model: ModelSyntax

  static func warnings(of catalog: Catalog, model: ModelSyntax) -> [Diagnostic] {
    []
  }
}
