import CohortModel
import Dashboard
import Session
import SurvivalStatistics
import TerminalGrid

/// What somebody may do to a dashboard, in no order that makes sense.
struct RandomUse {
  enum Act: CustomStringConvertible {
    case key(Key)
    case mouse(MouseEvent)
    case resize(Size)
    /// A line after `:`.
    case line(String)

    var description: String {
      switch self {
      case .key(let key): key.label()
      case .mouse(let event): "\(event.kind) at \(event.x), \(event.y)"
      case .resize(let size): size.description
      case .line(let text): ":\(text)"
      }
    }
  }

  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let keys: [Key] =
    KeyTable.all.flatMap(\.keys)
    + [
      .enter, .enter, .escape, .escape, .down, .down, .character(" "), .character("2"), .backspace, .tab,
      .alt("c"),
    ]

  private static let lines = [
    "unit days", "unit years", "unit months", "unit weeks", "endpoint DFS", "endpoint CIR",
    "endpoint OS_after_relapse",
    "endpoint OS", "cause death", "cause all", "by inotuzumab", "by donor_type", "by age_years 4 12",
    "by none",
    "by agvhd_any", "at 12", "at 2 years", "at none", "landmark 3", "landmark none", "landmark 100 days",
    "censor-at 24", "censor-at none", "until 12", "until none", "where sex in (F)", "filter sex off", "clear",
    "filter age_years >= 4 and age_years <= 12", "filter age_years >= 5 and age_years <= 12",
    "where disease_phase = CR2 or age_years < 3", "interval plain", "interval log-log", "bands on",
    "risk-rows censored",
    "zoom on", "zoom off", "crosshair 6", "crosshair none", "pane off", "pane on", "view data", "view curves",
    "view univariable", "view models", "view patients", "order event", "order age_years down",
    "identifiers hide",
    "identifiers show", "columns sex, age_years", "columns default", "mark SYN-010", "mark row 3",
    "unmark all", "filter id off", "view characteristics", "compare rest", "spread range", "percents off",
    "p-values off", "p-values on", "sort p", "sort name", "covariates age_years, inotuzumab",
    "covariates none",
    "charset ascii", "charset unicode", "open donor_type", "close sex", "undo", "redo", "nonsense",
    "by nothing",
  ]

  mutating func next(in size: Size) -> Act {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return .resize(self.size())
    case 1, 2:
      let kind = one(of: [MouseEvent.Kind.press, .press, .wheelUp, .wheelDown, .release])
      return .mouse(
        MouseEvent(
          kind, x: Int.random(in: -2...(size.columns + 2), using: &generator),
          y: Int.random(in: -2...(size.rows + 2), using: &generator)))
    case 3...7: return .line(one(of: Self.lines))
    default: return .key(one(of: Self.keys))
    }
  }

  mutating func size() -> Size {
    if Bool.random(using: &generator) {
      return Screens.size(one(of: Screens.sizes + ["100x30", "200x20", "60x60"]))
    }
    return Size(
      columns: Int.random(in: 1...240, using: &generator), rows: Int.random(in: 1...70, using: &generator))
  }

  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  mutating func isLucky(_ chance: Int) -> Bool { Int.random(in: 0..<chance, using: &generator) == 0 }
}

extension DashboardState {
  /// Does it; what only a terminal could do is left out.
  mutating func does(_ act: RandomUse.Act) {
    switch act {
    case .key(let key): _ = press(key)
    case .mouse(let event): _ = receive(event)
    case .resize(let size):
      self.size = size
      clampCursor()
    case .line(let text):
      for key in [.escape, .escape, .character(":")] + text.map({ Key.character($0) }) + [.enter] {
        _ = press(key)
      }
    }
  }
}
