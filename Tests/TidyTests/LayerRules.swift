/// Which target may use which: the layers of the architecture, and the imports of each file.
///
/// SwiftPM does not stop an import that no target declares, so each file's `import` lines are held
/// against the manifest, and the manifest against the table below.
enum LayerRules {
  /// What each target of the package may depend on; one that is not in the package yet does no
  /// harm.
  static let layers: [String: Set<String>] = [
    "AnwenDiagnostics": [],
    "AnwenSyntax": ["AnwenDiagnostics"],
    "AnwenTypes": ["AnwenDiagnostics"],
    "AnwenColumns": ["AnwenTypes"],
    "AnwenFunctions": ["AnwenColumns", "AnwenTypes", "AnwenDiagnostics"],
    "AnwenPlan": ["AnwenFunctions", "AnwenTypes", "AnwenDiagnostics"],
    "AnwenBinder": [
      "AnwenSyntax", "AnwenPlan", "AnwenFunctions", "AnwenTypes", "AnwenDiagnostics",
    ],
    "AnwenEngine": [
      "AnwenPlan", "AnwenFunctions", "AnwenColumns", "AnwenTypes", "AnwenDiagnostics",
    ],
    "AnwenSQL": ["AnwenPlan", "AnwenTypes"],
    "AnwenData": ["AnwenColumns", "AnwenTypes", "AnwenDiagnostics"],
    "AnwenOutput": ["AnwenColumns", "AnwenTypes", "AnwenDiagnostics"],
    "Anwen": [
      "AnwenDiagnostics", "AnwenSyntax", "AnwenTypes", "AnwenPlan", "AnwenBinder", "AnwenColumns",
      "AnwenFunctions", "AnwenEngine", "AnwenSQL", "AnwenData", "AnwenOutput",
    ],
    "AnwenShell": ["CEditShim", "CLibEdit", "AnwenDiagnostics"],
    "AnwenSample": ["AnwenTypes"],
    "AnwenBuiltIn": [
      "CBuiltInFiles", "AnwenSample", "AnwenData", "AnwenColumns", "AnwenTypes",
      "AnwenDiagnostics",
    ],
    "AnwenTool": [
      "Anwen", "AnwenSyntax", "AnwenFunctions", "AnwenOutput", "AnwenShell", "AnwenBuiltIn",
      "AnwenSample", "AnwenData", "AnwenTypes", "AnwenDiagnostics", "ArgumentParser",
    ],
    "CLibEdit": [],
    "CEditShim": ["CLibEdit"],
    "CBuiltInFiles": [],
  ]

  /// Who may import a module of the toolchain that does input and output, threads or locks; tests
  /// may import all of them.
  private static let systemModules: [String: Set<String>] = [
    "Glibc": [
      "Anwen", "AnwenEngine", "AnwenData", "AnwenShell", "AnwenBuiltIn", "AnwenSample", "AnwenTool",
    ],
    "Synchronization": ["Anwen", "AnwenEngine", "AnwenShell", "AnwenTool"],
    "Testing": [],
  ]

  /// Every place where the layers are broken.
  static func violations(in tree: SourceTree) -> [Violation] {
    let manifest = PackageManifest(tree["Package.swift"])
    return manifest.targets.flatMap(declarationViolations)
      + tree.paths(withExtension: "swift").flatMap { importViolations($0, tree, manifest) }
  }

  /// Holds a target's declared dependencies against the table.
  private static func declarationViolations(_ target: PackageManifest.Target) -> [Violation] {
    if target.isTest || target.directory.hasPrefix("Tests/") { return [] }
    guard let allowed = layers[target.name] else {
      return [Violation("Package.swift", "the target \(target.name) has no place in the layers")]
    }
    return target.dependencies.filter { !allowed.contains($0) }.map {
      Violation("Package.swift", "\(target.name) lies too low to depend on \($0)")
    }
  }

  /// Holds a file's imports against what its target declares.
  private static func importViolations(
    _ path: String, _ tree: SourceTree, _ manifest: PackageManifest
  ) -> [Violation] {
    let code = SwiftCode(tree[path])
    var violations: [Violation] = []
    for line in code.imports where line.module.hasPrefix("Foundation") {
      violations.append(Violation(path, line: line.line, "nothing imports \(line.module)"))
    }
    for line in code.imports where line.isTestable {
      violations.append(Violation(path, line: line.line, "tests use package access"))
    }
    guard path.hasPrefix("Sources/") || path.hasPrefix("Tests/") else { return violations }
    guard let target = manifest.target(holding: path) else {
      return violations + [Violation(path, "the file belongs to no target")]
    }
    let isTest = path.hasPrefix("Tests/")
    for line in code.imports where !line.module.hasPrefix("Foundation") {
      let isDeclared =
        target.dependencies.contains(line.module)
        || systemModules[line.module].map { isTest || $0.contains(target.name) } == true
      if !isDeclared {
        violations.append(
          Violation(path, line: line.line, "\(target.name) does not declare \(line.module)"))
      }
    }
    return violations
  }
}
