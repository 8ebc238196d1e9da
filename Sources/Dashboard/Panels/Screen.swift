import Session
package import TerminalGrid

/// The whole screen: every panel in its place, and what is in front of them.
package enum Screen {
  /// Draws a state; nothing else is looked at.
  package static func grid(_ state: DashboardState) -> Grid {
    var grid = Grid(state.size)
    let smallest = ScreenLayout.smallest
    guard state.size.columns >= smallest.columns, state.size.rows >= smallest.rows else {
      TooSmallPanel(state: state).draw(on: &grid)
      return state.charset == .ascii ? grid.ascii : grid
    }
    let layout = ScreenLayout(state)
    HeaderPanel(state: state).draw(in: layout.header, on: &grid)
    TabsPanel(state: state).draw(in: layout.tabs, on: &grid)
    HeadlinePanel(state: state).draw(in: layout.headline, on: &grid)
    drawView(state, layout, on: &grid)
    FooterPanel(state: state).draw(in: layout.footer, on: &grid)
    if let draft = state.builder { draw(draft, state, layout, on: &grid) }
    switch state.overlay {
    case .menu(let menu): MenuPanel(menu, charset: state.charset).draw(in: layout.body, on: &grid)
    case .commandLine(let line): MenuPanel(line, charset: state.charset).draw(in: layout.body, on: &grid)
    case .prompt(let prompt):
      PromptPanel(prompt: prompt, charset: state.charset).draw(in: layout.footer, on: &grid)
    case nil: break
    }
    return state.charset == .ascii ? grid.ascii : grid
  }

  private static func drawView(_ state: DashboardState, _ layout: ScreenLayout, on grid: inout Grid) {
    // A scene for another size or another look is on its way to being replaced.
    let scene = state.fittingScene
    switch state.display.view {
    case .data:
      guard let data = scene?.data else {
        return drawWaiting(state, layout, orSay: "There is no file to tell of", on: &grid)
      }
      grid.clipped(to: layout.body) { DataPanel(state: state, scene: data).draw(on: &$0) }
    case .univariable:
      guard let factors = scene?.factors else { return drawWaiting(state, layout, on: &grid) }
      grid.clipped(to: layout.body) { UnivariablePanel(state: state, scene: factors).draw(on: &$0) }
    case .models:
      guard let models = scene?.models else { return drawWaiting(state, layout, on: &grid) }
      grid.clipped(to: layout.body) { ModelsPanel(state: state, scene: models).draw(on: &$0) }
    case .patients:
      if let why = scene?.whyNoPatients { return drawReason(why, layout, on: &grid) }
      guard let patients = scene?.patients else { return drawWaiting(state, layout, on: &grid) }
      grid.clipped(to: layout.body) { PatientsPanel(state: state, scene: patients).draw(on: &$0) }
    case .characteristics:
      guard let scene = scene?.characteristics else { return drawWaiting(state, layout, on: &grid) }
      grid.clipped(to: layout.body) { CharacteristicsPanel(state: state, scene: scene).draw(on: &$0) }
    case .curves:
      if let scene {
        grid.clipped(to: layout.curves) { CurvesPanel(state: state, scene: scene).draw(on: &$0) }
      }
      if !layout.filters.isEmpty, !layout.isDrawer || state.focus == .filters {
        grid.clipped(to: layout.filters) { grid in
          grid.fill(layout.filters)
          FiltersPanel(state: state).draw(in: layout.filters, on: &grid)
        }
      }
    }
  }

  /// A view that cannot be.
  private static func drawReason(_ why: String, _ layout: ScreenLayout, on grid: inout Grid) {
    grid.write(
      why, in: layout.body.inset(left: 1, top: 1, right: 1), style: Style(.warning, bold: true))
  }

  /// The endpoint builder has the place of the view and of its keys.
  private static func draw(
    _ draft: EndpointDraft, _ state: DashboardState, _ layout: ScreenLayout, on grid: inout Grid
  ) {
    grid.fill(layout.body)
    if state.message == nil {
      grid.fill(layout.footer, Cell(" ", Style(.text, on: .bar)))
      grid.write(
        BuilderPanel.hint(state.charset), in: layout.footer, style: Style(.text, on: .bar),
        ellipsis: state.charset.ellipsis)
    }
    guard let scene = state.fittingScene?.builder else {
      return drawWaiting(state, layout, orSay: "There is no file to make endpoints of; Esc leaves", on: &grid)
    }
    grid.clipped(to: layout.body) {
      BuilderPanel(state: state, draft: draft, scene: scene).draw(in: layout.body, on: &$0)
    }
  }

  /// A view whose numbers are on their way.
  private static func drawWaiting(
    _ state: DashboardState, _ layout: ScreenLayout, orSay nothing: String? = nil, on grid: inout Grid
  ) {
    let text = nothing.flatMap { state.isCurrent ? $0 : nil } ?? "computing\(state.charset.ellipsis)"
    grid.write(
      text, x: layout.body.x + 1, y: layout.body.y + 1, style: Style(.muted))
  }
}
