import CohortModel
import Report
import Testing

@Suite("Times as they are shown")
struct TimeDisplayTests {
  @Test("A month is 30.4375 days, a year 365.25 days and exactly twelve months")
  func factors() {
    #expect(TimeDisplay(recorded: .days, shown: .months).shown(365.25) == 12)
    #expect(TimeDisplay(recorded: .months, shown: .years).shown(24) == 2)
    #expect(TimeDisplay(recorded: .years, shown: .months).shown(2) == 24)
    #expect(TimeDisplay(recorded: .weeks, shown: .days).shown(2) == 14)
    #expect(TimeDisplay(recorded: .months, shown: nil).shown(5) == 5)
  }

  @Test("Without a recorded unit nothing is converted, whatever is asked for")
  func unknown() {
    let display = TimeDisplay(recorded: nil, shown: .years)
    #expect(display.shown(730) == 730)
    #expect(display.name == "time units")
    #expect(display.text(730) == "730")
  }

  @Test("One is singular")
  func singular() {
    let display = TimeDisplay(recorded: .years, shown: nil)
    #expect(display.text(1) == "1 year")
    #expect(display.text(2.5) == "2.5 years")
    #expect(display.text(0.125) == "0.125 years")
  }
}
