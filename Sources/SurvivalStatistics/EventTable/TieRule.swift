/// When two times of observation count as the same time.
///
/// ```swift
/// let rows: [Observation] = [.event(at: 0.1 + 0.2), .event(at: 0.3)]
/// print(try EventTable(rows).times)
/// print(try EventTable(rows, rule: .exact).times)
/// // [0.3]
/// // [0.3, 0.30000000000000004]
/// ```
public enum TieRule: Equatable, Sendable {
  /// Neighbours no further apart than √ε times the mean of the distinct times are one time, the smallest of
  /// the run; runs chain.
  ///
  /// √ε is 1.4901161193847656e-8. Times that are the quotient of two integers (days divided by 30.44, say)
  /// differ in the last bits although they are the same day; counted apart they would change the numbers at
  /// risk. This is the rule of R's `survival::aeqSurv` without its absolute branch, so results do not depend
  /// on the unit of time.
  case nearlyEqual
  /// Only equal numbers are the same time. For times that are whole numbers, or that were merged already.
  case exact
}

extension TieRule {
  /// Positions at which a time of its own begins; what stands at the others is the same time as its predecessor.
  ///
  /// This is the one place where times are told apart. Whole numbers of a finer unit do as well as the times
  /// themselves, as the rule is about ratios.
  ///
  /// - Parameter times: the finite times of all rows, entries and exits together, increasing.
  /// - SeeAlso: `aeqSurv` in R's survival package, and Therneau's vignette *Roundoff error and tied times*.
  /// - Complexity: O(*n*) for *n* times.
  package func runStarts(of times: [Double]) -> [Int] {
    guard self == .nearlyEqual, times.count > 1 else {
      return times.indices.filter { $0 == 0 || times[$0] != times[$0 - 1] }
    }
    let mean = CompensatedSum.of(times.lazy.map(\.magnitude)) / Double(times.count)
    let tolerance = Double.ulpOfOne.squareRoot()
    return times.indices.filter { $0 == 0 || (times[$0] - times[$0 - 1]) / mean > tolerance }
  }
}
