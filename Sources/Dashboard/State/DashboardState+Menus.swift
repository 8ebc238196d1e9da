import CohortEngine
import Study
import TerminalGrid

extension DashboardState {
  var stratifierMenu: Menu {
    var items = [Menu.Item("none", detail: "one curve", action: .stratify(nil))]
    for variable in listedVariables {
      guard let stratification = try? Asking.stratification(variable, in: cohort) else { continue }
      items.append(
        Menu.Item(
          cohort.variables[variable].label, detail: detail(of: stratification),
          action: .stratify(stratification)))
    }
    let present =
      question.stratification?.variable
      ?? (focus == .filters && view == .curves ? currentFilterRow?.variable : nil)
    let cursor = items.firstIndex { item in
      if case .stratify(let choice?) = item.action { choice.variable == present } else { false }
    }
    return Menu(title: "Stratify by", items: items, cursor: present == nil ? 0 : cursor ?? 0)
  }

  private func detail(of stratification: Stratification) -> String {
    switch (stratification, cohort.variables[stratification.variable].values) {
    case (.levels, .levels(let column)): column.levels.joined(separator: ", ")
    case (.cuts(_, let cuts), _):
      "cut at the median, " + cuts.map { NumberText.short($0) }.joined(separator: ", ")
    default: ""
    }
  }

  var endpointMenu: Menu {
    let items = cohort.endpoints.enumerated().map { index, endpoint in
      Menu.Item(endpoint.name, detail: EndpointText.summary(of: endpoint), action: .endpoint(index))
    }
    return Menu(title: "Endpoint", items: items, cursor: question.endpoint)
  }

  var themeMenu: Menu {
    let items = themes.enumerated().map { Menu.Item($1.name, action: .theme($0)) }
    var menu = Menu(title: "Theme", items: items, cursor: theme)
    menu.previews = true
    menu.cancel = .theme(theme)
    return menu
  }

  var helpMenu: Menu {
    let items = KeyTable.all.map { binding in
      let keys = binding.keys.map { $0.label(options.charset) }.joined(separator: " ")
      return Menu.Item(keys.padded(to: 12) + binding.help, action: binding.action)
    }
    return Menu(title: "Keys", items: items)
  }

  var paletteMenu: Menu {
    let typed = Command.all.map { command in
      Menu.Item(command.usage, detail: command.help, action: .command(command.word))
    }
    let keys = KeyTable.all.filter { !$0.action.isMovement }.map { binding in
      Menu.Item(
        binding.help, detail: binding.keys.map { $0.label(options.charset) }.joined(separator: " "),
        action: binding.action)
    }
    let views = savedViews.enumerated().map { index, view in
      Menu.Item("View: \(view.name)", action: .savedView(index))
    }
    var menu = Menu(title: "Command", items: typed + views + keys)
    menu.takesCommands = true
    return menu
  }
}

extension Action {
  /// Moves that make no sense chosen from a list.
  var isMovement: Bool {
    switch self {
    case .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom, .palette: true
    default: false
    }
  }
}
