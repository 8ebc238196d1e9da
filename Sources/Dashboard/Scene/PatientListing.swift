package import CohortModel

/// Which of the patients are listed, and whose card is open: nothing here changes a number.
package struct PatientListing: Hashable, Sendable {
  /// Only those with an event at the step of the curves at this time or the last before it.
  package var step: TimePoint?
  /// Only those with this text in what is shown of them.
  package var search = ""
  /// The place in the file of the patient whose card is open.
  package var card: Int?
}
