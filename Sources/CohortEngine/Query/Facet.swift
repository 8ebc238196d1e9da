/// How a variable is distributed among the patients that all filters but its own let through.
package struct Facet: Sendable, Equatable {
  /// Patients at each level, or in each bin of the histogram.
  package var counts: [Int]
  package var missing: Int
  /// The bins of a numeric variable; `nil` where the counts are of levels.
  package var bins: HistogramBins?
}
