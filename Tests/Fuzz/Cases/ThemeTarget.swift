import TerminalGrid
import Themes

/// A theme file.
struct ThemeTarget: FuzzTarget {
  let name = "theme"
  let longest = 8_192

  var seeds: [[UInt8]] {
    Seeds.bytes([
      """
      inherits = "dark"
      text = { foreground = "#c0c0c0", background = "#101010" }
      border-focused = { foreground = "#0087d7 cyan", bold = true, underline = false }
      series.1 = { foreground = "#005fff blue", dash = "spaced", glyph = "●", ascii = "*" }
      band.1 = { background = "#202040" }
      [selection]
      reverse = true
      """, "", "inherits = 1", "series = 5", "series.9 = {}", "text = \"x\"",
      "[series]\n1 = { glyph = \"ab\" }",
    ])
  }

  var words: [String] {
    Role.all.map(\.name) + StandardColor.allCases.map(\.name) + Dash.allCases.map(\.rawValue) + [
      "foreground", "background", "bold", "dim", "reverse", "underline", "dash", "glyph", "ascii", "inherits",
      "#fff",
      "#12345", "#١٢٣", "\"#0087d7 none\"", " = { ", " }", " = true\n",
    ]
  }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    do {
      let file = try ThemeFile(String(decoding: input, as: UTF8.self), file: "theme.toml")
      let theme = file.theme(named: "theme", inheriting: .default)
      for role in Role.all {
        for depth in ColorDepth.allCases { _ = theme.resolve(Style(role, on: role), depth) }
      }
      for number in 1...8 {
        var grid = Grid(Size(columns: 1, rows: 1))
        grid[0, 0] = Cell(theme.mark(series: number).glyph)
        guard grid[0, 0].glyph == theme.mark(series: number).glyph else {
          throw BrokenPromise("the mark of series \(number) is none that a cell can hold")
        }
      }
    } catch let error as BrokenPromise {
      throw error
    } catch {
      // Whoever prints it makes it printable.
      _ = "\(error)"
    }
  }
}
