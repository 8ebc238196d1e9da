import ArgumentParser
import Foundation
import PrintableText

/// Runs the command line.
///
/// Exit status: 0 done, 1 the data cannot be used, 2 wrong usage, 128 + n on signal n.
@main
struct Main {
  static func main() async {
    do {
      var command = try Atrisk.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      fail(failure.message.onOneLine, status: failure.status)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let status = Atrisk.exitCode(for: error).rawValue
      if status == 0 {
        print(Atrisk.fullMessage(for: error).printable)
      } else {
        fail(oneLine(Atrisk.message(for: error)), status: 2)
      }
    }
  }

  /// What the parser of arguments says, which puts each of many choices on a line of its own.
  private static func oneLine(_ message: String) -> String {
    let lines = message.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix("  - ") }
    guard lines.count > 1 else { return message.onOneLine }
    return "\(lines[0]) \(lines.dropFirst().joined(separator: ", "))".onOneLine
  }

  /// Ends with a message, which must be printable.
  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}

/// An ending with one line for standard error.
struct Failure: Error {
  var message: String
  var status: Int32

  /// The data cannot be used.
  static func data(_ message: String) -> Failure { Failure(message: message, status: 1) }
  /// The command line asks for what is not there.
  static func usage(_ message: String) -> Failure { Failure(message: message, status: 2) }
}
