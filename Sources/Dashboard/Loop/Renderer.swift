package import TerminalGrid

/// Leads a dashboard by keys without a terminal, and gives the screen it arrives at.
package struct Renderer: Sendable {
  package private(set) var state: DashboardState
  private let recomputer: Recomputer

  package init(_ state: DashboardState, recomputer: Recomputer) async throws {
    (self.state, self.recomputer) = (state, recomputer)
    try await compute()
  }

  /// Presses the keys one after the other, everything computed before the next; stops where one of them quits.
  package mutating func press(_ keys: [Key]) async throws {
    for key in keys {
      let effect = state.press(key)
      if effect == .quit || effect == .interrupt { return }
      try await compute()
    }
  }

  /// Carries out an action, as the command line's options do.
  package mutating func perform(_ action: Action) async throws {
    _ = state.update(action)
    try await compute()
  }

  package mutating func resize(_ size: Size) {
    state.size = size
    state.clampCursor()
  }

  package var grid: Grid { Screen.grid(state) }

  private mutating func compute() async throws {
    state.receive(try await recomputer.snapshot(for: state.question, facets: state.facets))
  }
}
