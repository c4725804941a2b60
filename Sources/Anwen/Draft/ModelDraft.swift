import AnwenBinder
package import AnwenData
package import AnwenDiagnostics
import AnwenTypes

/// A first model of a folder of tables, guessed from what their cells hold.
///
/// Each guess is one that a model may be opened with; as comments it says what was guessed, and why.
package struct ModelDraft {
  /// A table with what is guessed of it.
  struct Table {
    let profile: TableProfile
    /// The canonical name of the entity.
    let name: String
    var columns: [Column]
    /// The place of the column that identifies a row.
    var key: Int?
    var label: Int?
    var mainDate: Int?
    /// Names that are taken in the entity, in lower case.
    var names: Set<String>
  }

  /// A column with what is guessed of it.
  struct Column {
    let profile: ColumnProfile
    let name: String
    var type: ColumnGuess
    var reverse: String?
  }

  /// What a column is taken for.
  enum ColumnGuess: Equatable {
    case bool, int, float, date, text, names
    case decimal(scale: Int)
    case listOfText
    case enumeration(String)
    case reference(String)
    case references(String)
  }

  /// An ordered list of values that several columns may share.
  struct EnumerationGuess {
    let name: String
    let values: [String]
  }

  let title: String
  let language: Language
  var tables: [Table] = []
  var enumerations: [EnumerationGuess] = []
  /// Files that cannot be read, with the reason.
  var leftOut: [(file: String, reason: LocalizedText)] = []
  /// Columns that no model can name, by table.
  var unnamed: [String: [String]] = [:]
  /// Names of entities and enumerations, in lower case.
  private var typeNames: Set<String> = [
    "text", "names", "synonyms", "int", "decimal", "float", "bool", "date", "period", "number",
  ]

  /// Reads every table of a folder.
  package init(folder: String, language: Language) throws(DataError) {
    let files = try Folder.files(in: folder, endingIn: ".csv")
    self.init(
      files: files, of: FolderSource(folder: folder),
      title: String(folder.split(separator: "/").last ?? "tables"), language: language)
  }

  package init(files: [String], of source: any DataSource, title: String, language: Language) {
    self.title = title
    self.language = language
    var profiles: [TableProfile] = []
    for file in files {
      do throws(DataError) {
        profiles.append(try TableProfile(reading: file, from: source))
      } catch {
        leftOut.append((file, error.reason))
      }
    }
    for profile in inOneEncoding(profiles) { addTable(profile) }
    for index in tables.indices { guessKey(of: index) }
    guessReferences()
    for index in tables.indices { guessTexts(of: index) }
  }

  /// A model has one encoding: tables in another than most are left out. ASCII is both.
  private mutating func inOneEncoding(_ profiles: [TableProfile]) -> [TableProfile] {
    let other = profiles.count { $0.encoding == .gb18030 }
    guard other > 0 else { return profiles }
    let usual = profiles.count { $0.encoding == .utf8 && !$0.isASCII }
    encoding = other > usual ? .gb18030 : .utf8
    return profiles.filter { profile in
      let isFit = profile.encoding == encoding || profile.isASCII
      if !isFit {
        leftOut.append(
          (
            profile.file,
            LocalizedText(
              english: "its encoding is another than that of most tables",
              chinese: "它的编码与多数表不同")
          ))
      }
      return isFit
    }
  }

  /// Of all tables.
  private(set) var encoding = TextEncoding.utf8

  // MARK: Names

  private mutating func addTable(_ profile: TableProfile) {
    let base = String(profile.file.dropLast(".csv".count).split(separator: "/").last ?? "table")
    let word = Self.identifier(base) ?? "table"
    let name = uniqueTypeName(EnglishNumber.singular(of: word) ?? word)
    var names: Set<String> = []
    var columns: [Column] = []
    let headers = profile.columns.map { TextValue($0.header) }
    for (index, column) in profile.columns.enumerated() {
      let isRepeated = headers.count { $0 == headers[index] } > 1
      guard !isRepeated, Self.canBeQuoted(column.header) else {
        unnamed[name, default: []].append(column.header)
        continue
      }
      let name = Self.unique(Self.identifier(column.header) ?? "column\(index + 1)", in: &names)
      columns.append(Column(profile: column, name: name, type: Self.plainType(of: column)))
    }
    guard !columns.isEmpty else {
      leftOut.append(
        (
          profile.file,
          LocalizedText(
            english: "its header names no column that can be told from the others",
            chinese: "表头没有可以区分的列名")
        ))
      return
    }
    tables.append(Table(profile: profile, name: name, columns: columns, names: names))
  }

  mutating func uniqueTypeName(_ name: String) -> String { Self.unique(name, in: &typeNames) }

  /// The name, with a number behind it where it is taken.
  static func unique(_ name: String, in taken: inout Set<String>) -> String {
    var number = 1
    var candidate = name
    while !taken.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = "\(name)_\(number)"
    }
    return candidate
  }

  /// A name that needs no backticks: letters and digits, with `_` for what is neither; nil where
  /// nothing of the text can stand in one.
  static func identifier(_ text: String) -> String? {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(60) {
      let isWord =
        scalar.value < 0x80
        ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        : (0x4e00...0x9fff).contains(scalar.value)
      if isWord {
        name.append(scalar)
      } else if let last = name.last, last != "_" {
        name.append("_")
      }
    }
    if name.last == "_" { name.removeLast() }
    guard let first = name.first else { return nil }
    let word = String(name).lowercased()
    return ("0"..."9").contains(first) ? "n" + word : word
  }

  /// Whether a header can stand in quotes on one line.
  private static func canBeQuoted(_ header: String) -> Bool {
    header.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) }
      && !header.unicodeScalars.contains { (0x2028...0x2029).contains($0.value) }
  }
}

extension TableProfile {
  /// Whether the kept cells and headers hold nothing but ASCII.
  fileprivate var isASCII: Bool {
    columns.allSatisfy { column in
      column.header.utf8.allSatisfy { $0 < 0x80 }
        && column.values.allSatisfy { $0.string.utf8.allSatisfy { $0 < 0x80 } }
    }
  }
}
