/// What the analyses of a job share: the table, what its columns mean, and the endpoints.
struct JobData: Sendable {
  let frame: DataFrame
  let variables: [String: JobVariable]
  /// In the order of the file.
  let endpoints: [JobEndpoint]
}

extension JobData {
  /// Whether a column holds levels: as declared, else where not all its values are numbers.
  func isCategorical(_ name: String) -> Bool {
    variables[name]?.isCategorical ?? !frame[name].isNumeric
  }
}
