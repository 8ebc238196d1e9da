import Analysis
import CohortModel
import SurvivalStatistics

extension CurvesReport {
  /// A step of the curves: its time, what made them step, and how many were at risk before it.
  package struct Step: Sendable {
    /// From time zero or the landmark, in the recorded unit.
    package var time: Double
    /// The causes that make the curves step.
    package var causes: Set<Int>
    /// `the step at 5.9 months: 1 relapse, 10 at risk before it`.
    package var sentence: String
  }

  /// The last step of any curve at a time or before it; `nil` before the first.
  ///
  /// - Parameter recorded: in the recorded unit.
  package func step(at recorded: Double) -> Step? {
    let all = curves.endpoint.causes.indices
    let causes =
      curves.endpoint.kind == .survival || showsCauses ? Set(all) : [curves.cause ?? 0]
    // A hair of tolerance: the time may have gone through another unit and back.
    let limit = recorded + max(recorded, 1) * 1e-9
    func events(_ arm: Arm, _ step: Int, _ cause: Int) -> Int {
      cause < arm.table.causeCount ? arm.table.events[cause][step] : 0
    }
    let last = curves.arms.compactMap { arm in
      arm.table.times.indices.last { step in
        arm.table.times[step] <= limit && causes.contains { events(arm, step, $0) > 0 }
      }.map { arm.table.times[$0] }
    }.max()
    guard let last else { return nil }
    var (counts, atRisk) = ([Int](repeating: 0, count: all.count), 0)
    for arm in curves.arms {
      atRisk += arm.table.atRisk(at: last)
      let step = arm.table.lastStep(notAfter: last)
      guard step >= 0, arm.table.times[step] == last else { continue }
      for cause in causes { counts[cause] += events(arm, step, cause) }
    }
    let said = all.filter { counts[$0] > 0 }.map { cause in
      endpoint.events(counts[cause], cause: cause)
    }
    let after = question.landmark.map { " after the landmark at \(time.text($0))" } ?? ""
    return Step(
      time: last, causes: causes,
      sentence: "the step at \(time.text(rounded: last))\(after): \(said.joined(separator: ", ")), "
        + "\(NumberText.count(atRisk)) at risk before it")
  }
}
