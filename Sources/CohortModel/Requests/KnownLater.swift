/// What is done about arms and filters whose values become known only after time zero.
///
/// Who lives to have acute GvHD has lived so long: curves from time zero give that group immortal time.
package enum KnownLater: String, Hashable, Sendable, CaseIterable {
  /// No curve, no estimate, no P; a landmark analysis goes by what is known at the landmark.
  case refused = "refuse"
  /// Patients change arms when the value becomes known: Simon–Makuch curves and the Mantel–Byar test.
  case timeDependent = "time-dependent"
  /// By the final values all the same, under a banner.
  case overridden = "override"
}
