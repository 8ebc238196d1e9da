import Analysis
import CohortModel
import Report
import Session

/// Causes beside and upon each other, and panels by a second factor.
extension DashboardState {
  /// One cause, then all beside each other, then all upon each other.
  mutating func cycleCauses() -> Effect? {
    guard let endpoint = schema.endpoint(question.endpoint) else { return nil }
    return run(.causes(question.shownCauses(of: endpoint).next))
  }

  /// Every variable that could divide the patients into panels.
  var panelsMenu: Menu {
    var menu = armsMenu
    menu.title = "Panels by"
    menu.items = menu.items.compactMap { item in
      guard case .command(.by(let factor)) = item.choice else { return item }
      guard factor == nil || factor?.variable != question.arms?.variable else { return nil }
      var item = item
      item.choice = .command(.panels(factor))
      if factor == nil { item.detail = "one panel" }
      return item
    }
    let present = menu.items.firstIndex { item in
      if case .command(.panels(let factor?)) = item.choice { factor == question.panels } else { false }
    }
    menu.cursor = present ?? 0
    return menu
  }

  /// Whether there are panels to move among, and moves.
  mutating func scrollPanels(_ gesture: Gesture) -> Bool {
    guard let panels = scene?.panels else { return false }
    let here = min(panelOffset, panels.lastOffset)
    switch gesture {
    case .left: panelOffset = here - 1
    case .right: panelOffset = here + 1
    case .up: panelOffset = here - panels.columns
    case .down: panelOffset = here + panels.columns
    case .pageUp: panelOffset = here - panels.capacity
    case .pageDown: panelOffset = here + panels.capacity
    case .top: panelOffset = 0
    case .bottom: panelOffset = panels.lastOffset
    default: return false
    }
    panelOffset = min(max(0, panelOffset), panels.lastOffset)
    return true
  }
}
