internal import SurvivalStatistics

/// The scale of a confidence interval with the word for it in keys.
struct NamedTransform: Sendable {
  let name: String
  let transform: ConfidenceTransform

  private static let all = [
    NamedTransform(name: "plain", transform: .plain), NamedTransform(name: "log", transform: .log),
    NamedTransform(name: "log-log", transform: .logLog), NamedTransform(name: "logit", transform: .logit),
    NamedTransform(name: "arcsin", transform: .arcsine),
  ]

  /// The scales that a field lists.
  static func list(
    _ field: String, _ fields: inout Fields, default standard: [String]
  ) throws(JobError) -> [NamedTransform] {
    let names = try fields.options(
      field, all.map(\.name), default: standard, kind: "scale of confidence limits")
    return names.compactMap { name in all.first { $0.name == name } }
  }
}
