import ArgumentParser
import Foundation
import PrintableText
import Study

/// `atrisk inspect FILE`: what was understood.
struct Inspect: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract:
      "Print what was understood of a file: columns, types, levels, missing values, endpoints, findings.",
    discussion: """
      The verdict is opens (the endpoint is clear), asks (somebody must say which columns are meant) or refuses \
      (there is none; exit status 1).
      """)

  @Argument(
    help:
      ArgumentHelp(
        "A table (.csv, .tsv, .xlsx, .sav, .dta, .sas7bdat, .xpt, .arff, also .gz) or a study file (.toml);"
          + " - is the standard input."),
    completion: .file(extensions: [
      "csv", "tsv", "txt", "toml", "xlsx", "sav", "dta", "sas7bdat", "xpt", "arff", "gz",
    ]))
  var file: String

  @Option(help: "Print text for people or json for programs.")
  var format: Format = .text

  @OptionGroup(title: "What the columns mean") var statements: ReadingStatements

  func run() throws {
    let study: Study
    do {
      study = try ReadingLine.during { progress throws(StudyError) in
        try Study.open(
          path: file, stated: statements.stated, options: statements.options, progress: progress)
      }
    } catch {
      if format == .json { print(ReadingReport(error).json) }
      throw Failure.data("\(error)")
    }
    switch format {
    case .text: print(StudyReport(study).lines.joined(separator: "\n").printable)
    case .json: print(ReadingReport(study).json)
    }
    guard study.reading.verdict == .refuses else { return }
    throw Failure.data(
      "\(StudyError.unanswered(path: file, question: study.reading.sentence))")
  }
}
