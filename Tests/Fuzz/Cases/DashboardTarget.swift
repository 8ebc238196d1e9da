import CohortEngine
import Dashboard
import Study
import TerminalGrid

/// The dashboard: keys, the mouse, sizes, commands and actions in any order, each byte one of them.
struct DashboardTarget: FuzzTarget {
  let name = "dashboard"
  let longest = 96
  private let studies: [Study]
  private let keys: [Key]

  init() throws(StudyError) {
    studies = [
      try Study.open(
        table: Array(Seeds.table.utf8), named: "table.csv", studyFile: Array(Seeds.studyFile.utf8)),
      try Study.open(
        table: Array("time,status,x\n0,1,1e308\n1e17,0,-1e308\n5,1,\n7,0,1e-300\n".utf8), named: "extreme.csv"
      ),
    ]
    keys =
      KeyTable.all.flatMap(\.keys)
      + [.enter, .escape, .backspace, .delete, .insert, .tab, .function(12), .alt("x"), .control("u")]
      + "0123456789.e-+ ageby>=(é\u{1B}\u{202E}".map { .character($0) }
  }

  var seeds: [[UInt8]] {
    [
      Array(0...63), Array(64...127), Array(128...191), Array(192...255),
      [0, 1, 2, 3, 250, 0, 0, 251, 1, 1], [],
    ]
  }

  var words: [String] { [] }

  func read(_ input: [UInt8]) async throws(BrokenPromise) {
    let study = studies[(input.first ?? 0) < 200 ? 0 : 1]
    var state = DashboardState(
      study: study, size: Size(columns: 100, rows: 30), themes: [.default, .default])
    let recomputer = Recomputer(BitmapEngine(study.cohort), cohort: study.cohort)
    for (index, byte) in input.enumerated() {
      if byte < 200 {
        _ = state.press(keys[(Int(byte) + index % 3 * 200) % keys.count])
      } else {
        perform(byte, input[index...].dropFirst().first ?? 0, on: &state)
      }
      if byte % 16 == 0 || index == input.count - 1 { try await show(&state, recomputer) }
      guard state.question.filters.depth <= FilterExpression.deepest else {
        throw BrokenPromise("too deep a filter")
      }
    }
    while state.history.canUndo { _ = state.update(.undo) }
    try await show(&state, recomputer)
  }

  private func show(_ state: inout DashboardState, _ recomputer: Recomputer) async throws(BrokenPromise) {
    do {
      state.receive(try await recomputer.snapshot(for: state.question, facets: state.facets))
    } catch {
      throw BrokenPromise("no numbers: \(error)")
    }
    let grid = Screen.grid(state)
    guard grid.size == state.size else { throw BrokenPromise("a screen of another size") }
    try Promises.check(grid)
  }

  private func perform(_ byte: UInt8, _ value: UInt8, on state: inout DashboardState) {
    let number = Self.numbers[Int(value) % Self.numbers.count]
    let cohort = state.cohort
    switch byte % 14 {
    case 0: state.size = Size(columns: Int(value) * 2, rows: Int(value))
    case 1: state.size = Size(columns: Int(value % 3), rows: 30)
    case 2:
      _ = state.receive(
        MouseEvent(
          value % 4 == 0 ? .wheelUp : value % 4 == 1 ? .wheelDown : .press, x: Int(value), y: Int(value) / 4))
    case 3: _ = state.update(.landmark(value < 8 ? nil : number))
    case 4: _ = state.update(.crosshair(number))
    case 5: _ = state.update(.horizon(value < 8 ? nil : number))
    case 6: _ = state.update(.unit([.days, .weeks, .months, .years][Int(value) % 4]))
    case 7: _ = state.update(.endpoint(Int(value) % 8 - 1))
    case 8: _ = state.update(.moveBound(value % 2 == 0 ? .lower : .upper, by: Int(clamping: number)))
    case 9: _ = state.update(.theme(Int(value) - 2))
    case 10: _ = state.update(.savedView(Int(value) % 4 - 1))
    case 11: _ = state.update(.command(Self.commands[Int(value) % Self.commands.count]))
    case 12:
      let variable = Int(value) % cohort.variables.count
      _ = state.update(.stratify(try? Asking.stratification(variable, in: cohort)))
      if case .numbers = cohort.variables[variable].values {
        _ = state.update(.stratify(.cuts(variable: variable, thresholds: [number, -number])))
      }
    default:
      let variable = Int(value) % cohort.variables.count
      if case .numbers = cohort.variables[variable].values {
        _ = state.update(.add(.range(variable: variable, NumericRange(lower: number))))
      } else {
        _ = state.update(.add(.not(.missing(variable: variable))))
      }
    }
    state.clampCursor()
  }

  private static let numbers: [Double] = [
    0, 1, -1, 12, 1e-300, 1e300, -1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity,
    -.infinity, .nan,
    24.5, 1e17, 0.1, 365,
  ]

  private static let commands = [
    "where age > 5", "where not (sex = F or stage = I)", "by age 3 9", "by stage", "by none", "endpoint CIR",
    "until 5",
    "at 1e300", "view -9223372036854775808", "view 1", "interval log", "charset ascii", "charset unicode",
    "clear", "",
    "landmark 0", "theme x", "by age 1 2 3 4 5 6 7", "where", "unit w",
  ]
}
