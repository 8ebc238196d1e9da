import Foundation
import TerminalGrid
import Themes

/// The themes to choose from, and the one chosen.
struct ThemeChoice {
  let themes: [Theme]
  /// An index into ``themes``.
  let chosen: Int
  /// What is wrong with theme files; nothing of it keeps the program from starting.
  let warnings: [String]

  /// - Parameter name: a theme's name or the path of its file; by default `ATRISK_THEME`, else `default`.
  init(named name: String?) {
    let environment = ProcessInfo.processInfo.environment
    let library = ThemeLibrary(environment: environment, installed: BundledFiles.themes())
    let wanted = name ?? environment["ATRISK_THEME"].flatMap { $0.isEmpty ? nil : $0 } ?? Theme.default.name
    var themes: [Theme] = []
    var warnings: [String] = []
    var chosen = 0
    for candidate in library.names + (library.names.contains(wanted) ? [] : [wanted]) {
      do {
        let (theme, remarks) = try library.theme(candidate)
        if candidate == wanted {
          chosen = themes.count
          warnings += remarks.map(\.description)
        }
        themes.append(theme)
      } catch {
        if candidate == wanted { warnings.append("\(error)") }
      }
    }
    (self.themes, self.chosen, self.warnings) = (themes.isEmpty ? [.default] : themes, chosen, warnings)
  }
}
