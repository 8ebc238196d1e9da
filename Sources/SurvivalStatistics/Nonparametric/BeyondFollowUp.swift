/// What is said about a time after the last one a stratum was observed.
public enum BeyondFollowUp: Equatable, Sendable {
  /// Nothing: the estimate is not defined there. The default.
  case notEstimable
  /// The last value, as R's `summary(…, extend = TRUE)` does.
  case carryForward
}
