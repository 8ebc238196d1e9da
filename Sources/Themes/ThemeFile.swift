import CohortModel
import TOMLKit
import TOMLText
package import TerminalGrid

/// What one theme file says: looks of roles, marks of series, and the theme that says the rest.
///
/// A role that is named is described completely; a role that is not named is inherited. A dash or a glyph that
/// is not named is inherited by itself.
package struct ThemeFile {
  package private(set) var inherits: String?
  private(set) var roles: [Role: RoleStyle] = [:]
  private(set) var dashes: [Int: Dash] = [:]
  private(set) var glyphs: [Int: Character] = [:]
  private(set) var asciiGlyphs: [Int: Character] = [:]
  package private(set) var warnings: [ThemeWarning] = []

  private let file: String
  private let outline: TOMLOutline

  /// Reads the text of a theme file.
  package init(_ text: String, file: String) throws(ThemeError) {
    (self.file, outline) = (file, TOMLOutline(Array(text.utf8)))
    if let (place, what) = outline.refusal {
      throw .invalid(file: file, line: place.line, column: place.column, reason: what)
    }
    let root: TOMLTable
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw .invalid(file: file, line: begin.line, column: begin.column, reason: error.description)
    } catch {
      throw .unreadable(file: file, reason: "\(error)")
    }
    for key in root.keys.sorted() { read(key, in: root) }
    warnings.sort { $0.line < $1.line }
  }

  /// The theme, where `base` answers for what the file leaves open.
  package func theme(named name: String, inheriting base: Theme) -> Theme {
    var theme = base
    theme.name = name
    theme.roles.merge(roles) { $1 }
    for index in theme.marks.indices {
      theme.marks[index].dash = dashes[index + 1] ?? theme.marks[index].dash
      theme.marks[index].glyph = glyphs[index + 1] ?? theme.marks[index].glyph
      theme.marks[index].asciiGlyph = asciiGlyphs[index + 1] ?? theme.marks[index].asciiGlyph
    }
    return theme
  }

  private mutating func read(_ key: String, in root: TOMLTable) {
    switch key {
    case "inherits":
      inherits = root[key]?.string
      if inherits == nil { warn(at: [key], "\"inherits\" names a theme, as in inherits = \"dark\"") }
    case "series", "band":
      guard let members = root[key]?.table else {
        return warn(at: [key], "\"\(key)\" is described by number, as in \(key).1 = { … }")
      }
      for number in members.keys.sorted() {
        guard let index = Int(number), (1...8).contains(index) else {
          warn(at: [key, number], "\"\(key).\(number)\" is not one of \(key).1 to \(key).8")
          continue
        }
        readLook(key == "series" ? .series(index) : .band(index), members[number]?.table, at: [key, number])
      }
    default:
      guard let role = Role.all.first(where: { $0.name == key }) else {
        return warnUnknown(key, at: [key], known: Role.all.map(\.name) + ["inherits"])
      }
      readLook(role, root[key]?.table, at: [key])
    }
  }

  private mutating func readLook(_ role: Role, _ table: TOMLTable?, at path: [String]) {
    guard let table else {
      return warn(
        at: path, "\"\(role.name)\" is described as in { foreground = \"#0087d7 cyan\", bold = true }")
    }
    var look = RoleStyle()
    for key in table.keys.sorted() {
      let path = path + [key]
      switch key {
      case "foreground": look.foreground = color(table[key]?.string, at: path)
      case "background": look.background = color(table[key]?.string, at: path)
      case "bold": look.bold = attribute(table[key]?.bool, at: path)
      case "dim": look.dim = attribute(table[key]?.bool, at: path)
      case "reverse": look.reverse = attribute(table[key]?.bool, at: path)
      case "underline": look.underline = attribute(table[key]?.bool, at: path)
      default: readMark(key, table[key]?.string, of: role, at: path)
      }
    }
    roles[role] = look
  }

  private mutating func readMark(_ key: String, _ value: String?, of role: Role, at path: [String]) {
    let looks = ["foreground", "background", "bold", "dim", "reverse", "underline"]
    guard case .series(let number) = role else { return warnUnknown(key, at: path, known: looks) }
    switch key {
    case "dash":
      dashes[number] = value.flatMap(Dash.init)
      let known = Dash.allCases.map(\.rawValue).joined(separator: ", ")
      if dashes[number] == nil { warn(at: path, "a dash is one of \(known)") }
    case "glyph":
      glyphs[number] = glyph(value)
      if glyphs[number] == nil { warn(at: path, "a glyph is one character of one column") }
    case "ascii":
      asciiGlyphs[number] = glyph(value).flatMap { $0.isASCII ? $0 : nil }
      if asciiGlyphs[number] == nil { warn(at: path, "\"ascii\" is one printable ASCII character") }
    default:
      warnUnknown(key, at: path, known: looks + ["dash", "glyph", "ascii"])
    }
  }

  private func glyph(_ value: String?) -> Character? {
    guard let value, value.count == 1, let glyph = value.first else { return nil }
    return TextWidth.columns(of: glyph) == 1 && TextWidth.printable(glyph) == glyph ? glyph : nil
  }

  /// Reads `#rrggbb` and an optional stand-in for terminals of 16 colours.
  private mutating func color(_ value: String?, at path: [String]) -> ThemeColor? {
    let words = (value ?? "").split(separator: " ")
    guard (1...2).contains(words.count), let rgb = RGB(hex: String(words[0])) else {
      warn(at: path, "a colour is \"#rrggbb\" and perhaps a standard colour, as in \"#0087d7 cyan\"")
      return nil
    }
    guard words.count == 2 else { return ThemeColor(rgb) }
    if words[1] == "none" { return ThemeColor(rgb, .none) }
    if let standard = StandardColor(name: String(words[1])) { return ThemeColor(rgb, .standard(standard)) }
    warnUnknown(String(words[1]), at: path, known: StandardColor.allCases.map(\.name) + ["none"])
    return ThemeColor(rgb)
  }

  private mutating func attribute(_ value: Bool?, at path: [String]) -> Bool {
    if value == nil { warn(at: path, "\"\(path.last ?? "")\" is true or false") }
    return value ?? false
  }

  private mutating func warnUnknown(_ name: String, at path: [String], known: [String]) {
    let nearest = NearestName.of(name, among: known)
    warn(at: path, "unknown \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  private mutating func warn(at path: [String], _ message: String) {
    warnings.append(ThemeWarning(file: file, line: outline.line(of: path), message: message))
  }
}

/// Something in a theme file that was not understood; the rest of the theme is used.
package struct ThemeWarning: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  /// Counted from 1.
  package var line: Int
  package var message: String

  package var description: String { "\(file):\(line): \(message)" }
}
