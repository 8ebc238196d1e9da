extension Theme {
  /// The theme that is always there, the same as `themes/default.toml`.
  ///
  /// It leaves the terminal's background alone and can be read on a dark and on a light one: every colour has
  /// a contrast of at least 3 to both black and white. The first four curves differ for red-blind and
  /// green-blind readers too. Bands have no background, as none would suit both.
  package static let `default` = Theme(name: "default", roles: defaultRoles)

  private static let defaultRoles: [Role: RoleStyle] = {
    var roles: [Role: RoleStyle] = [
      .text: .plain,
      .muted: colored(0x808080, .brightBlack),
      .accent: colored(0x0087D7, .cyan, bold: true),
      .title: RoleStyle(bold: true),
      .warning: colored(0xAF8700, .yellow, bold: true),
      .error: colored(0xD75F5F, .red, bold: true),
      .axis: colored(0x808080, .brightBlack),
      .grid: colored(0x808080, .brightBlack),
      .border: colored(0x808080, .brightBlack),
      .borderFocused: colored(0x0087D7, .cyan, bold: true),
      .selection: RoleStyle(reverse: true),
      .bar: .plain,
      .key: colored(0x0087D7, .cyan, bold: true),
      .histogram: colored(0x808080, .brightBlack),
      .histogramSelected: colored(0x0087D7, .cyan),
    ]
    let series: [(rgb: UInt32, standIn: StandardColor)] = [
      (0x005FFF, .blue), (0xD75F00, .red), (0x00875F, .green), (0xAF5FAF, .magenta), (0xAF8700, .yellow),
      (0x0087AF, .cyan), (0xFF005F, .brightRed), (0x808080, .brightBlack),
    ]
    for (index, color) in series.enumerated() {
      roles[.series(index + 1)] = colored(color.rgb, color.standIn)
      roles[.band(index + 1)] = .plain
    }
    return roles
  }()

  private static func colored(_ hex: UInt32, _ standIn: StandardColor, bold: Bool = false) -> RoleStyle {
    let rgb = RGB(UInt8(hex >> 16), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
    return RoleStyle(foreground: ThemeColor(rgb, .standard(standIn)), bold: bold)
  }
}
