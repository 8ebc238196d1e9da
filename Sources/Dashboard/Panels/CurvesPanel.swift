import Analysis
import Report
import TerminalGrid

/// The Curves view without its filters: plot with axes, risk table, estimates, and what they rest on.
struct CurvesPanel {
  let state: DashboardState
  let scene: Scene

  func draw(on grid: inout Grid) {
    let layout = scene.layout
    if let refusal = scene.report.refusal {
      let area = ScreenLayout(state).curves.inset(left: 1, right: 1)
      RefusalPanel(refusal: refusal, charset: state.charset).draw(in: area, on: &grid)
      return
    }
    if let nobody = scene.report.emptiness {
      let isFiltered = scene.report.curves.counts.selected == 0
      grid.write(
        nobody + (isFiltered ? ": u takes the last change back, C drops all filters" : ""),
        in: layout.yTitle.inset(top: 0), style: Style(.warning, bold: true),
        ellipsis: state.charset.ellipsis)
      NotesPanel(state: state, scene: scene, omissions: []).draw(
        in: Rect(x: layout.yTitle.x, y: layout.yTitle.y + 2, width: layout.yTitle.width, height: 4), on: &grid
      )
      return
    }
    if let panels = scene.panels {
      return PanelsPanel(state: state, scene: panels, atRiskHeading: scene.atRisk.axisHeadingWithUnit)
        .draw(on: &grid)
    }
    AxesPanel(state: state, scene: scene).draw(on: &grid)
    let omissions = PlotPanel(state: state, scene: scene).draw(on: &grid)
    MarkedPatientsPanel(state: state, scene: scene).draw(on: &grid)
    RiskTablePanel(state: state, scene: scene).draw(on: &grid)
    EstimatesPanel(state: state, scene: scene).draw(on: &grid)
    NotesPanel(state: state, scene: scene, omissions: omissions).draw(in: layout.notes, on: &grid)
  }
}
