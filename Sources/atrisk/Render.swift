import ArgumentParser
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

  @Option(
    help: "Columns and rows.",
    transform: { text in
      guard let size = Size(text) else {
        throw ValidationError(
          "“\(text)” is no size; expected columns and rows as in 120x36, each from 1 to \(Size.most)")
      }
      return size
    })
  var size: Size = defaultSize

  @Option(help: "The keys to press first: \"Down Space s Enter\".")
  var keys: String = ""

  @Option(
    help: "Colours: never, 16, 256 or true; by default never.",
    transform: { name in
      guard let depth = ColorDepth(name: name) else {
        throw ValidationError("“\(name)” is no depth of colour; expected never, 16, 256 or true")
      }
      return depth
    })
  var color: ColorDepth?

  func run() async throws {
    try await Self.printFrame(options, size: size, keys: Key.sequence(parsing: keys), color: color ?? .none)
  }

  static func printFrame(_ options: QuestionOptions, size: Size, keys: [Key], color: ColorDepth) async throws
  {
    let opening = try Opening(options)
    var renderer = try await Renderer(opening.state(size: size), scenery: opening.scenery)
    try await renderer.press(keys)
    let grid = renderer.grid
    print(color == .none ? grid.text : grid.ansi(theme: renderer.state.theme, depth: color))
  }
}
