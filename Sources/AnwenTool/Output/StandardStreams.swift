import AnwenData
import AnwenDiagnostics

/// The reader of the output has left; that is no error.
struct ClosedPipe: Error {}

/// Standard output, written whole or with an error.
enum StandardOutput {
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) throws {
    let isWritten = try Descriptor.write(
      bytes, to: Descriptor.standardOutput, name: "standard output")
    if !isWritten { throw ClosedPipe() }
  }
}

/// Standard error; what cannot be written there is lost.
enum StandardError {
  static func write(_ text: String) {
    _ = try? Descriptor.write(
      Array(text.utf8), to: Descriptor.standardError, name: "standard error")
  }
}

/// Standard input.
enum StandardInput {
  static var isTerminal: Bool { Descriptor.isTerminal(Descriptor.standardInput) }

  /// The whole input as a script.
  static func readScript() throws -> SourceText {
    let name = "standard input"
    let bytes = try Descriptor.read(
      Descriptor.standardInput, name: name, byteLimit: ScriptFile.byteLimit)
    return try MemorySource([name: bytes]).text(of: name)
  }
}

/// A script on disk.
enum ScriptFile {
  /// A longer text is no script.
  static let byteLimit = 8 << 20

  static func read(_ path: String) throws(DataError) -> SourceText {
    let bytes = try FileReader.read(path, byteLimit: byteLimit)
    return try MemorySource([path: bytes]).text(of: path)
  }
}
