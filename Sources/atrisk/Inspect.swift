import ArgumentParser
import Foundation
import Study

/// `atrisk inspect FILE`: what was understood.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print what was understood of a file: columns, types, levels, missing values, endpoints, findings.")

  @Argument(
    help: "A table (.csv, .tsv, also .gz) or a study file (.toml); - is the standard input.",
    completion: .file(extensions: ["csv", "tsv", "txt", "toml"]))
  var file: String

  func run() throws {
    do {
      let study = try ReadingLine.during { progress throws(StudyError) in
        try Study.open(path: file, progress: progress)
      }
      print(StudyReport(study).lines.joined(separator: "\n"))
    } catch {
      throw Failure.data("\(error)")
    }
  }
}
