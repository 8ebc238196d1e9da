extension Theme {
  /// The theme that is always there, the same as `themes/default.toml`.
  ///
  /// It leaves the terminal's background alone and can be read on a dark and on a light one: every colour has
  /// a contrast of at least 3 to both black and white. The hues of the curves are Okabe and Ito's, safe for
  /// the common kinds of colour blindness, moved to middle brightness. Bands have no background, as none
  /// would suit both.
  package static let `default` = Theme(name: "default", roles: defaultRoles)

  private static let defaultRoles: [Role: RoleStyle] = {
    var roles: [Role: RoleStyle] = [
      .text: .plain,
      .muted: colored(0x7C7C7C, 8),
      .accent: colored(0x2A85C0, 6, bold: true),
      .title: RoleStyle(bold: true),
      .warning: colored(0xB27300, 3, bold: true),
      .error: colored(0xD04545, 1, bold: true),
      .axis: colored(0x7C7C7C, 8),
      .grid: colored(0x7C7C7C, 8),
      .border: colored(0x7C7C7C, 8),
      .borderFocused: colored(0x2A85C0, 6, bold: true),
      .selection: RoleStyle(reverse: true),
      .bar: .plain,
      .key: colored(0x2A85C0, 6, bold: true),
      .histogram: colored(0x7C7C7C, 8),
      .histogramSelected: colored(0x2A85C0, 6),
    ]
    let series: [(rgb: UInt32, standard: UInt8)] = [
      (0x0077BB, 4), (0xD55E00, 1), (0x00916A, 2), (0xB85C93, 5), (0xA87C00, 3), (0x2F96B4, 6),
      (0x7A6AC8, 12), (0x8A7A66, 8),
    ]
    for (index, color) in series.enumerated() {
      roles[.series(index + 1)] = colored(color.rgb, color.standard)
      roles[.band(index + 1)] = .plain
    }
    return roles
  }()

  private static func colored(_ hex: UInt32, _ standard: UInt8, bold: Bool = false) -> RoleStyle {
    let rgb = RGB(UInt8(hex >> 16), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
    return RoleStyle(foreground: ThemeColor(rgb, standard: standard), bold: bold)
  }
}
