import TerminalGrid
import Testing

struct ThemeTests {
  private let blue = ThemeColor(RGB(0, 0x72, 0xB2), .standard(.blue))
  private let night = ThemeColor(RGB(0x10, 0x18, 0x20), .standard(.black))
  private let white = ThemeColor(RGB(255, 255, 255), .standard(.brightWhite))

  private var theme: Theme {
    Theme(
      name: "test",
      roles: [
        .accent: RoleStyle(foreground: blue, underline: true),
        .selection: RoleStyle(foreground: white, background: night, bold: true),
      ])
  }

  @Test
  func `leaves the terminal's own colours where it says nothing`() {
    #expect(theme.resolve(.plain, .direct) == ResolvedStyle())
  }

  @Test
  func `adds attributes up and gives uncoloured text the foreground of the role behind it`() {
    var expected = ResolvedStyle()
    expected.foreground = .indexed(4)
    expected.background = .indexed(0)
    (expected.bold, expected.underline, expected.dim) = (true, true, true)
    #expect(theme.resolve(Style(.accent, on: .selection, dim: true), .sixteen) == expected)

    let plain = theme.resolve(Style(.text, on: .selection), .direct)
    #expect(plain.foreground == .direct(white.rgb))
    #expect(plain.background == .direct(night.rgb))
  }

  @Test
  func `keeps attributes but no colour where there are none`() {
    let resolved = theme.resolve(Style(.accent, on: .selection), .none)
    #expect(resolved.foreground == .terminal && resolved.background == .terminal)
    #expect(resolved.bold && resolved.underline)
  }

  @Test
  func `begins again after the eighth series`() {
    let theme = Theme.default
    #expect(theme[.series(9)] == theme[.series(1)])
    #expect(theme[.band(16)] == theme[.band(8)])
    #expect(theme.mark(series: 9) == theme.mark(series: 1))
    #expect(theme.mark(series: 8) != theme.mark(series: 1))
  }

  @Test
  func `knows whether a background can be seen`() {
    #expect(theme.showsBackground(of: .selection, .sixteen))
    #expect(!theme.showsBackground(of: .selection, .none))
    #expect(!theme.showsBackground(of: .band(1), .direct))
    #expect(Theme.default.showsBackground(of: .selection, .none))
  }

  @Test
  func `describes every role by default`() {
    for role in Role.all { #expect(Theme.default.roles[role] != nil, "\(role)") }
  }
}
