package import AnwenDiagnostics

/// Why a text is not the CSV table that was declared.
package enum FormProblem: Hashable, Sendable {
  case emptyFile
  case raggedRow(cellCount: Int, headerCount: Int)
  /// A quote inside a cell that does not begin with one.
  case strayQuote
  case textAfterQuote
  case unclosedQuote
  case strayCarriageReturn
  /// The definition names a header that the file lacks; `headers` are the file's.
  case missingHeader(String, nearest: String?, headers: [String])
  /// Two columns bear a header that the definition names.
  case repeatedHeader(String)

  package var code: String {
    switch self {
    case .emptyFile: "E0420"
    case .raggedRow: "E0421"
    case .strayQuote: "E0422"
    case .textAfterQuote: "E0423"
    case .unclosedQuote: "E0424"
    case .strayCarriageReturn: "E0425"
    case .missingHeader: "E0426"
    case .repeatedHeader: "E0427"
    }
  }

  package var reason: LocalizedText {
    switch self {
    case .emptyFile:
      LocalizedText(english: "the file is empty; it needs a header row", chinese: "文件是空的，缺少表头")
    case .raggedRow(let cellCount, let headerCount):
      LocalizedText(
        english: "cells in the row: \(cellCount), in the header: \(headerCount)",
        chinese: "这一行有 \(cellCount) 个单元格，表头有 \(headerCount) 个")
    case .strayQuote:
      LocalizedText(
        english: "a quote inside a cell that does not begin with one", chinese: "单元格不以引号开头，中间却有引号")
    case .textAfterQuote:
      LocalizedText(english: "text after the closing quote", chinese: "结束引号之后还有文字")
    case .unclosedQuote:
      LocalizedText(
        english: "the quote that opens this cell is never closed", chinese: "单元格的引号没有结束")
    case .strayCarriageReturn:
      LocalizedText(
        english: "a carriage return without a line feed; rows end in LF or CRLF",
        chinese: "回车符后面没有换行符；行尾应为 LF 或 CRLF")
    case .missingHeader(let header, _, _):
      LocalizedText(english: "no column '\(header)'", chinese: "没有“\(header)”这一列")
    case .repeatedHeader(let header):
      LocalizedText(
        english: "two columns are named '\(header)'", chinese: "有两列都叫“\(header)”")
    }
  }
}
