extension Theme {
  /// The theme that is always there, the same as `themes/default.toml`.
  ///
  /// It leaves the terminal's background alone and can be read on a dark and on a light one: every colour has
  /// a contrast of at least 4.5 to both black and white. None of the 16 standard colours has, so there
  /// all but lines have the terminal's own. The first four curves differ for red-blind and green-blind readers too.
  /// Bands have no background, as none would suit both.
  package static let `default` = Theme(name: "default", roles: defaultRoles)

  private static let defaultRoles: [Role: RoleStyle] = {
    var roles: [Role: RoleStyle] = [
      .text: .plain,
      .muted: colored(0x767676),
      .accent: colored(0x3868F8, bold: true),
      .title: RoleStyle(bold: true),
      .warning: colored(0xA06830, bold: true),
      .error: colored(0xD700AF, bold: true),
      .axis: colored(0x767676),
      .grid: colored(0x767676, .standard(.brightBlack)),
      .border: colored(0x767676, .standard(.brightBlack)),
      .borderFocused: colored(0x3868F8, .standard(.magenta), bold: true),
      .selection: RoleStyle(reverse: true),
      .bar: .plain,
      .key: colored(0x3868F8, bold: true),
      .histogram: colored(0x767676),
      .histogramSelected: colored(0x3868F8),
    ]
    let series: [UInt32] = [
      0x3868F8, 0xA86070, 0x288830, 0xD020B0, 0x875FD7, 0x767676, 0x008768, 0xA06830,
    ]
    for (index, color) in series.enumerated() {
      roles[.series(index + 1)] = colored(color)
      roles[.band(index + 1)] = .plain
    }
    return roles
  }()

  private static func colored(
    _ hex: UInt32, _ standIn: ThemeColor.StandIn = .none, bold: Bool = false
  ) -> RoleStyle {
    let rgb = RGB(UInt8(hex >> 16), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
    return RoleStyle(foreground: ThemeColor(rgb, standIn), bold: bold)
  }
}
