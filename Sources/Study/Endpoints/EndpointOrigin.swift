/// How an endpoint came to be what it is: which columns it was read from, and what each status was taken for.
package struct EndpointOrigin: Sendable, Equatable {
  package enum Rule: String, Sendable {
    case declared = "declared in the study file"
    case built = "built here"
    case stated = "the columns that were named"
    case preset = "a known set of column names"
    case namePair = "the names of two columns"
    case causes = "a column of causes"
    case dates = "dates"
    case intervals = "a start and a stop"
    case composed = "the columns of two events"
    case parameter = "a column of parameters"
  }

  package struct Code: Sendable, Equatable {
    /// The text in the file, or the name of the event.
    package var code: String
    package var meaning: StatusCode.Meaning
    package var count: Int
  }

  /// The name of the endpoint.
  package var endpoint: String
  package var rule: Rule
  /// The columns with the times, of which the one that comes first counts.
  package var times: [String]
  /// The columns that say what happened.
  package var statuses: [String] = []
  /// The column where observation starts.
  package var entry: String?
  package var columns: [String] { times + statuses + (entry.map { [$0] } ?? []) }
  package var codes: [Code]
  package var unusableCount: Int

  /// Whether somebody should confirm it.
  package var isGuess: Bool { rule != .declared && rule != .stated && rule != .built }
}
