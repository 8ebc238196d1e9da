/// What is wrong with rows from which an estimate was asked.
///
/// Rows are counted from zero, in the order in which they were given.
public enum SurvivalDataError: Error, Equatable, Sendable {
  /// Two columns that belong together have different lengths.
  case lengthMismatch(column: String, expected: Int, found: Int)
  /// A time, an entry time or a covariate is not a finite number.
  case notFinite(column: String, row: Int)
  /// A row ends no later than it begins, so it is never at risk.
  case emptyInterval(row: Int, entry: Double, time: Double)
  /// A status is negative or beyond the number of causes asked for.
  case unknownStatus(row: Int, status: Int)
  /// A group or stratum number is negative or beyond the number of groups asked for.
  case unknownGroup(row: Int, group: Int)
  /// Delayed entry was given to a method that is defined only for observation from the start.
  case delayedEntryNotDefined
}
