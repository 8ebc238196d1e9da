import Analysis
import Report
import SurvivalStatistics
import TerminalGrid

/// Where the curves lose the patients that somebody marked.
struct MarkedPatientsPanel {
  let state: DashboardState
  let scene: Scene

  func draw(on grid: inout Grid) {
    let (frame, report) = (scene.layout.frame, scene.report)
    for patient in scene.marked {
      let time = report.time.shown(patient.time)
      guard time <= frame.horizon, let index = curve(of: patient) else { continue }
      guard case .estimate(let value, _, _) = report.curves.curves[index].reading(at: patient.time) else {
        continue
      }
      grid[frame.column(of: time), frame.row(of: value.value)] = Cell(
        state.charset.patientMark, Style(.series(scene.series[index]), bold: true, reverse: true))
    }
  }

  /// The curve of the patient's arm, and of its cause where these are beside each other; `nil` for one in no arm.
  private func curve(of patient: MarkedPatient) -> Int? {
    let curves = scene.report.curves.curves
    let own = curves.indices.filter { index in
      scene.report.curves.question.arms == nil || curves[index].arm == patient.arm
    }
    return own.first { curves[$0].cause != nil && curves[$0].cause == patient.cause } ?? own.first
  }
}
