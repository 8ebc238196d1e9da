package import SurvivalStatistics

extension ConfidenceTransform {
  /// The usual name of the scale, as it is printed and typed.
  package var name: String {
    switch self {
    case .logLog: "log-log"
    case .log: "log"
    case .plain: "plain"
    case .logit: "logit"
    case .arcsine: "arcsine"
    }
  }
}
