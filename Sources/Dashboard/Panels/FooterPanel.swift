import TerminalGrid

/// The bottom line: a message, or the keys that do something here.
///
/// Help and quit are always among them.
struct FooterPanel {
  let state: DashboardState

  func draw(in area: Rect, on grid: inout Grid) {
    grid.fill(area, Cell(" ", Style(.text, on: .bar)))
    if let message = state.message {
      let role: Role = message.kind == .error ? .error : .accent
      grid.write(
        " " + message.text, in: area, style: Style(role, on: .bar, bold: true),
        ellipsis: state.charset.ellipsis)
      return
    }
    for (binding, columns) in placed(in: area) {
      let key = grid.write(
        label(binding), x: columns.lowerBound, y: area.y, style: Style(.key, on: .bar, bold: true))
      grid.write(binding.label, x: columns.lowerBound + key + 1, y: area.y, style: Style(.text, on: .bar))
    }
  }

  /// The key shown at a column.
  func binding(at x: Int, in area: Rect) -> KeyTable.Binding? {
    state.message == nil ? placed(in: area).first { $0.1.contains(x) }?.0 : nil
  }

  private func placed(in area: Rect) -> [(KeyTable.Binding, Range<Int>)] {
    var x = area.x + 1
    return shown(width: area.width - 2).map { binding in
      defer { x += columns(binding) }
      return (binding, x..<(x + columns(binding) - 2))
    }
  }

  /// As many as fit, each key once, in order of their rank; those ranked 90 and above keep their place.
  private func shown(width: Int) -> [KeyTable.Binding] {
    let ranked = KeyTable.all.filter { binding in
      guard binding.footer != nil, binding.applies(in: state), let key = binding.keys.first else {
        return false
      }
      return KeyTable.binding(for: key, in: state)?.label == binding.label
    }
    .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    let always = ranked.filter { ($0.footer ?? 0) >= 90 }
    var left = width - always.reduce(0) { $0 + columns($1) }
    var shown: [KeyTable.Binding] = []
    for binding in ranked where (binding.footer ?? 0) < 90 {
      guard columns(binding) <= left else { break }
      left -= columns(binding)
      shown.append(binding)
    }
    return shown + always
  }

  private func columns(_ binding: KeyTable.Binding) -> Int {
    label(binding).columns + 1 + binding.label.columns + 2
  }

  private func label(_ binding: KeyTable.Binding) -> String {
    binding.keys.first?.label(state.charset) ?? ""
  }
}
