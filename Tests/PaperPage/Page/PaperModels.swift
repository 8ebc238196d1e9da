import Analysis
import CohortModel
import SurvivalStatistics

/// A hazard ratio of the paper beside the cohort's; shown, but not counted: their coding is not told.
package struct ComparedRatio: Sendable {
  package struct Ratio: Sendable {
    package var ratio, lower, upper, pValue: Double
  }

  /// Where it is printed: `Table 4: Age group`.
  package var place: String
  /// Of what: `CIR`.
  package var endpoint: String
  package var printed: Ratio
  package var reproduced: Ratio

  package var hasSameDirection: Bool { (printed.ratio < 1) == (reproduced.ratio < 1) }
  package var isInsideInterval: Bool { (printed.lower...printed.upper).contains(reproduced.ratio) }
}

extension PaperCohort {
  /// Age group and number of the remission enter as 1, 2, 3, in the order of the paper's table.
  private static let terms =
    "age_score, cr_number, graft ref TCD, high_risk_cytogenetics, conditioning_group ref chemotherapy"

  /// Table 4, and the ratio of acute GvHD after two cycles of blinatumomab, which the paper adjusts by more than it says.
  func ratios(_ published: PublishedValue) async throws -> [ComparedRatio] {
    let models = [("CIR", "cir"), ("DFS", "dfs"), ("OS", "os")]
    var found: [String: [ComparedRatio.Ratio]] = [:]
    for (endpoint, _) in models { found[endpoint] = try await fit(endpoint, Self.terms) }
    var ratios: [ComparedRatio] = []
    for (row, covariate) in published["table4_multivariable"]["covariates"].list.enumerated() {
      for (endpoint, key) in models {
        guard let printed = ComparedRatio.Ratio(covariate[key]), let fitted = found[endpoint],
          row < fitted.count
        else { throw PaperError.noModel(endpoint) }
        ratios.append(
          ComparedRatio(
            place: "Table 4: \(covariate["label"].text ?? "")", endpoint: endpoint, printed: printed,
            reproduced: fitted[row]))
      }
    }
    let cycles = published["text"]["gvhd"]["agvhd_by_cycles"]["multivariable_hr"]
    if let printed = ComparedRatio.Ratio(cycles), let fitted = try await fit("aGvHD", "blina_cycles").first {
      ratios.append(
        ComparedRatio(
          place: "Text: acute GvHD, two cycles against one", endpoint: "Fine-Gray", printed: printed,
          reproduced: fitted))
    }
    return ratios
  }

  /// The ratios of all terms in their order, of Cox's model or of Fine and Gray's.
  private func fit(_ endpoint: String, _ terms: String) async throws -> [ComparedRatio.Ratio] {
    var question = try question(endpoint)
    question.covariates = try CovariateTerm.terms(parsing: terms, in: analyst.schema)
    guard let fit = try await analyst.models(question)?.fits.first, fit.obstacle == nil else {
      throw PaperError.noModel(endpoint)
    }
    return fit.terms.flatMap(\.rows).compactMap(\.adjusted).map { estimate in
      ComparedRatio.Ratio(
        ratio: estimate.hazardRatio, lower: estimate.interval.lower, upper: estimate.interval.upper,
        pValue: estimate.pValue ?? .nan)
    }
  }
}

extension ComparedRatio.Ratio {
  fileprivate init?(_ printed: PublishedValue) {
    guard let ratio = printed["hr"].number, let lower = printed["ci"][0].number,
      let upper = printed["ci"][1].number, let p = printed["p"].number
    else { return nil }
    self.init(ratio: ratio, lower: lower, upper: upper, pValue: p)
  }
}
