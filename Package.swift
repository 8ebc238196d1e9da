// swift-tools-version: 6.2
import PackageDescription

// Leaf targets first. Who may import whom is ARCHITECTURE.md; a target that is not listed as a dependency cannot be imported.
let package = Package(
  name: "atrisk",
  products: [
    .library(name: "SurvivalStatistics", targets: ["SurvivalStatistics"]),
    .executable(name: "atrisk", targets: ["atrisk"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CRmath"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CReadStat"),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CCrypto"),
    .systemLibrary(name: "CCairo"),
    .target(name: "CBitmap"),
    .target(name: "PrintableText"),
    .target(name: "TOMLText"),
    .target(name: "CCurses", linkerSettings: [.linkedLibrary("ncursesw")]),

    .target(name: "SurvivalStatistics", dependencies: ["CRmath"]),
    .target(name: "CohortModel", dependencies: ["SurvivalStatistics", "PrintableText"]),
    .target(name: "CohortEngine", dependencies: ["CohortModel", "SurvivalStatistics", "CBitmap"]),
    .target(name: "Analysis", dependencies: ["CohortModel", "SurvivalStatistics"]),
    .target(
      name: "Report", dependencies: ["Analysis", "CohortModel", "SurvivalStatistics", "PrintableText"]),
    .target(
      name: "Session", dependencies: ["Analysis", "CohortModel", "SurvivalStatistics", "PrintableText"]),
    .target(name: "Renderings", dependencies: ["Report", "PrintableText"]),
    .target(name: "Figures", dependencies: ["Report", "PrintableText", "CCairo"]),
    .target(
      name: "Study",
      dependencies: [
        "CohortModel", "CohortEngine", "PrintableText", "TOMLText", "CZlib", "CReadStat", "CZip", "CExpat",
        "TOMLKit",
      ]),
    .target(name: "Batch", dependencies: ["Analysis", "SurvivalStatistics", "Study", "PrintableText"]),
    .target(name: "TerminalGrid", dependencies: ["PrintableText"]),
    .target(name: "Themes", dependencies: ["TerminalGrid", "CohortModel", "TOMLText", "TOMLKit"]),
    .target(
      name: "Dashboard",
      dependencies: ["TerminalGrid", "Session", "Report", "Analysis", "CohortModel", "PrintableText"]),
    .target(name: "CursesTerminal", dependencies: ["TerminalGrid", "CCurses"]),
    .executableTarget(
      name: "atrisk",
      dependencies: [
        "Batch", "CCrypto", "Dashboard", "CursesTerminal", "Figures", "Renderings", "Report", "Session",
        "Analysis",
        "Themes", "Study",
        "CohortEngine", "CohortModel", "SurvivalStatistics", "TerminalGrid", "PrintableText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", dependencies: ["TerminalGrid"], path: "Tests/TestSupport"),
    .target(
      name: "CohortFixtures", dependencies: ["CohortEngine", "CohortModel", "SurvivalStatistics"],
      path: "Tests/CohortFixtures"),
    .testTarget(name: "PrintableTextTests", dependencies: ["PrintableText"]),
    .testTarget(
      name: "SurvivalStatisticsTests", dependencies: ["SurvivalStatistics", "TestSupport"]),
    .testTarget(name: "CohortModelTests", dependencies: ["CohortModel", "SurvivalStatistics"]),
    .testTarget(
      name: "SessionTests", dependencies: ["Session", "Analysis", "CohortModel", "SurvivalStatistics"]),
    .testTarget(
      name: "CohortEngineTests",
      dependencies: ["CohortEngine", "CohortModel", "CohortFixtures", "SurvivalStatistics"]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Analysis", "CohortModel", "CohortEngine", "CohortFixtures", "Study", "SurvivalStatistics",
        "TestSupport",
      ]),
    .testTarget(
      name: "ReportTests", dependencies: ["Report", "Analysis", "CohortModel", "SurvivalStatistics"]),
    .testTarget(name: "RenderingsTests", dependencies: ["Renderings", "Report"]),
    .testTarget(
      name: "FiguresTests",
      dependencies: [
        "Figures", "Report", "Analysis", "CohortModel", "CohortEngine", "CohortFixtures", "Study",
        "SurvivalStatistics", "TerminalGrid", "TestSupport",
      ]),
    .testTarget(
      name: "StudyTests",
      dependencies: ["Study", "CohortEngine", "CohortModel", "SurvivalStatistics", "TestSupport"],
      exclude: ["Formats/Fixtures", "Formats/make-fixtures.R", "Formats/make-fixtures.py", "Traps/Tables"]),
    .testTarget(
      name: "BatchTests",
      dependencies: ["Batch", "Study", "CohortEngine", "CohortModel", "SurvivalStatistics", "TestSupport"]),
    .testTarget(
      name: "TerminalGridTests", dependencies: ["TerminalGrid", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(name: "CursesTerminalTests", dependencies: ["CCurses", "TestSupport"]),
    .testTarget(name: "ThemesTests", dependencies: ["Themes", "TerminalGrid", "TestSupport"]),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "atrisk", "Dashboard", "Session", "Report", "Analysis", "CohortModel", "Study", "CohortEngine",
        "CohortFixtures", "SurvivalStatistics", "TerminalGrid", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Snapshots"]),
    .executableTarget(
      name: "atrisk-bench",
      dependencies: [
        "Dashboard", "Session", "Report", "Analysis", "Study", "CohortEngine", "CohortModel",
        "SurvivalStatistics", "TerminalGrid",
      ],
      path: "Tests/Benchmarks"),
    .target(
      name: "FuzzCases",
      dependencies: [
        "Batch", "Dashboard", "Session", "Report", "Analysis", "CursesTerminal", "CCurses", "Themes", "Study",
        "CohortEngine", "CohortModel", "SurvivalStatistics", "TerminalGrid", "PrintableText",
      ],
      path: "Tests/Fuzz/Cases"),
    .executableTarget(
      name: "atrisk-fuzz",
      dependencies: ["FuzzCases", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Tests/Fuzz/Runner"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzCases"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    .testTarget(name: "EndToEndTests", dependencies: ["atrisk", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  var settings = target.swiftSettings ?? []
  settings += [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  target.swiftSettings = settings
}
