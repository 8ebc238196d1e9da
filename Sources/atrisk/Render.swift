import ArgumentParser
import CohortEngine
import Dashboard
import Foundation
import TerminalGrid

/// `atrisk render [FILE]`: the screen that some keys lead to, as text.
struct Render: AsyncParsableCommand {
  static let defaultSize = Size(columns: 120, rows: 36)

  static let configuration = CommandConfiguration(
    abstract: "Print the screen that keys lead to, as text.",
    discussion: """
      Keys are tmux's names separated by blanks (Down, Space, Enter, C-r, F1); any other word is typed letter by \
      letter.
      """)

  @OptionGroup var options: QuestionOptions

  @Option(help: "Columns and rows.")
  var size: Size = defaultSize

  @Option(help: "The keys to press first: \"Down Space s Enter\".")
  var keys: String = ""

  @Option(help: "Colours: never, 16, 256 or true.")
  var color: ColorDepth = .none

  func run() async throws {
    try await Self.printFrame(options, size: size, keys: Key.sequence(parsing: keys), color: color)
  }

  static func printFrame(_ options: QuestionOptions, size: Size, keys: [Key], color: ColorDepth) async throws
  {
    let state = try options.state(size: size)
    let recomputer = Recomputer(BitmapEngine(state.cohort), cohort: state.cohort)
    var renderer = try await Renderer(state, recomputer: recomputer)
    try await renderer.press(keys)
    let grid = renderer.grid
    print(color == .none ? grid.text : grid.ansi(theme: renderer.state.activeTheme, depth: color))
  }
}

extension Size: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension ColorDepth: ExpressibleByArgument {
  package init?(argument: String) { self.init(name: argument) }
  package static var allValueStrings: [String] { ["never", "16", "256", "true"] }
  package var defaultValueDescription: String { name }
}
