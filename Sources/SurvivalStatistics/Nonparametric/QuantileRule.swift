/// The time that stands for a quantile when the curve runs flat at exactly that height.
public enum QuantileRule: Equatable, Sendable {
  /// The middle of the flat stretch, as in R and Prism; of a final one, the middle between its start and the
  /// last time of observation. The default.
  case midpoint
  /// The first time at which the curve is strictly beyond the height, as in SAS.
  case strictlyBelow
}
