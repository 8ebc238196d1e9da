package import Session
package import TerminalGrid

/// Leads a dashboard by keys and commands without a terminal, and gives the screen it arrives at.
package struct Renderer: Sendable {
  package private(set) var state: DashboardState
  private let scenery: Scenery

  package init(_ state: DashboardState, scenery: Scenery) async throws {
    (self.state, self.scenery) = (state, scenery)
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

  /// Carries out a command, as an option or a line of a log does.
  package mutating func run(_ command: Command) async throws {
    _ = state.run(command)
    try await compute()
  }

  package mutating func resize(_ size: Size) async throws {
    state.size = size
    state.clampCursor()
    try await compute()
  }

  package var grid: Grid { Screen.grid(state) }

  private mutating func compute() async throws {
    let ask = state.ask
    guard state.scene?.ask != ask else { return }
    state.receive(try await scenery.scene(for: ask))
  }
}
