import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

/// The views by number, and the way the filters narrowed the cohort.
struct TabsPanel {
  let state: DashboardState

  /// A view's name and the columns it takes: drawing and clicking go by the same.
  struct Tab {
    var view: Display.View
    var text: String
    var columns: Range<Int>
  }

  /// Each view by the key that turns to it.
  private static let views: [(key: Character, name: String, short: String, view: Display.View)] = [
    ("1", "Curves", "Curves", .curves), ("2", "Univariable", "Univ.", .univariable),
    ("3", "Models", "Models", .models), ("4", "Characteristics", "Char.", .characteristics),
    ("5", "Patients", "Patients", .patients), ("6", "Data", "Data", .data),
  ]

  /// All of them, with shorter names where there is no room for the whole ones.
  static func tabs(in area: Rect) -> [Tab] {
    let full = tabs(from: area.x, gap: 3, views.map { "\($0.key) \($0.name)" })
    guard let last = full.last, last.columns.upperBound >= area.maxX else { return full }
    return tabs(from: area.x, gap: 2, views.map { "\($0.key) \($0.short)" })
  }

  private static func tabs(from x: Int, gap: Int, _ texts: [String]) -> [Tab] {
    var start = x + 1
    return zip(views, texts).map { view, text in
      defer { start += text.columns + gap }
      return Tab(view: view.view, text: text, columns: start..<(start + text.columns))
    }
  }

  func draw(in area: Rect, on grid: inout Grid) {
    var end = area.x
    for tab in Self.tabs(in: area) {
      let isShown = tab.view == state.display.view
      let style = isShown ? Style(.title, bold: true, underline: true) : Style(.muted)
      grid.write(tab.text, x: tab.columns.lowerBound, y: area.y, style: style)
      end = tab.columns.upperBound
    }
    if state.study.warningCount > 0 {
      end += grid.write(
        " !\(state.study.warningCount)", x: end, y: area.y, style: Style(.warning, bold: true))
    }
    let room = area.maxX - end - 3
    guard let flow = flows.first(where: { $0.columns <= room }) else { return }
    grid.write(flow, in: area.inset(left: end - area.x, right: 1), .right, style: Style(.muted))
  }

  /// Patients left after each filter, each step with its condition, then shorter: `78 ─CR2, CR3→ 64`.
  private var flows: [String] {
    guard let scene = state.scene, scene.report.curves.counts.flow.count > 1 else { return [] }
    let counts = scene.report.curves.counts.flow.map { Quantity.count($0).short }
    let conditions = scene.report.filterParts.map { $0.shorter.last ?? $0.text }
    let line = String(state.charset.horizontal)
    let right = String(state.charset.right)
    let named = zip(counts.dropFirst(), conditions).reduce(counts[0]) { text, step in
      "\(text) \(line)\(state.charset.spelled(step.1))\(right) \(step.0)"
    }
    return [named, counts.joined(separator: " \(right) ")]
  }
}
