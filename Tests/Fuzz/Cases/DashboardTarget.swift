import Analysis
import CohortModel
import Dashboard
import Session
import Study
import SurvivalStatistics
import TerminalGrid

/// The dashboard: keys, the mouse, sizes, commands and typed lines in any order, each byte one of them, over a study
/// that the first byte chooses.
struct DashboardTarget: FuzzTarget {
  let name = "dashboard"
  let longest = 96
  private let studies: [ShownStudy]
  private let keys: [Key]

  init() throws(StudyError) {
    let tables = [
      try Study.open(
        table: Array(Seeds.table.utf8), named: "table.csv", studyFile: Array(Seeds.studyFile.utf8)),
      try Study.open(
        table: Array("time,status,x\n0,1,1e308\n1e17,0,-1e308\n5,1,\n7,0,1e-300\n".utf8), named: "extreme.csv"
      ),
    ]
    studies = tables.map(ShownStudy.init) + (0..<30).map { RandomStudy.make(seed: $0) }
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
    let shown = studies[Int(input.first ?? 0) % studies.count]
    var state = shown.state()
    for (index, byte) in input.enumerated() {
      if byte < 200 {
        _ = state.press(keys[(Int(byte) + index % 3 * 200) % keys.count])
      } else {
        perform(byte, input[index...].dropFirst().first ?? 0, on: &state)
      }
      if byte % 16 == 0 || index == input.count - 1 { try await shown.show(&state) }
      guard state.question.filters.depth <= FilterExpression.deepest else {
        throw BrokenPromise("too deep a filter")
      }
    }
    try Self.check(state.session, in: state.context)
    while state.session.canUndo { state.run(.undo) }
    try await shown.show(&state)
  }

  /// Whatever keys were pressed, the commands that they became lead to the same session.
  private static func check(_ session: Session, in context: SessionContext) throws(BrokenPromise) {
    let log = session.logText(in: context)
    guard (try? Session.replay(text: log, in: context)) == session else {
      throw BrokenPromise("its log leads to another session or none:\n\(log)")
    }
  }

  private func perform(_ byte: UInt8, _ value: UInt8, on state: inout DashboardState) {
    let number = Self.numbers[Int(value) % Self.numbers.count]
    let time = value < 8 ? nil : TimePoint(number, value % 3 == 0 ? nil : .months)
    let variables = state.schema.variables
    switch byte % 14 {
    case 0: state.size = Size(columns: Int(value) * 2, rows: Int(value))
    case 1: state.size = Size(columns: Int(value % 3), rows: 30)
    case 2:
      _ = state.receive(
        MouseEvent(
          value % 4 == 0 ? .wheelUp : value % 4 == 1 ? .wheelDown : .press, x: Int(value), y: Int(value) / 4))
    case 3: state.run(.landmark(time))
    case 4: state.run(.crosshair(time))
    case 5: state.run(value % 2 == 0 ? .until(time) : .censorAt(time))
    case 6: state.run(.unit(TimeUnit.allCases[Int(value) % 4]))
    case 7:
      let endpoints = state.schema.endpoints.map(\.name) + ["", "é"]
      state.run(.endpoint(endpoints[Int(value) % endpoints.count]))
    case 8: _ = state.perform(.moveBound(value % 2 == 0 ? .lower : .upper, by: Int(clamping: number)))
    case 9: state.run(.theme(state.context.themes[Int(value) % state.context.themes.count]))
    case 10: _ = state.perform(value % 2 == 0 ? .nextSavedView : .previousSavedView)
    case 11:
      _ = state.press(.character(":"))
      for character in Self.typed[Int(value) % Self.typed.count] { _ = state.press(.character(character)) }
      _ = state.press(value % 2 == 0 ? .enter : .tab)
    case 12:
      guard !variables.isEmpty else { break }
      let variable = variables[Int(value) % variables.count]
      state.run(.by(try? Arms(variable)))
      state.run(.by(.cuts(of: variable.name, at: [number, -number])))
    default:
      guard !variables.isEmpty else { break }
      let name = variables[Int(value) % variables.count].name
      state.run(.narrow(.range(name, NumericRange(lower: number))))
      state.run(.narrow(.not(.missing(name))))
    }
    state.clampCursor()
  }

  private static let numbers: [Double] = [
    0, 1, -1, 12, 1e-300, 1e300, -1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity,
    -.infinity, .nan, 24.5, 1e17, 0.1, 365,
  ]

  private static let typed =
    Contexts.commands + ["at 1e300", "view -9223372036854775808", "by age 1 2 3 4 5 6 7", "wh", "by "]
}
