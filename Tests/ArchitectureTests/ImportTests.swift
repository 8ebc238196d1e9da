import Foundation
import TestSupport
import Testing

/// Who may know whom, as ARCHITECTURE.md says it.
@Suite("Imports")
struct ImportTests {
  private static let screens: Set = ["TerminalGrid", "Themes", "Dashboard", "CursesTerminal", "CCurses"]
  private static let analysisAndAbove = screens.union([
    "Analysis", "Report", "Session", "Renderings", "Batch", "atrisk",
  ])
  private static let ours: Set = [
    "SurvivalStatistics", "CohortModel", "CohortEngine", "Study", "Analysis", "Report", "Session",
    "Renderings",
    "Themes", "TerminalGrid", "Dashboard", "CursesTerminal", "Batch", "atrisk", "PrintableText", "TOMLText",
    "CBitmap",
    "CCurses",
  ]

  /// What each target must never import.
  static let forbidden: [(target: String, modules: Set<String>)] = [
    ("PrintableText", ours),
    ("TOMLText", ours),
    ("SurvivalStatistics", ours),
    ("CohortModel", analysisAndAbove.union(["CohortEngine", "Study", "CBitmap"])),
    ("CohortEngine", analysisAndAbove.union(["Study"])),
    ("Study", analysisAndAbove),
    ("Analysis", analysisAndAbove.union(["CohortEngine", "Study"])),
    ("Report", screens.union(["CohortEngine", "Study", "Session", "Renderings", "Batch", "atrisk"])),
    ("Session", screens.union(["CohortEngine", "Study", "Report", "Renderings", "Batch", "atrisk"])),
    ("Renderings", screens.union(["CohortEngine", "Study", "Session", "Batch", "atrisk"])),
    ("Figures", ours.subtracting(["Report", "PrintableText"])),
    ("TerminalGrid", ours.subtracting(["PrintableText"])),
    (
      "Themes",
      [
        "Dashboard", "CursesTerminal", "CCurses", "Analysis", "Report", "Session", "Study", "CohortEngine",
        "Batch",
      ]
    ),
    ("Dashboard", ["CursesTerminal", "CCurses", "CohortEngine", "Study", "Batch", "atrisk", "Renderings"]),
    ("CursesTerminal", ours.subtracting(["TerminalGrid", "CCurses"])),
    ("Batch", screens.union(["CohortEngine", "Report", "Session", "Renderings", "atrisk"])),
  ]

  @Test("What ARCHITECTURE.md forbids by name is forbidden here, for every target that it lists")
  func architecture() throws {
    let text = try String(
      contentsOf: Repository.root().appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "## ").first { $0.hasPrefix("Who may import whom") })
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      row.split(separator: "|").map { cell in cell.matches(of: #/`(\w+)`/#).map { String($0.1) } }
    }
    #expect(Set(rows.compactMap { $0.first?.first }) == Set(Self.forbidden.map(\.target) + ["atrisk"]))
    for row in rows {
      guard let target = row.first?.first, let named = row.last, target != "atrisk" else { continue }
      let modules = Self.forbidden.first { $0.target == target }?.modules ?? []
      // “all but A, B” names what is allowed.
      let isAllowance = section.split(separator: "\n").contains {
        $0.hasPrefix("| `\(target)`") && $0.contains("| all but")
      }
      for module in named {
        #expect(modules.contains(module) != isAllowance, "\(target) and \(module)")
      }
    }
  }

  @Test("No source file imports what its target must not know", arguments: forbidden)
  func sources(target: String, modules: Set<String>) throws {
    let imports = try Self.imports(ofTarget: target)
    #expect(!imports.isEmpty, "there are no sources of \(target)")
    for (file, module) in imports where modules.contains(module) && module != target {
      Issue.record("\(file) imports \(module)")
    }
  }

  @Test("Package.swift gives no target what it must not know", arguments: forbidden)
  func manifest(target: String, modules: Set<String>) throws {
    let text = try String(contentsOf: Repository.root().appending(path: "Package.swift"), encoding: .utf8)
    let dependencies = try #require(
      Self.dependencies(of: target, in: text), "\(target) is not in Package.swift")
    #expect(
      dependencies.isDisjoint(with: modules.subtracting([target])), "\(target) depends on \(dependencies)")
  }

  @Test("Every target with sources is in the table of who may know whom")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    let swift = folders.filter { folder in
      (try? Self.files(ofTarget: folder).isEmpty) == false
    }
    #expect(Set(swift) == Set(Self.forbidden.map(\.target)).union(["atrisk"]))
  }

  @Test(
    "No panel rounds or formats a number: what a value is called and how it is rounded is known to Report")
  func wording() throws {
    for file in try Self.files(ofTarget: "Dashboard") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for sign in ["NumberText", "String(format:", ".formatted(", "FormatStyle", "* 100"] {
        #expect(!text.contains(sign), "\(file.lastPathComponent): \(sign)")
      }
    }
  }

  private static var sources: URL { Repository.root().appending(path: "Sources") }

  private static func files(ofTarget target: String) throws -> [URL] {
    let folder = sources.appending(path: target)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }

  /// Each module that a file imports, with the file; a file without imports counts by its own target.
  private static func imports(ofTarget target: String) throws -> [(file: String, module: String)] {
    try files(ofTarget: target).flatMap { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      let found = text.matches(
        of:
          #/(?m)^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/#
      )
      return [(file.lastPathComponent, target)] + found.map { (file.lastPathComponent, String($0.1)) }
    }
  }

  /// The quoted names in a target's declaration after its own.
  private static func dependencies(of target: String, in manifest: String) -> Set<String>? {
    let parts = manifest.split(separator: #/\n    \.(?:systemLibrary|target|executableTarget|testTarget)\(/#)
    guard
      let own = parts.first(where: { $0.firstMatch(of: #/name:\s*"(\w[\w-]*)"/#)?.1 == Substring(target) }),
      let list = own.firstMatch(of: #/(?s)dependencies:\s*\[(.*?)\]/#)
    else { return parts.contains { $0.contains("name: \"\(target)\"") } ? [] : nil }
    return Set(list.1.matches(of: #/"([\w-]+)"/#).map { String($0.1) })
  }
}
