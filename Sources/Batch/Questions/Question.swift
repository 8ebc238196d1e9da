/// An analysis that a job can ask for, with its options.
protocol Question: Sendable {
  /// The word for it in the job.
  static var type: String { get }

  /// Reads the options; what the data have to say to them is found when they are asked.
  init(_ fields: inout Fields, _ data: JobData) throws(JobError)

  /// Computes what was asked.
  func answers(_ data: JobData) throws(Refusal) -> Answers
}
