package import Session
package import TerminalGrid

/// Leads a dashboard by keys and commands without a terminal, and gives the screen it arrives at.
package struct Renderer: Sendable {
  package private(set) var state: DashboardState
  private var scenery: Scenery

  package init(_ state: DashboardState, scenery: Scenery) async throws {
    (self.state, self.scenery) = (state, scenery)
    try await compute()
  }

  /// Presses the keys one after the other, everything computed before the next; stops where one of them quits.
  package mutating func press(_ keys: [Key]) async throws {
    for key in keys {
      let effect = state.press(key)
      if effect == .quit || effect == .interrupt { return }
      await perform(effect)
      try await compute()
    }
  }

  /// Carries out a command, as an option or a line of a log does.
  package mutating func run(_ command: Command) async throws {
    await perform(state.run(command))
    try await compute()
  }

  package mutating func resize(_ size: Size) async throws {
    state.size = size
    state.clampCursor()
    try await compute()
  }

  /// What takes its time aside in a dashboard happens here at once.
  private mutating func perform(_ effect: Effect?) async {
    guard let building = scenery.building else { return }
    do {
      switch effect {
      case .add(let command, let saves):
        let grown = try await building.add(command)
        scenery = scenery.grown(grown)
        state.adopt(grown, by: command)
        if saves { state.message = .note("Written into \(try await building.save())") }
      case .saveEndpoints: state.message = .note("Written into \(try await building.save())")
      default: break
      }
    } catch {
      state.refuse(error)
    }
  }

  package var grid: Grid { Screen.grid(state) }

  private mutating func compute() async throws {
    let ask = state.ask
    guard state.scene?.ask != ask else { return }
    state.receive(try await scenery.scene(for: ask))
  }
}
