/// The function of time with which an effect is allowed to change in a test of proportional hazards.
///
/// ```swift
/// let data = try SurvivalData([
///   .event(at: 1), .event(at: 2), .event(at: 3), .event(at: 9), .censored(at: 9),
/// ])
/// let design = try DesignMatrix([.continuous(name: "x", values: [1, 0, 1, 0, 1])], rowCount: 5)
/// let model = try CoxModel(data, design: design)
/// for transform in TimeTransform.allCases {
///   if let test = model.proportionalHazardsTest(transform) { print(test.global) }
/// }
/// // χ² 0.7079 on 1 df, P 0.400
/// // χ² 0.8022 on 1 df, P 0.370
/// // χ² 1.004 on 1 df, P 0.316
/// ```
public enum TimeTransform: CaseIterable, Equatable, Hashable, Sendable {
  /// 1 − S(t−), the Kaplan–Meier estimate of all rows with strata pooled. The default.
  case kaplanMeier
  /// The rank of the time among those of all rows, ties sharing their average.
  case rank
  /// The time itself.
  case identity
}
