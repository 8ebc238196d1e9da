import ArgumentParser
import Dashboard
import Foundation
import Renderings
import Report
import Study
import Session
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

  @Flag(help: "Print headings, sentences and tables in place of the screen, to be heard, mailed or pasted.")
  var linear = false

  @Flag(help: "Print the commands that the keys amount to in place of the screen; --replay carries them out.")
  var log = false

  func run() async throws {
    if log { return try await Self.printLog(options, size: size, keys: Key.sequence(parsing: keys)) }
    if linear { return try await Self.printLinear(options, size: size, keys: Key.sequence(parsing: keys)) }
    try await Self.printFrame(options, size: size, keys: Key.sequence(parsing: keys), color: color ?? .none)
  }

  /// The view that the keys lead to, as text that depends on no place on a screen.
  static func printLinear(_ options: QuestionOptions, size: Size = defaultSize, keys: [Key] = []) async throws
  {
    let opening = try Opening(options)
    var renderer = try await Renderer(opening.state(size: size), scenery: opening.scenery)
    try await renderer.press(keys)
    guard let report = renderer.state.scene?.report else { return }
    print(LinearText.text(report.document(title: opening.study.title)), terminator: "")
  }

  private static func printLog(_ options: QuestionOptions, size: Size, keys: [Key]) async throws {
    let opening = try Opening(options)
    var renderer = try await Renderer(opening.state(size: size), scenery: opening.scenery)
    try await renderer.press(keys)
    print(renderer.state.session.logText(in: renderer.state.context), terminator: "")
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
