/// The function of time with which an effect is allowed to change in a test of proportional hazards.
public enum TimeTransform: CaseIterable, Equatable, Hashable, Sendable {
  /// 1 − S(t−), the Kaplan–Meier estimate of all rows with strata pooled. The default.
  case kaplanMeier
  /// The rank of the time among those of all rows, ties sharing their average.
  case rank
  /// The time itself.
  case identity
}
