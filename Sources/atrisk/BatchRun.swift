import ArgumentParser
import Batch
import Study

/// `atrisk batch JOB`: the questions of a job file answered as JSON.
struct BatchRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answer the questions of a job file: estimates, tests and models as JSON.",
    discussion: """
      A question that the data cannot answer has a record that says why; the others are answered all the same. \
      A mistake in the job file itself ends the run with one line and exit status 1.
      """)

  @Argument(
    help: "A job file (.json); the table that it names lies beside it.",
    completion: .file(extensions: ["json"]))
  var job: String

  @Option(
    name: .shortAndLong, help: "The file to write; without it, standard output.", completion: .file())
  var output: String?

  @Option(
    help: """
      How to read the table, whatever the job says: verbatim, as it is written, or inferred, as the dashboard reads.
      """)
  var reading: ReadingMode?

  func run() throws {
    do {
      let read = try ReadingLine.during { progress throws(JobError) in
        try Job(contentsOf: job, reading: reading, progress: progress)
      }
      let json = read.results(producedBy: Version.text).json
      if let output {
        try FileBytes.write(json, to: output)
      } else {
        print(json, terminator: "")
      }
    } catch {
      throw Failure.data("\(error)")
    }
  }
}

extension ReadingMode: ExpressibleByArgument {}
