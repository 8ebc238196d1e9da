/// A height at which a level piece of a line can be drawn: each row of cells has three.
package struct PlotHeight: Hashable, Sendable, Comparable {
  /// Where in its row a line lies: along the top, through the middle, along the foot.
  package enum Level: Int, Hashable, Sendable, CaseIterable {
    case upper, middle, lower
  }

  package var row: Int
  package var level: Level

  package init(row: Int, _ level: Level) { (self.row, self.level) = (row, level) }

  /// Top first, as rows are counted.
  package static func < (left: PlotHeight, right: PlotHeight) -> Bool {
    (left.row, left.level.rawValue) < (right.row, right.level.rawValue)
  }
}

extension Charset {
  /// A piece of a line at a level of its row.
  package func line(at level: PlotHeight.Level) -> Character {
    switch level {
    case .upper: self == .unicode ? "▔" : "\""
    case .middle: self == .unicode ? "━" : "-"
    case .lower: self == .unicode ? "▁" : "_"
    }
  }

  /// A dot at a level of its row, for guide lines: lighter than any curve.
  package func dot(at level: PlotHeight.Level) -> Character {
    switch level {
    case .upper: self == .unicode ? "˙" : "'"
    case .middle: self == .unicode ? "·" : ":"
    case .lower: "."
    }
  }

  /// Two dots at a level of their row, for the edges of confidence bands: denser than a guide line.
  package func dots(at level: PlotHeight.Level) -> Character {
    switch level {
    case .upper: self == .unicode ? "¨" : "^"
    case .middle: self == .unicode ? "╌" : "~"
    case .lower: self == .unicode ? "…" : ","
    }
  }

  /// A censored patient: a tick that stands on a line at this level.
  package func censorMark(at level: PlotHeight.Level) -> Character {
    self == .ascii ? "+" : level == .middle ? "┷" : "╷"
  }

  /// A censored patient where there is no room above the line: a tick that hangs from it.
  package var hangingCensorMark: Character { self == .unicode ? "╵" : "+" }

  /// How far below the top of its row a level is seen, in rows.
  ///
  /// The blocks ▔ and ▁ are an eighth of a row high in every font; ASCII's are where most fonts have them.
  func depth(of level: PlotHeight.Level) -> Double {
    switch level {
    case .upper: self == .unicode ? 1.0 / 16 : 0.2
    case .middle: self == .unicode ? 0.5 : 0.55
    case .lower: self == .unicode ? 15.0 / 16 : 0.95
    }
  }
}
