import ArgumentParser
import Foundation
import PrintableText
import Study

/// `atrisk inspect FILE`: what was understood.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print what was understood of a file: columns, types, levels, missing values, endpoints, findings.")

  @Argument(
    help: "A table (.csv, .tsv) or a study file (.toml).",
    completion: .file(extensions: ["csv", "tsv", "txt", "toml"]))
  var file: String

  func run() throws {
    do {
      let study = try Study.open(path: file)
      print(StudyReport(study).lines.joined(separator: "\n").printable)
    } catch {
      throw Failure.data("\(error)")
    }
  }
}
