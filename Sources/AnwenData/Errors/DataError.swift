package import AnwenDiagnostics

/// A file, a table or a cell that could not be read, or a file that could not be written.
///
/// The facts are ``kind`` and ``place``. Each kind has its own enumeration, where the facts, the
/// wording and the stable code of its cases stand together.
package struct DataError: Error, Hashable {
  /// What is wrong.
  package enum Kind: Error, Hashable, Sendable {
    case file(FileProblem)
    case encoding(EncodingProblem)
    case form(FormProblem)
    case cell(CellProblem)
    case key(KeyProblem)
  }

  /// Where in which file.
  package struct Place: Hashable, Sendable {
    /// The file's path or name, as it was given.
    package let file: String
    /// The record's number: the header is row 1. A quoted cell with line breaks is part of one row.
    package let row: Int?
    /// The column's number in the file, from 1.
    package let columnNumber: Int?
    /// The column's header, where it is known.
    package let header: String?

    package init(
      file: String, row: Int? = nil, columnNumber: Int? = nil, header: String? = nil
    ) {
      self.file = file
      self.row = row
      self.columnNumber = columnNumber
      self.header = header
    }
  }

  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, at place: Place) {
    self.kind = kind
    self.place = place
  }

  package init(_ problem: FileProblem, file: String) {
    self.init(.file(problem), at: Place(file: file))
  }

  /// The error that a data set with the files of the given names has no such file.
  package init(noFile file: String, among names: [String]) {
    let nearest = NearestWords.nearest(to: file, among: names, limit: 1).first
    self.init(.noSuchFile(nearest: nearest), file: file)
  }
}

extension DataError: Problem {
  /// The stable number: E040x files, E041x encodings, E042x form, E043x and E044x cells, E045x
  /// keys.
  package var code: String {
    switch kind {
    case .file(let problem): problem.code
    case .encoding(let problem): problem.code
    case .form(let problem): problem.code
    case .cell(let problem): problem.code
    case .key(let problem): problem.code
    }
  }

  /// What is wrong, without the place.
  package var reason: LocalizedText {
    switch kind {
    case .file(let problem): problem.reason
    case .encoding(let problem): problem.reason
    case .form(let problem): problem.reason
    case .cell(let problem): problem.reason
    case .key(let problem): problem.reason
    }
  }

  /// The place and the reason in one sentence: `points.csv, row 5, column 3 (since): …`.
  package var message: LocalizedText {
    LocalizedText(
      english: "\(place.description.english): \(reason.english)",
      chinese: "\(place.description.chinese)：\(reason.chinese)")
  }

  package var expected: [LocalizedText] {
    let names: [String] =
      switch kind {
      case .form(.missingHeader(_, _, let headers)): headers
      case .cell(.notBool(_, let spellings)), .cell(.notEnumerationValue(_, _, let spellings)):
        spellings
      case .file, .encoding, .form, .cell, .key: []
      }
    return names.prefix(5).map { LocalizedText(english: $0, chinese: $0) }
  }

  package var suggestions: [String] {
    switch kind {
    case .file(.noSuchFile(let nearest?)), .form(.missingHeader(_, let nearest?, _)),
      .cell(.notEnumerationValue(_, let nearest?, _)):
      [nearest]
    case .file, .encoding, .form, .cell, .key: []
    }
  }
}

extension DataError.Place {
  /// The place in words, without the reason.
  package var description: LocalizedText {
    var english = file
    var chinese = file
    if row != nil || columnNumber != nil { chinese += " " }
    if let row {
      english += ", row \(row)"
      chinese += "第\(row)行"
    }
    if let columnNumber {
      english += ", column \(columnNumber)"
      chinese += "第\(columnNumber)列"
      if let header {
        english += " (\(header))"
        chinese += "（\(header)）"
      }
    }
    return LocalizedText(english: english, chinese: chinese)
  }
}
