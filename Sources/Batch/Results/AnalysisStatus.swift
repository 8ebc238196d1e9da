/// Whether a question has an answer for the data, or why not.
package enum AnalysisStatus: String, Sendable, CaseIterable {
  case ok
  /// The data are not what the question needs: a text among times, a level that the job does not list.
  case invalid
  /// Every row lacks something, or nobody is left after the landmark.
  case noRows = "no_rows"
  case noEvents = "no_events"
  case singleGroup = "single_group"
  /// A comparison of two groups met more.
  case notTwoGroups = "not_two_groups"
  /// All values are the same, or the groups were not at risk together.
  case noVariance = "no_variance"
  case infiniteCoefficient = "infinite_coefficient"
  case collinear
  case notConverged = "not_converged"
  /// No value divides the rows within the proportions asked for.
  case noCutpoint = "no_cutpoint"
  /// The method is defined only for observation from the start.
  case delayedEntry = "delayed_entry"
}
