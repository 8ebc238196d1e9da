/// What is wrong with rows, or with counts, from which an estimate was asked.
///
/// Rows and steps are counted from zero, in the order in which they were given.
///
/// ```swift
/// do {
///   _ = try EventTable(times: [1, 2], events: [[1, 5]], censored: [0, 0], startCount: 4)
/// } catch {
///   print(error)
/// }
/// // step 1: 5 leave, but 3 are at risk
/// ```
public enum SurvivalDataError: Error, Equatable, Sendable {
  /// Two columns that belong together have different lengths.
  case lengthMismatch(column: String, expected: Int, found: Int)
  /// A time, an entry time or a covariate is not a finite number.
  case notFinite(column: String, row: Int)
  /// A row ends no later than it begins, so it is never at risk.
  case emptyInterval(row: Int, entry: Double, time: Double)
  /// A cause of failure is negative or beyond the number of causes asked for.
  case unknownCause(row: Int, cause: Int)
  /// A group or stratum number is negative or beyond the number of groups asked for.
  case unknownGroup(row: Int, group: Int)
  /// A weight is negative or not finite, or all are zero.
  case invalidWeight(row: Int, weight: Double)
  /// Delayed entry was given to a method that is defined only for observation from the start.
  case delayedEntryNotDefined
  /// A table of counts has no cause of failure.
  case noCause
  /// The times of a table of counts do not increase at a step.
  case timesNotIncreasing(step: Int)
  /// A count is negative, or too large to be added up.
  case invalidCount(column: String, step: Int, count: Int)
  /// More fail or are censored at a step than are at risk.
  case moreThanAtRisk(step: Int, leaving: Int, atRisk: Int)
}
