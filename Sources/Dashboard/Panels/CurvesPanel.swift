import CohortEngine
import SurvivalStatistics
import TerminalGrid

/// The Curves view without its filters: title, plot with axes, risk table, estimates, and what they rest on.
struct CurvesPanel {
  let state: DashboardState

  func draw(on grid: inout Grid) {
    let layout = PlotLayout(state)
    guard let snapshot = state.snapshot else {
      grid.write("computing…", x: layout.title.x, y: layout.title.y, style: Style(.muted))
      return
    }
    let endpoint = state.cohort.endpoints[snapshot.question.endpoint]
    let variable = snapshot.question.stratification.map { state.cohort.variables[$0.variable] }
    let display = state.timeDisplay(of: snapshot.question)
    let short = EndpointText.title(of: endpoint, by: variable)
    let axis = EndpointText.axis(display, of: endpoint)
    let long = axis.isEmpty ? short : "\(short), \(axis)"
    grid.write(
      long.columns <= layout.title.width ? long : short, in: layout.title, style: Style(.title, bold: true),
      ellipsis: state.options.charset.ellipsis)
    if snapshot.answer.overall.subjectCount == 0 {
      let nobody =
        snapshot.answer.selectedCount == 0
        ? "No patient is selected: u takes the last change back, C drops all filters"
        : "None of the \(snapshot.answer.selectedCount) selected patients has this endpoint"
      grid.write(
        nobody, in: Rect(x: layout.title.x, y: layout.title.y + 2, width: layout.title.width, height: 1),
        style: Style(.warning, bold: true), ellipsis: state.options.charset.ellipsis)
      return
    }
    AxesPanel(state: state, layout: layout).draw(on: &grid)
    PlotPanel(state: state, layout: layout, snapshot: snapshot, display: display).draw(on: &grid)
    RiskTablePanel(state: state, layout: layout, snapshot: snapshot, display: display).draw(on: &grid)
    EstimatesPanel(state: state, layout: layout, snapshot: snapshot, display: display).draw(on: &grid)
    NotesPanel(state: state, layout: layout, snapshot: snapshot, display: display).draw(on: &grid)
  }
}
