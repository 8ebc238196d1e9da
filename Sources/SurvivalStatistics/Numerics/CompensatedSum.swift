/// A running sum that carries the rounding error of its additions along.
///
/// Long sums of terms of mixed sign or size (scores, log-likelihoods) keep nearly full precision, whatever
/// the order.
///
/// - SeeAlso: Neumaier (1974), ZAMM 54: 39–51.
struct CompensatedSum: Equatable, Sendable {
  private var sum: Double
  private var correction = 0.0

  /// Starts at a value.
  init(_ value: Double = 0) { sum = value }

  /// The sum so far.
  var value: Double { sum + correction }

  /// Adds a term.
  static func += (total: inout CompensatedSum, term: Double) {
    let next = total.sum + term
    if total.sum.magnitude >= term.magnitude {
      total.correction += (total.sum - next) + term
    } else {
      total.correction += (term - next) + total.sum
    }
    total.sum = next
  }

  /// The sum of a sequence.
  static func of(_ terms: some Sequence<Double>) -> Double {
    var total = CompensatedSum()
    for term in terms { total += term }
    return total.value
  }
}
