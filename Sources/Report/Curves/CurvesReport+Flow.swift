import Analysis
import CohortModel

extension CurvesReport {
  /// How many are left after one more condition.
  package struct FlowStep: Hashable, Sendable {
    /// As it can be typed, where it is a filter: `disease_phase in (CR2, CR3)`.
    package var condition: String
    /// In readable words, the longest first.
    package var words: [String]
    package var count: Int
    /// Why those who were left before are not among them.
    package var why = ""
  }

  /// From the rows of the file to those analysed.
  package func flow(fromRows rows: Int) -> [FlowStep] {
    var steps = flow
    let patients = curves.counts.patients
    if !steps.isEmpty { steps[0].why = rows == patients ? "" : "rows of the same patient, put together" }
    return [FlowStep(condition: "rows", words: ["rows of the file", "rows"], count: rows)] + steps
  }

  /// From everybody to those analysed.
  package var flow: [FlowStep] {
    let counts = curves.counts
    var steps: [FlowStep] = []
    func add(_ condition: String, _ words: [String]?, _ count: Int, why: String = "") {
      steps.append(FlowStep(condition: condition, words: words ?? [condition], count: count, why: why))
    }
    add("all", ["all patients", "all"], counts.patients)
    let filters = question.filters.steps
    for (index, part) in filterParts.enumerated()
    where counts.flow.indices.contains(index + 1) {
      add(
        words.typed(filters[index].condition), [part.text] + part.shorter, counts.flow[index + 1],
        why: "not \(part.text)")
    }
    guard refusal == nil else { return steps }
    var left = counts.selected - counts.unusable
    add(
      "usable for \(curves.endpoint.name)",
      ["time and status known: \(curves.endpoint.label)", "usable for \(curves.endpoint.name)"], left,
      why: "time or status of \(curves.endpoint.label) not known")
    if let variable = armVariable {
      left -= counts.unknownArm
      let label = words.label(variable)
      add(
        "known: \(label)", ["known: \(label)", "known: \(words.shortLabel(variable))"], left,
        why: "\(label) \(FilterText.unknown), so in no arm")
    }
    if let landmark = question.landmark {
      left -= counts.beforeLandmark
      add(
        "event-free at the landmark",
        ["event-free and observed at the landmark at \(time.text(landmark))", "event-free at the landmark"],
        left, why: "had the event or left observation before \(time.text(landmark))")
    }
    add("analysed", nil, counts.analysed)
    return steps
  }

  /// How many are analysed, for a place of few columns: `78 patients`, `64 of 78 patients`.
  package var analysedOfAll: String {
    let counts = curves.counts
    let all = "\(NumberText.count(counts.patients)) \(counts.patients == 1 ? "patient" : "patients")"
    if refusal != nil { return "\(all), not shown" }
    return counts.analysed < counts.patients ? "\(NumberText.count(counts.analysed)) of \(all)" : all
  }

  /// Why there are no curves; `nil` where somebody is analysed.
  package var emptiness: String? {
    let counts = curves.counts
    guard counts.analysed == 0 else { return nil }
    return counts.selected == 0
      ? "No patient is selected"
      : counts.selected == 1
        ? "The one selected patient cannot be analysed"
        : "None of the \(NumberText.count(counts.selected)) selected patients can be analysed"
  }
}
