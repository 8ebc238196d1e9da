/// When two times of observation count as the same time.
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
