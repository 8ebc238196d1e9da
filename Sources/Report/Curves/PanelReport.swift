package import Analysis
import CohortModel
import SurvivalStatistics

/// One of several small figures with the same axes.
package struct PanelReport: Sendable {
  /// What distinguishes it from the others: a cause, an arm, a value of the second factor; with its patients where these
  /// differ.
  package var title: Sentence
  package var report: CurvesReport
}

extension CurvesReport {
  /// A panel for each cause where arms are shown by cause, for each arm where its causes lie upon each other; none where
  /// one figure shows everything.
  package var panels: [PanelReport] {
    guard question.arms != nil, showsEachCause else { return [] }
    if isStacked {
      return zip(curves.arms, armNames).enumerated().filter { $0.element.0.patientCount > 0 }.map {
        place, arm in
        panel(arm.1, of: curves.showing(arm: place))
      }
    }
    return curves.causes.map { cause in
      let name = cause.map(endpoint.name) ?? endpoint.eventFree
      return PanelReport(
        title: Sentence([Sentence.Part(name, shorter: cause.map { [endpoint.cause($0)] } ?? [], .subject)]),
        report: CurvesReport(curves.showing(cause: cause), words: words, unit: time.shown))
    }
  }

  /// A panel for each value of the question's second factor that somebody has.
  package func panels(_ found: [Panel]) -> [PanelReport] {
    let names = words.names(question.panels)
    return zip(found, names).filter { $0.0.curves.counts.analysed > 0 }.map { panel, name in
      self.panel(name, of: panel.curves)
    }
  }

  /// Who is in no panel: those of whom the second factor is unknown, and values that nobody has.
  package func panelRemarks(_ found: [Panel]) -> [Remark] {
    guard let factor = question.panels, !found.isEmpty else { return [] }
    let unknown = curves.counts.selected - found.reduce(0) { $0 + $1.curves.counts.selected }
    let empty = zip(found, words.names(factor)).filter { $0.0.curves.counts.analysed == 0 }.map(\.1.full)
    var remarks: [Remark] = []
    if unknown > 0 {
      remarks.append(
        Remark(.caution, "\(NumberText.count(unknown)) unknown: \(words.label(factor.variable)), in no panel")
      )
    }
    if !empty.isEmpty { remarks.append(Remark(.caution, "nobody in \(empty.joined(separator: ", "))")) }
    return remarks
  }

  private func panel(_ name: ArmName, of part: Curves) -> PanelReport {
    let patients = part.arms.reduce(0) { $0 + $1.patientCount }
    return PanelReport(
      title: Sentence([
        Sentence.Part(name.full, shorter: [name.short], .subject),
        Sentence.Part("n = \(NumberText.count(patients))", .important),
      ]), report: CurvesReport(part, words: words, unit: time.shown))
  }
}
