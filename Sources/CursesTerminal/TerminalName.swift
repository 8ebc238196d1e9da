/// Names of terminals in the terminfo database, which is often older or smaller than what people sit at.
package enum TerminalName {
  /// What to try for a value of TERM: itself, the plain terminal of its name, then those that its family behaves like.
  ///
  /// `putty-256color` is tried as that, as `putty`, and as the xterm that it imitates; of `nonesuch` nothing is known.
  package static func candidates(for name: String) -> [String] {
    let family = String(name.prefix { $0.isLetter && $0.isASCII })
    guard !family.isEmpty else { return [name] }
    var candidates = [name, family + "-256color", family] + (relatives[family] ?? [])
    if xtermLike.contains(family) { candidates += ["xterm-256color", "xterm"] }
    return candidates
  }

  private static let relatives = [
    "tmux": ["screen-256color", "screen"], "rxvt": ["rxvt-unicode-256color"], "vt": ["vt220", "vt100"],
  ]

  private static let xtermLike: Set<String> = [
    "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "iTerm", "kitty", "konsole", "mintty",
    "mlterm",
    "nsterm", "putty", "st", "terminology", "vscode", "vte", "wezterm", "xterm",
  ]
}
