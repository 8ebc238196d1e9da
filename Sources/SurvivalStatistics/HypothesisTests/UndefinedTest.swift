/// Why a test has no answer for the data.
///
/// ```swift
/// let test = LogRankTest([try EventTable([.event(at: 1), .censored(at: 2)])])
/// print(test.result)
/// // undefined: fewer than two groups
/// ```
public enum UndefinedTest: Equatable, Sendable {
  /// Nobody failed (from the cause in question).
  case noEvents
  /// Fewer than two groups had anybody at risk at a failure.
  case fewerThanTwoGroups
  /// The differences have no variance, or are not free of each other: the groups were not at risk together.
  case noVariance
}
