import ArgumentParser
import CursesTerminal
import Dashboard
import Foundation
import Session
import Study
import TerminalGrid

/// `atrisk [FILE]`: the dashboard.
struct Open: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the dashboard (the default).",
    discussion: """
      Where standard output is no terminal, or one that only prints (TERM=dumb), one frame is printed, as wide as the \
      terminal is or as COLUMNS says, else of 80 columns.
      """)

  @OptionGroup var options: QuestionOptions

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var leavesMouse = false

  @Flag(help: "Print the view as headings, sentences and tables, to be heard, mailed or pasted.")
  var linear = false

  func run() async throws {
    if linear { return try await Render.printLinear(options) }
    guard Locale.hasTerminal else {
      return try await Render.printFrame(options, size: Self.frameSize, keys: [], color: .none)
    }
    let ending = try await Self.show(
      Opening(options), usesMouse: !leavesMouse, choosesCharset: options.charset == nil)
    if case .signal(let number) = ending { throw ExitCode(128 + number) }
  }

  /// As wide as the terminal is, or as COLUMNS says, else 80 columns; never so narrow that nothing could be shown.
  private static var frameSize: Size {
    var window = winsize()
    let width = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 ? Int(window.ws_col) : 0
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    let columns = max(ScreenLayout.smallest.columns, width > 0 ? width : stated)
    return Size(columns: columns, rows: Render.defaultSize.rows)
  }

  /// Runs the dashboard on the terminal, which is given back before this returns.
  @MainActor
  private static func show(
    _ opening: Opening, usesMouse: Bool, choosesCharset: Bool
  ) async throws -> DashboardLoop.Ending {
    let terminal: CursesTerminal
    do {
      let usesMouse = usesMouse && opening.session.display.usesMouse
      terminal = try CursesTerminal(TerminalSettings(mouse: usesMouse))
    } catch {
      throw Failure.data("\(error)")
    }
    var state = opening.state(size: terminal.size)
    if !usesMouse { state.run(.mouse(false)) }
    // A log that is replayed may have chosen the glyphs itself.
    let isChosen = state.session.log.contains { if case .charset = $0 { true } else { false } }
    if choosesCharset, !isChosen { state.run(.charset(terminal.isUTF8 ? .unicode : .ascii)) }
    if opening.warning == nil { state.message = state.greeting }
    if let standIn = terminal.standIn, state.message == nil {
      state.message = .note("this terminal (TERM) is unknown here; taken for \(standIn)")
    }
    let preparing = opening.prepare()
    let figures = DrawnFigures(opening)
    let loop = DashboardLoop(
      state, device: terminal, scenery: opening.scenery, draw: { try await figures.draw($0, to: $1) },
      keep: { [study = opening.study] in try ReadingFile.write(study) })
    let ending = await loop.run()
    preparing.cancel()
    terminal.close()
    return ending
  }
}

extension CursesTerminal: Device {
  func draw(_ grid: Grid, theme: Theme) { draw(grid, theme: theme, cursor: nil) }
}
