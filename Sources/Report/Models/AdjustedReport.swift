package import Analysis
package import CohortModel
import SurvivalStatistics

/// Standardised curves in words, numbers and tables.
package struct AdjustedReport: Sendable {
  package let adjusted: AdjustedCurves
  package let text: QuestionText

  package init(_ adjusted: AdjustedCurves, words: VariableWords, unit: TimeUnit? = nil) {
    self.adjusted = adjusted
    text = QuestionText(adjusted.question, adjusted.endpoint, words: words, unit: unit)
  }

  private var words: VariableWords { text.words }

  /// What is held equal: the labels of the terms beside the arms.
  package var heldEqual: String {
    let others = adjusted.terms.filter {
      $0.partner == nil && $0.variable != adjusted.question.arms?.variable
    }
    return others.isEmpty ? "nothing" : others.map { words.shortLabel($0.variable) }.formatted
  }

  /// `Disease-free survival adjusted for age · no filter · standardised to 78 patients · months since HSCT`.
  package var headline: Sentence {
    Sentence(
      [Sentence.Part("\(text.endpoint.title(cause: adjusted.cause)) adjusted for \(heldEqual)", .subject)]
        + text.filters + [
          Sentence.Part("standardised to \(NumberText.count(adjusted.patientCount)) patients", .important)
        ] + text.windowParts + [Sentence.Part(text.xTitle, .meaning)])
  }

  private var model: String { "\(ModelsReport.name(adjusted.kind)) adjusted for \(heldEqual)" }

  private var patients: String { "\(NumberText.count(adjusted.patientCount)) patients" }

  /// How they are made, and of what they are free.
  package var conventions: Sentence {
    Sentence([
      Sentence.Part(
        "\(model), predictions averaged over \(patients) with the arm set",
        shorter: ["\(model), averaged over \(patients)", model], .subject),
      Sentence.Part(
        "95% CI from \(NumberText.count(adjusted.draws)) draws of patients, seed \(adjusted.seed)", .important
      ),
    ])
  }

  /// What a reader must know.
  package var remarks: [Remark] {
    var remarks: [Remark] = []
    if let obstacle = adjusted.obstacle {
      remarks.append(Remark(.danger, "no adjusted curves: \(Self.words(obstacle))"))
    }
    if adjusted.unknownCount > 0 {
      remarks.append(
        Remark(.caution, "\(NumberText.count(adjusted.unknownCount)) left out: a covariate is unknown"))
    }
    if adjusted.failedDraws > 0 {
      remarks.append(
        Remark(
          .caution,
          "an arm could not be predicted in \(NumberText.count(adjusted.failedDraws)) of \(NumberText.count(adjusted.draws)) draws, which are left out of the limits"
        ))
    }
    for arm in adjusted.arms where arm.eventCount == 0 {
      remarks.append(
        Remark(.caution, "no events in \(arm.name): its curve is where the model tends to, not an estimate"))
    }
    return remarks
  }

  private static func words(_ obstacle: ModelObstacle) -> String {
    switch obstacle {
    case .noEvents: "no events"
    case .delayedEntry: "Fine and Gray's model is not defined with late entry"
    case .strata: "Fine and Gray's model is not defined with strata"
    case .dependentColumns: "a covariate is constant or follows from the others"
    case .singleLevel: "a covariate is the same for all patients"
    case .infiniteCoefficients, .notConverged, .noVariance: "the model did not converge"
    }
  }

  /// `adjusted at 24 months: CR1 90.1% (75.2–100.0), CR2 68.7% (54.0–80.1)`; `nil` without a reading time.
  package var reading: String? { reading(withLimits: true) }

  private func reading(withLimits: Bool) -> String? {
    guard let at = adjusted.question.at?.value(in: adjusted.endpoint.scale.unit) else { return nil }
    let read = adjusted.arms.map { "\($0.name) \(share($0, at: at).text(withLimits ? .cell : .bare))" }
    return "adjusted at \(text.time.text(text.time.shown(at))): \(read.joined(separator: ", "))"
  }

  /// What stands below a plot of them and of the curves as observed.
  package var note: Sentence {
    Sentence(
      [
        Sentence.Part(
          reading ?? "", shorter: [reading(withLimits: false)].compactMap(\.self), .meaning),
        Sentence.Part("observed curves dimmed", shorter: ["observed dimmed"], .meaning),
      ] + remarks.flatMap(\.sentence.parts))
  }

  private func share(_ arm: AdjustedCurves.Arm, at time: Double) -> Quantity {
    guard let place = arm.place(at: time) else { return .share(adjusted.cause == nil ? 1 : 0, nil) }
    let limits = arm.limits[place].map { Quantity.Limits($0.lower, $0.upper) }
    return .share(arm.values[place], limits)
  }

  package var context: ReportContext {
    let covariates = adjusted.terms.map { $0.text(in: words.schema) }.joined(separator: ", ")
    return ReportContext(
      question: text.parts(cause: adjusted.cause) + [("covariates", covariates)], conventions: conventions,
      remarks: remarks)
  }

  // MARK: Tables

  /// A row for each time at which a curve steps.
  package var data: DataTable {
    let others = adjusted.terms.map { $0.text(in: words.schema) }.joined(separator: ", ")
    let cause = adjusted.cause.map { adjusted.endpoint.causes[$0] }
    let rows = adjusted.arms.flatMap { arm in
      arm.times.indices.map { place -> [DataTable.Value] in
        [
          .text(arm.name), DataTable.Value(cause), .number(arm.times[place]), .integer(arm.patientCount),
          .integer(arm.eventCount), DataTable.Value(arm.effectiveCount(at: place)),
          .number(arm.values[place]), DataTable.Value(arm.standardErrors[place]),
          DataTable.Value(arm.limits[place]?.lower), DataTable.Value(arm.limits[place]?.upper),
          .text(adjusted.kind.rawValue), .text(others), .integer(adjusted.draws), .text("\(adjusted.seed)"),
        ]
      }
    }
    return DataTable(
      name: "adjusted",
      keys: [
        "stratum", "cause", "time", "n", "n_event", "n_effective", "estimate", "std_error", "conf_low",
        "conf_high", "model", "terms", "draws", "seed",
      ], rows: rows)
  }

  /// A row for each arm, read where the question reads curves.
  package var table: Table {
    let at = adjusted.question.at?.value(in: adjusted.endpoint.scale.unit)
    let rows = adjusted.arms.map { arm in
      let place = at.flatMap { arm.place(at: $0) }
      return Table.Row(
        [arm.name],
        [
          .count(arm.patientCount), .count(arm.eventCount),
          place.flatMap { arm.effectiveCount(at: $0) }.map { .text(NumberText.fixed($0, 1)) } ?? .nothing,
          at.map { share(arm, at: $0) } ?? .nothing,
        ])
    }
    let when = at.map { " at \(text.time.text(text.time.shown($0)))" } ?? ""
    return Table(
      caption: headline, rowHeading: "arm",
      columns: [
        Table.Column(["n"], isNumber: true, .important, spoken: "patients"),
        Table.Column(["events"], isNumber: true, .important),
        Table.Column(["effective n"], isNumber: true, .detail, spoken: "effective number of patients"),
        Table.Column(["\(text.endpoint.yTitle(cause: adjusted.cause))\(when) (95% CI)"], .meaning),
      ], rows: rows, footnotes: remarks.map(\.sentence) + [conventions])
  }
}
