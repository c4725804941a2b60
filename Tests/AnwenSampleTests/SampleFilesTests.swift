import AnwenData
import AnwenSample
import AnwenTypes
import Glibc
import Testing

/// `Examples/dizhuang-2024`, found from this file.
let exampleFolder =
  #filePath.split(separator: "/", omittingEmptySubsequences: false)
  .dropLast(3).joined(separator: "/") + "/Examples/dizhuang-2024"

@Suite("Sample: files")
struct SampleFilesTests {
  /// Set `ANWEN_REWRITE_GOLDENS` to write the files anew.
  @Test("the files beside the plan are what the generator makes", arguments: SampleLedger().files)
  func goldens(file: SampleLedger.File) throws {
    let path = "\(exampleFolder)/\(file.name)"
    if unsafe getenv("ANWEN_REWRITE_GOLDENS") != nil {
      try AtomicFileWriter.write(file.text.utf8Span.span, to: path, overwriting: true)
    }
    #expect(try FileReader.read(path) == Array(file.text.utf8))
  }

  @Test func theSameParametersGiveTheSameBytes() {
    let parameters = SampleLedger.Parameters(seed: 7, pointCount: 50, monthCount: 5)
    #expect(SampleLedger(parameters).files == SampleLedger(parameters).files)
  }

  @Test func anotherSeedGivesAnotherLedger() {
    let ledgers = [1, 2].map { SampleLedger(SampleLedger.Parameters(seed: $0)) }
    #expect(ledgers[0].files[3].text != ledgers[1].files[3].text)
  }

  @Test func noOfficialOccurs() {
    let ledger = SampleLedger(SampleLedger.Parameters(pointCount: 2000, monthCount: 1))
    for file in ledger.files + SampleLedger().files {
      for name in ["武长庚", "刘洋", "曹莉霞", "刘兴", "蒋志检"] {
        #expect(!file.text.contains(name), "\(file.name)")
      }
    }
  }

  @Test func pointsAndPersonsHaveDifferentNamesAtAnySize() throws {
    let ledger = try LoadedLedger(SampleLedger.Parameters(pointCount: 3000, monthCount: 1))
    #expect(Set(ledger.texts("points", "name")).count == 3000)
    let names = ledger.texts("staff", "name")
    #expect(Set(names).count == names.count)
  }
}
