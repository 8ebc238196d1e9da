package import TerminalGrid

/// The whole screen: every panel in its place, and what is in front of them.
package enum Screen {
  /// Draws a state; nothing else is looked at.
  package static func grid(_ state: DashboardState) -> Grid {
    var grid = Grid(state.size)
    let smallest = ScreenLayout.smallest
    guard state.size.columns >= smallest.columns, state.size.rows >= smallest.rows else {
      TooSmallPanel(state: state).draw(on: &grid)
      return state.options.charset == .ascii ? grid.ascii : grid
    }
    let layout = ScreenLayout(state)
    HeaderPanel(state: state).draw(in: layout.header, on: &grid)
    TabsPanel(state: state).draw(in: layout.tabs, on: &grid)
    switch state.view {
    case .curves:
      grid.clipped(to: layout.curves) { CurvesPanel(state: state).draw(on: &$0) }
      if !layout.filters.isEmpty {
        grid.clipped(to: layout.filters) { FiltersPanel(state: state).draw(in: layout.filters, on: &$0) }
      }
    case .data:
      grid.clipped(to: layout.body) { DataPanel(state: state).draw(in: layout.body, on: &$0) }
    }
    FooterPanel(state: state).draw(in: layout.footer, on: &grid)
    switch state.overlay {
    case .menu(let menu):
      MenuPanel(menu: menu, charset: state.options.charset).draw(in: layout.body, on: &grid)
    case .prompt(let prompt): PromptPanel(prompt: prompt).draw(in: layout.footer, on: &grid)
    case nil: break
    }
    return state.options.charset == .ascii ? grid.ascii : grid
  }
}
