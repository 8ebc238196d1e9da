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

  /// The backgrounds a theme is made for, and the contrast that its text keeps on them.
  @Test(arguments: [
    ("default", [RGB(0, 0, 0), RGB(255, 255, 255)], 3.0),
    ("dark", [RGB(0, 0, 0), RGB(0x26, 0x26, 0x26)], 3.2),
    ("light", [RGB(255, 255, 255), RGB(0xF5, 0xF5, 0xF5)], 4.1),
    ("high-contrast", [RGB(0, 0, 0)], 7.0),
    ("projector", [RGB(255, 255, 255)], 5.0),
  ])
  func `can be read`(name: String, backgrounds: [RGB], contrast: Double) throws {
    let theme = try Self.library.theme(name).theme
    for role in Role.all {
      guard let color = theme[role].foreground?.rgb else { continue }
      for background in backgrounds {
        let shown = [color, RGB(palette: color.nearestOf256)]
        #expect(shown.allSatisfy { $0.contrast(with: background) >= contrast }, "\(role.name)")
      }
    }
  }

  @Test(arguments: names)
  func `can be read on the bands they paint`(name: String) throws {
    let theme = try Self.library.theme(name).theme
    for number in 1...8 {
      guard let band = theme[.band(number)].background?.rgb else { continue }
      let curve = try #require(theme[.series(number)].foreground).rgb
      #expect(curve.contrast(with: band) >= 3, "\(number)")
      #expect(
        RGB(palette: curve.nearestOf256).contrast(with: RGB(palette: band.nearestOf256)) >= 3, "\(number)")
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
