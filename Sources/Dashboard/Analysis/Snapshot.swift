package import CohortEngine

/// A question and all that was computed for it: what panels draw.
package struct Snapshot: Sendable, Equatable {
  package var question: Question
  package var answer: CohortAnswer
  package var analysis: CurveAnalysis
}
