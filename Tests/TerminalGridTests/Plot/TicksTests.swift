import TerminalGrid
import Testing

@Suite("Ticks")
struct TicksTests {
  private let months: [Double] = [1, 2, 3, 6, 12, 24, 36, 60, 120]

  @Test("Time ticks are multiples of a familiar step, far enough apart, up to the horizon")
  func times() {
    #expect(
      Ticks.times(horizon: 30, columns: 61, spacing: 6, steps: months) == [
        0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30,
      ])
    #expect(
      Ticks.times(horizon: 80.6, columns: 72, spacing: 5, steps: months) == [
        0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 66, 72, 78,
      ])
    #expect(Ticks.times(horizon: 1022, columns: 60, spacing: 7, steps: []) == [0, 200, 400, 600, 800, 1000])
    #expect(Ticks.times(horizon: 0, columns: 60, spacing: 7, steps: []) == [0])
    #expect(Ticks.times(horizon: 1e-9, columns: 50, spacing: 8, steps: []).count > 2)
    #expect(Ticks.times(horizon: 1e12, columns: 50, spacing: 16, steps: months).count < 5)
  }

  @Test(
    "One tick stands at the time, as one of a regular series if that is as full, or in its neighbours' place")
  func withTime() {
    func ticks(_ ticks: [Double], with time: Double, columns: Int = 31, horizon: Double = 84) -> [Double] {
      let frame = PlotFrame(area: Rect(x: 9, y: 0, width: columns, height: 9), horizon: horizon)
      return Ticks.times(ticks, with: time, steps: months, in: frame) { _ in 2 }
    }
    // A column is 2.8 months, so two numbers with two blanks between are 11.2 months apart.
    #expect(ticks([0, 36, 72], with: 24) == [0, 24, 48, 72])
    #expect(ticks([0, 36, 72], with: 18) == [0, 18, 36, 72])
    #expect(ticks([0, 36, 72], with: 30) == [0, 30, 72])
    #expect(ticks([0, 36, 72], with: 60) == [0, 36, 60, 72])
    #expect(ticks([0, 36, 72], with: 36) == [0, 36, 72])
    // The zero stays as long as one blank is left.
    #expect(ticks([0, 36, 72], with: 8.4) == [0, 8.4, 36, 72])
    #expect(ticks([0, 36, 72], with: 1) == [1, 36, 72])
    #expect(ticks([0, 36, 72], with: 84) == [0, 36, 72, 84])
    for outside in [0, -1, 85, .nan, .infinity] {
      #expect(ticks([0, 36, 72], with: outside) == [0, 36, 72])
    }
    #expect(ticks([0, 5e299], with: 3e299, horizon: 1e300) == [0, 3e299, 5e299])
  }

  @Test(
    "Ticks stay few at horizons at the ends of what a number can be, and so do columns and rows stay near the plot"
  )
  func extremes() {
    let numbers = [
      Double.leastNonzeroMagnitude, 1000 * .leastNonzeroMagnitude, 1e-300, 1e300, .greatestFiniteMagnitude,
      .infinity, .nan, -1, -.infinity,
    ]
    for horizon in numbers {
      for columns in [0, 1, 2, 80, 1000] {
        for steps in [months, []] {
          let ticks = Ticks.times(horizon: horizon, columns: columns, spacing: 6, steps: steps)
          #expect((1...max(1, columns)).contains(ticks.count))
          #expect(ticks.allSatisfy { $0.isFinite })
        }
        let frame = PlotFrame(area: Rect(x: 3, y: 4, width: columns, height: columns), horizon: horizon)
        for number in numbers {
          #expect((0...columns + 6).contains(frame.column(of: number)))
          #expect((4...max(4, columns + 3)).contains(frame.row(of: number)))
        }
      }
    }
  }

  @Test("No two ticks are closer than asked, at any horizon and width")
  func spacing() {
    for horizon in [0.3, 1, 7, 12, 59.9, 365, 2640, 1e7] {
      for columns in [10, 33, 80, 200] {
        let frame = PlotFrame(area: Rect(x: 0, y: 0, width: columns, height: 5), horizon: horizon)
        let places = Ticks.times(horizon: horizon, columns: columns, spacing: 6, steps: months).map(
          frame.column)
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 5 }, "\(horizon) in \(columns)")
        #expect(places.allSatisfy { $0 >= 0 && $0 < columns })
      }
    }
  }

  @Test("Share ticks are quarters, tenths or finer, at least three rows apart")
  func shares() {
    #expect(Ticks.shares(floor: 0, ceiling: 1, rows: 15) == [0, 0.25, 0.5, 0.75, 1])
    #expect(Ticks.shares(floor: 0, ceiling: 1, rows: 5) == [0, 1])
    #expect(Ticks.shares(floor: 0.6, ceiling: 1, rows: 15).count == 5)
    #expect(Ticks.shares(floor: 0, ceiling: 1, rows: 60).count == 11)
  }
}
