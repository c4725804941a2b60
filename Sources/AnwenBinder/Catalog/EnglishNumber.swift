/// The regular plurals of English names.
package enum EnglishNumber {
  /// The plural of a name's last word, or nil where the name is not English.
  package static func plural(of name: String) -> String? {
    guard isEnglish(name), let last = name.utf8.last else { return nil }
    let body = String(name.dropLast())
    if last == UInt8(ascii: "y"), let before = body.last, !"aeiou".contains(before) {
      return body + "ies"
    }
    return name + (endsInSibilant(name) ? "es" : "s")
  }

  /// The singular of a name's last word, or nil where the name is no regular plural.
  package static func singular(of name: String) -> String? {
    guard isEnglish(name), name.hasSuffix("s"), !name.hasSuffix("ss") else { return nil }
    if name.hasSuffix("ies"), name.utf8.count > 4 { return String(name.dropLast(3)) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: name.hasSuffix) {
      return String(name.dropLast(2))
    }
    let singular = String(name.dropLast())
    return singular.isEmpty || singular.hasSuffix("u") || singular.hasSuffix("i") ? nil : singular
  }

  /// Whether a spelling has ASCII characters only.
  package static func isEnglish(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  private static func endsInSibilant(_ name: String) -> Bool {
    ["s", "x", "z", "ch", "sh"].contains { name.hasSuffix($0) }
  }
}
