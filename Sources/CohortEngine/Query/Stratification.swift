/// How the selected patients are divided into curves.
package enum Stratification: Hashable, Sendable {
  /// One stratum for each level of a categorical variable.
  case levels(variable: Int)
  /// A numeric variable cut at thresholds: up to and including the first, then up to the second, … and beyond.
  case cuts(variable: Int, thresholds: [Double])

  package var variable: Int {
    switch self {
    case .levels(let variable), .cuts(let variable, _): variable
    }
  }
}
