import CohortEngine
import CohortModel
import Testing

@testable import Study

struct DateTextTests {
  @Test(arguments: [
    "2019-04-03", "2019/04/03", "2019/4/3", "2019-04-03 10:30", "2019-04-03T10:30:00Z", "03.04.2019",
    "3.4.2019",
    "3-Apr-2019", "03APR2019", "3 April 2019",
  ])
  func `Certain notations are the third of April`(text: String) throws {
    #expect(DateText(text) == .day(try #require(CalendarDay("2019-04-03"))))
  }

  @Test func `Slashes leave day and month open until a date proves the order`() throws {
    let april = try #require(DateText("03/04/2019"))
    #expect(april == .either(3, 4, year: 2019))
    #expect(DateText.provenOrder([april]) == nil)
    #expect(DateText.provenOrder([april, try #require(DateText("25/04/2019"))]) == .dayFirst)
    #expect(DateText.provenOrder([april, try #require(DateText("04/25/2019"))]) == .monthFirst)
    let both = [try #require(DateText("25/04/2019")), try #require(DateText("04/25/2019"))]
    #expect(DateText.provenOrder(both) == nil)
  }

  @Test(arguments: [
    "2019-02-29", "31.04.2019", "32/01/2019", "13/13/2019", "2019", "1:4", "12345678", "0-3", "4.12.9999999",
  ])
  func `Impossible days are no dates`(text: String) { #expect(DateText(text) == nil) }

  @Test func `Two digits are no year until somebody says the century`() throws {
    let date = try #require(DateText("03.04.19"))
    #expect(date.isShort)
    #expect(date.day(.dayFirst) == nil)
    #expect(date.completed(from: 1930).day(nil) == CalendarDay(year: 2019, month: 4, day: 3))
    #expect(date.completed(from: 1900).day(nil) == CalendarDay(year: 1919, month: 4, day: 3))
    let slashed = try #require(DateText("4/25/31")?.completed(from: 1930))
    #expect(slashed.day(.monthFirst) == CalendarDay(year: 1931, month: 4, day: 25))
    #expect(slashed.day(.dayFirst) == nil)
  }
}
