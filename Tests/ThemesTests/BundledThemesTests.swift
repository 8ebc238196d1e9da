import Foundation
import TerminalGrid
import TestSupport
import Testing
import Themes

struct BundledThemesTests {
  static let library = ThemeLibrary(folders: [Repository.root().appendingPathComponent("themes").path])
  static let names = library.names
  /// Roles that nothing is written in.
  static let backgrounds: Set<Role> = Set([.selection, .bar] + (1...8).map { .band($0) })

  @Test
  func `are all there`() {
    #expect(Self.names == ["default", "dark", "high-contrast", "light", "mono", "projector"])
  }

  @Test
  func `say the same in the file as in the program for the default`() throws {
    #expect(try Self.library.theme("default").theme == .default)
  }

  @Test(arguments: names)
  func `are understood completely and describe every role`(name: String) throws {
    let (theme, warnings) = try Self.library.theme(name)
    #expect(theme.name == name)
    #expect(warnings.isEmpty)
    for role in Role.all { #expect(theme.roles[role] != nil, "\(role.name)") }
    #expect(theme.marks.count == 8)
  }

  @Test(arguments: names)
  func `tell all curves apart without colour, in Unicode and in ASCII`(name: String) throws {
    let theme = try Self.library.theme(name).theme
    #expect(Set(theme.marks.map(\.dash)).count == 8)
    for charset in Charset.allCases {
      #expect(Set(theme.marks.map { $0.glyph(charset) }).count == 8)
    }
  }

  @Test(arguments: names, ColorDepth.allCases)
  func `show the selection on every terminal`(name: String, depth: ColorDepth) throws {
    let theme = try Self.library.theme(name).theme
    for role in Role.all where !Self.backgrounds.contains(role) {
      let (selected, plain) = (Style(role, on: .selection), Style(role))
      #expect(theme.resolve(selected, depth) != theme.resolve(plain, depth), "\(role.name)")
    }
  }

  @Test
  func `have no colour in mono`() throws {
    let theme = try Self.library.theme("mono").theme
    for role in Role.all {
      #expect(theme[role].foreground == nil && theme[role].background == nil, "\(role.name)")
    }
  }

  /// The backgrounds a terminal may have for which a theme is made; lines that only divide or guide may be weaker.
  @Test(
    arguments: [
      ("default", RGB(0, 0, 0)), ("default", RGB(255, 255, 255)), ("dark", RGB(0, 0, 0)),
      ("light", RGB(255, 255, 255)), ("high-contrast", RGB(0, 0, 0)), ("projector", RGB(255, 255, 255)),
    ], [ColorDepth.sixteen, .indexed256, .direct])
  func `can be read at every depth of colour`(of: (name: String, background: RGB), depth: ColorDepth) throws {
    let theme = try Self.library.theme(of.name).theme
    let guides: Set<Role> = [.grid, .border, .borderFocused]
    for role in Role.all where !guides.contains(role) {
      guard let color = shown(theme.resolve(Style(role), depth).foreground) else { continue }
      #expect(color.contrast(with: of.background) >= 4.5, "\(role.name)")
    }
  }

  @Test(arguments: names, [ColorDepth.sixteen, .indexed256, .direct])
  func `can be read on the bands they paint`(name: String, depth: ColorDepth) throws {
    let theme = try Self.library.theme(name).theme
    for number in 1...8 {
      let curve = theme.resolve(Style(.series(number), on: .band(number)), depth)
      guard let band = shown(curve.background), let color = shown(curve.foreground) else { continue }
      #expect(color.contrast(with: band) >= 4.5, "\(number)")
    }
  }

  @Test(arguments: ["default", "dark", "high-contrast", "mono"], [ColorDepth.eight, .sixteen])
  func `write no plain blue on black`(name: String, depth: ColorDepth) throws {
    let theme = try Self.library.theme(name).theme
    for role in Role.all {
      #expect(theme.resolve(Style(role), depth).foreground != .indexed(4), "\(role.name)")
    }
  }

  @Test(arguments: names)
  func `dim nothing that must be read`(name: String) throws {
    let theme = try Self.library.theme(name).theme
    let guides: Set<Role> = [.grid, .border, .histogram]
    for role in Role.all where !guides.contains(role) { #expect(!theme[role].dim, "\(role.name)") }
  }

  /// The colour as xterm mixes it; none for the terminal's own.
  private func shown(_ color: ResolvedColor) -> RGB? {
    switch color {
    case .terminal: nil
    case .indexed(let entry): RGB(palette: entry)
    case .direct(let rgb): rgb
    }
  }

  @Test(arguments: names, RGB.Vision.allCases)
  func `keep the first four curves apart for every reader`(name: String, vision: RGB.Vision) throws {
    let theme = try Self.library.theme(name).theme
    let colors = (1...4).compactMap { theme[.series($0)].foreground?.rgb }
    for (index, color) in colors.enumerated() {
      for other in colors[..<index] {
        #expect(color.distance(to: other, seenBy: vision) > 15, "\(index + 1)")
      }
    }
  }
}
