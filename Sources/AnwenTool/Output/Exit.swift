import Anwen
import AnwenData
import AnwenDiagnostics
import ArgumentParser

/// Turns errors into messages on standard error and exit statuses.
enum Exit {
  static func onError(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as SessionError {
      StandardError.write(error.description)
      throw ExitCode(error.status.rawValue)
    } catch let error as DataError {
      StandardError.write(DiagnosticRenderer(language: .english).render(error))
      throw ExitCode(SessionError.Status.unreadableData.rawValue)
    } catch let failure as ReportedFailure {
      throw ExitCode(failure.status.rawValue)
    } catch is ClosedPipe {
      throw ExitCode.success
    }
  }
}
