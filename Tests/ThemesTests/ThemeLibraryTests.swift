import Foundation
import TerminalGrid
import Testing
import Themes

struct ThemeLibraryTests {
  /// Writes theme files into a folder of their own and looks them up there.
  private func withThemes(
    _ files: [String: String], _ look: (ThemeLibrary, String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent("\(name).toml"), atomically: true, encoding: .utf8)
    }
    try look(ThemeLibrary(folders: [folder.path]), folder.path)
  }

  @Test
  func `replaces the roles that a file names and inherits the others`() throws {
    try withThemes([
      "night":
        "accent = { foreground = \"#ff0000 bright-red\", underline = true }\nseries.2 = { dash = \"dash-dot\" }",
      "late": "inherits = \"night\"\n[muted]\ndim = true\n",
    ]) { library, _ in
      let late = try library.theme("late").theme
      let red = ThemeColor(RGB(255, 0, 0), .standard(.brightRed))
      #expect(late.name == "late")
      #expect(late[.accent] == RoleStyle(foreground: red, underline: true))
      #expect(late[.muted] == RoleStyle(dim: true))
      #expect(late[.warning] == Theme.default[.warning])
      #expect(late[.series(2)] == RoleStyle())
      #expect(late.mark(series: 2).dash == .dashDot)
      #expect(late.mark(series: 2).glyph == Theme.default.mark(series: 2).glyph)
      #expect(late.mark(series: 1) == Theme.default.mark(series: 1))
    }
  }

  @Test(arguments: [
    ("acent = { bold = true }", 1, "unknown \"acent\"; did you mean \"accent\"?"),
    ("\n\naccent = { forground = \"#fff\" }", 3, "unknown \"forground\"; did you mean \"foreground\"?"),
    ("accent = { foreground = \"#12345 cyan\" }", 1, "a colour is"),
    ("accent = { foreground = \"#123456 cian\" }", 1, "unknown \"cian\"; did you mean \"cyan\"?"),
    ("text = {}\nmuted = { dim = 1 }", 2, "\"dim\" is true or false"),
    ("# note\n[series.1]\n\ndash = \"wavy\"", 4, "a dash is one of solid, dashed"),
    ("series.1 = { glyph = \"東\" }", 1, "a glyph is one character of one column"),
    ("series.1 = { ascii = \"●\" }", 1, "\"ascii\" is one printable ASCII character"),
    ("series.9 = {}", 1, "is not one of series.1 to series.8"),
    ("text = \"#fff\"", 1, "is described as in"),
    ("band.1 = { dash = \"solid\" }", 1, "unknown \"dash\""),
    ("inherits = 1", 1, "names a theme"),
  ])
  func `warns with file and line and uses the rest`(text: String, line: Int, message: String) throws {
    try withThemes(["mine": text + "\n[key]\nunderline = true\n"]) { library, folder in
      let (theme, warnings) = try library.theme("mine")
      let warning = try #require(warnings.first)
      #expect(warnings.count == 1)
      #expect(warning.line == line)
      #expect(warning.description.hasPrefix("\(folder)/mine.toml:\(line): "))
      #expect(warning.message.contains(message))
      #expect(theme[.key] == RoleStyle(underline: true))
    }
  }

  @Test(arguments: ["x = [ }", "x = [>y]", "x = [.y]", "x = ", "[", "text = {", "= 3"])
  func `survives what would end the TOML parser`(text: String) throws {
    try withThemes(["broken": text + "\n"]) { library, _ in
      #expect(throws: ThemeError.self) { try library.theme("broken") }
    }
  }

  @Test
  func `says where a broken file is broken`() throws {
    try withThemes(["broken": "text = {}\naccent = {{\n"]) { library, folder in
      do {
        _ = try library.theme("broken")
        Issue.record("a broken file was read")
      } catch let error as ThemeError {
        guard case .invalid(let file, let line, _, _) = error else {
          Issue.record("not said to be invalid: \(error)")
          return
        }
        #expect(file == "\(folder)/broken.toml")
        #expect(line == 2)
        #expect(!error.description.contains("\n"))
      }
    }
  }

  @Test
  func `suggests the name that was meant`() throws {
    try withThemes(["projector": ""]) { library, _ in
      #expect(throws: ThemeError.notFound(name: "projecter", nearest: "projector")) {
        try library.theme("projecter")
      }
    }
  }

  @Test
  func `refuses themes that inherit from each other`() throws {
    try withThemes(["a": "inherits = \"b\"", "b": "inherits = \"a\""]) { library, _ in
      #expect(throws: ThemeError.circular(names: ["a", "b", "a"])) { try library.theme("a") }
    }
  }

  @Test
  func `reads a file by its path and names the theme after it`() throws {
    try withThemes(["ward": "text = { bold = true }"]) { _, folder in
      let theme = try ThemeLibrary(folders: []).theme("\(folder)/ward.toml").theme
      #expect(theme.name == "ward")
      #expect(theme[.text].bold)
      #expect(throws: ThemeError.unreadable(file: "/no/such.toml", reason: "there is no such file")) {
        try ThemeLibrary(folders: []).theme("/no/such.toml")
      }
    }
  }

  @Test
  func `always has the default`() throws {
    let library = ThemeLibrary(folders: ["/no/such/folder"])
    #expect(library.names == ["default"])
    #expect(try library.theme("default").theme == .default)
  }

  @Test
  func `looks where it was asked to, then at the user's own, then at what was installed`() {
    let both = ThemeLibrary(
      asked: "/asked", environment: ["XDG_CONFIG_HOME": "/config", "HOME": "/home/me"],
      installed: "/installed")
    #expect(both.folders == ["/asked", "/config/atrisk/themes", "/installed"])
    let home = ThemeLibrary(environment: ["XDG_CONFIG_HOME": "", "HOME": "/home/me"], installed: nil)
    #expect(home.folders == ["/home/me/.config/atrisk/themes"])
  }
}
