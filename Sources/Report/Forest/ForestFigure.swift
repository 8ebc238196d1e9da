package import Analysis

/// Ratios as data for a drawing on paper, with all that is said beside them.
package struct ForestFigure: Sendable {
  package var headline: Sentence
  package var remarks: [Remark]
  package var table: ForestTable
  /// What is drawn along the axis: `hazard ratio`.
  package var ratioTitle: String
  /// What signs mean, how well models fit, how the numbers were made.
  package var sentences: [Sentence]
}

extension UnivariableReport {
  /// The factors of the Univariable view on paper.
  package func figure(by order: FactorOrder) -> ForestFigure {
    var table = forest(by: order)
    // A remark names those that are not tested; lines without a number would be as many again.
    table.groups.removeAll { $0.rows.isEmpty }
    return ForestFigure(
      headline: headline, remarks: remarks, table: table,
      ratioTitle: isIncidence ? "subdistribution hazard ratio" : "hazard ratio",
      sentences: [Sentence(table.table.signNotes.flatMap(\.parts)), conventions])
  }
}

extension ModelsReport {
  /// The models of the Models view on paper.
  package var figure: ForestFigure {
    let table = forest()
    let titles = models.fits.map { fit in
      switch fit.kind {
      case .cox: "hazard ratio"
      case .fineGray: "subdistribution hazard ratio"
      case .causeSpecific: "cause-specific hazard ratio"
      }
    }
    return ForestFigure(
      headline: headline, remarks: remarks, table: table, ratioTitle: titles.joined(separator: " or "),
      sentences: [
        Sentence(table.table.signNotes.flatMap(\.parts)), Sentence(fitLines().flatMap(\.sentence.parts)),
        conventions,
      ])
  }
}
