import Analysis
import CohortModel
import Report
import Session
import TerminalGrid

extension DashboardState {
  /// Every variable; those that cannot divide the patients say why.
  var armsMenu: Menu {
    var items = [Menu.Item("none", detail: ArmsText.undivided, .command(.by(nil)))]
    let text = ArmsText(words)
    for variable in listedVariables.compactMap(schema.variable) {
      let choice: Menu.Item.Choice
      do { choice = .command(.by(try Arms(variable))) } catch { choice = .impossible("\(error)") }
      items.append(Menu.Item(variable.label, detail: text.summary(of: variable), choice))
    }
    let present =
      question.arms?.variable
      ?? (focus == .filters && display.view == .curves ? currentFilterRow?.variable : nil)
    let cursor = items.firstIndex { item in
      if case .command(.by(let arms?)) = item.choice { arms.variable == present } else { false }
    }
    return Menu(title: "Divide by", items: items, cursor: cursor ?? 0)
  }

  var endpointMenu: Menu {
    let items = schema.endpoints.map { endpoint in
      Menu.Item(
        endpoint.name, detail: EndpointText(endpoint).summary, alias: endpoint.label,
        .command(.endpoint(endpoint.name)))
    }
    let present = schema.endpoints.firstIndex { $0.name == question.endpoint }
    return Menu(title: "Endpoint", items: items, cursor: present ?? 0)
  }

  var themeMenu: Menu {
    let items = themes.map { Menu.Item($0.name, .command(.theme($0.name))) }
    var menu = Menu(title: "Theme", items: items, cursor: themes.firstIndex { $0.name == display.theme } ?? 0)
    menu.previews = true
    menu.cancel = .theme(display.theme)
    return menu
  }

  /// The keys by group, then every symbol and word of the screen that wants explaining.
  var helpMenu: Menu {
    let keys = KeyTable.all.map { binding in
      let keys = binding.keys.map { $0.label(charset) }.joined(separator: " ")
      return Menu.Item(
        keys.padded(to: 14) + binding.help, .gesture(binding.gesture), group: binding.group.rawValue)
    }
    let commands = CommandWord.allCases.map { word in
      Menu.Item(
        ":" + word.usage.padded(to: 30), detail: word.help,
        .word(word.argument == nil ? word.rawValue : word.rawValue + " "), group: "Commands, after :")
    }
    let symbols = Glossary.entries(charset).map { entry in
      Menu.Item(entry.sign.padded(to: 14) + entry.meaning, .impossible(entry.meaning), group: "What it means")
    }
    return Menu(title: "Help", items: keys + commands + symbols)
  }
}
